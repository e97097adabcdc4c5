package dev.replenish.core;

import static dev.replenish.core.OpenTasks.assertOpen;

import org.junit.jupiter.api.Test;

/** What proves that items of plain lists are tasks (docs/reference/unmarked.md). */
class ReadingListsTest {
  private static final String STORIES =
      """
      # Bakery

      ## Epic 1: Oven

      **Goal:** Nobody burns a hand.

      ### %s

      1. **(2 pts)** As a baker, the door stays cool.

      2. **(1 pt)** As a guest, loaves are never black.

      ## Epic 2: Shop

      ### %s - spring

      **Note 4** - As a guest, I can see the loaves.

      1. **(2 pts)** As a guest, prices are on the shelf.

      2. **(1 pt)** As a seller, the till opens by itself.
      """;

  private static final String BOLD_TITLES =
      """
      # Bakery backlog

      ## Before the oven is lit

      These are the reasons why the oven %s

      - **Close the flue** (F1): it stands
        open since spring.
      - **Check the door** (F2): nobody has
        looked at the hinge.
      - %s (F3): the shelf is near.

      ## Shop

      - **Two scales** (F4): one is lent,
        and nobody knows to whom.

      ## Yard

      - **A gate** (F5): dogs come in.
      %s""";

  @Test
  void itemsWrittenForARoleAreTasksBelowUserStoriesHeading() {
    assertOpen(STORIES.formatted("User stories", "User stories"), 9, 11, 19, 21);
  }

  @Test
  void itemsWrittenForARoleAreNoTasksBelowOtherHeading() {
    assertOpen(STORIES.formatted("Voices", "Voices"));
  }

  @Test
  void textAboveTitlesWithVerbsIsIgnoredWhereAllListsHaveBoldTitles() {
    assertOpen(
        BOLD_TITLES.formatted("has to stay cold for now.", "**A cold shelf**", ""),
        7,
        9,
        11,
        15,
        20);
  }

  @Test
  void textAboveBoldTitlesCountsWhereFewBeginWithVerbs() {
    String text = BOLD_TITLES.formatted("has to stay cold for now.", "**A cold shelf**", "");
    assertOpen(text.replace("Check the", "The old").replace("Close the", "The long"), 15, 20);
  }

  @Test
  void textAboveBoldTitlesCountsWhereAnotherListHasNone() {
    assertOpen(
        BOLD_TITLES.formatted("has to stay cold for now.", "**A cold shelf**", "- a hinge\n"),
        15,
        20,
        21);
  }

  @Test
  void listWithoutIdsIsProvenIfOverAQuarterOfTheListWithIdsHasNone() {
    assertOpen(besideIds("**Old rope** lies about"), 5, 6, 10, 11, 12, 13);
  }

  @Test
  void listWithoutIdsIsUnclearBesideListOfIds() {
    assertOpen(besideIds("**RUN-4** lies about"), 10, 11, 12, 13);
  }

  private static String besideIds(String last) {
    return """
        # Bakery backlog

        ## Yard

        - **A gate** nobody shuts
        - **Dogs** in the flour

        ## Shop

        - **RUN-1** the till
        - **RUN-2** the scale
        - **Crumbs** everywhere
        - %s
        """
        .formatted(last);
  }

  @Test
  void itemsThatReferToHeadingsByNumberAreNoTasksBelowAState() {
    assertOpen(itemsBelowState("Phase 2: the pool", "Phase 3-4: the rest"), 9, 10);
  }

  @Test
  void itemsThatReferToNoHeadingAreTasksBelowAState() {
    assertOpen(itemsBelowState("Phase 7: the pool", "Phase 8-9: the rest"), 9, 10, 14, 15);
  }

  private static String itemsBelowState(String first, String second) {
    return """
        # Garden

        ## Planned

        ### Phase 2: Pool

        ### Phase 3: Shed

        - Dig the pit
        - Mend the roof

        ## Remaining work

        - %s
        - %s
        """
        .formatted(first, second);
  }

  @Test
  void labelledItemsBesideBoxesAreNoTasksBelowAState() {
    assertOpen(itemsBesideBoxes("Needs: a mason", "Seen in: `book.txt`"), 5, 6, 7);
  }

  @Test
  void unlabelledItemsBesideBoxesAreTasksBelowAState() {
    assertOpen(itemsBesideBoxes("find a mason", "look at the book"), 5, 6, 7, 15, 16, 17);
  }

  private static String itemsBesideBoxes(String second, String third) {
    return """
        # Bakery

        ## To do

        - [ ] Mend the door
        - [ ] Sweep the flue
        - [ ] Paint the sign

        ## Planned

        It draws badly as soon as the wind comes from the west, and it comes from there on most days of the year, as everybody in
        the street can tell, since all of them have the same trouble with theirs, and nobody has found a cure for it, though they
        tried.

        - measure the height
        - %s
        - %s
        """
        .formatted(second, third);
  }

  @Test
  void repeatedItemsAreTasksWhereNearlyAllListsHaveThemAndNothingElseIsATask() {
    assertOpen(repeated(""), 4, 5, 8, 9, 12, 13);
    assertOpen(repeated("\n## Oven\n\n- [ ] Mend it\n- [ ] Sell it\n- [ ] Buy one\n"), 17, 18, 19);
  }

  private static String repeated(String more) {
    return """
        # List of tasks

        ## Sign of the shop
        - Carve it of oak
        - Paint it

        ## Sign of the stall
        - Carve it of oak
        - Paint it

        ## Sign of the yard
        - Carve it of oak
        - Paint it
        """
        + more;
  }

  @Test
  void verbsProveListBesideListBelowAState() {
    assertOpen(
        """
        # Bakery

        ## To do

        - Loaves with nuts

        ## Oven

        - Mend the door
        - Sweep the flue
        - the lid is loose

        ## Guests

        - Ann
        - Bob
        """,
        5,
        9,
        10,
        11);
  }

  @Test
  void bracketsForPlannedWorkAndTaskHeadingsProveLists() {
    assertOpen(
        """
        # Bakery

        ## Ovens (planned work)

        ### Second oven

        - A red door
        - Bricks

        ## First tasks

        - Sweep the flue
        - Mend the door

        ## Other tasks

        - Ann
        - Bob
        """,
        7,
        8,
        12,
        13);
  }

  @Test
  void listsThatRepeatTaskTitlesAndTheirSiblingsAreAnOrder() {
    assertOpen(
        """
        # Bakery

        ## Tasks

        - [ ] Mend the door
        - [ ] Sweep the flue
        - [ ] Paint the lid
        - [ ] Hang the sign

        ## Suggested order

        ### Week 1 (high priority)

        1. Mend the door
        2. Sweep the flue

        ### Week 2 (high priority)

        3. Paint the lid
        4. Sign and lamp
        """,
        5,
        6,
        7,
        8);
  }

  @Test
  void longLabelsWithoutVerbAroundItemsAreUnclear() {
    assertOpen(
        """
        # Wishes

        - Bricks of the second oven:
          - red ones
        - Mend the door of the oven:
          - a hinge
        """,
        5);
  }

  @Test
  void briefLabelsWithoutVerbAroundBoxesAreUnclear() {
    assertOpen(
        """
        # Bakery

        - [ ] **Second oven**:
          - [ ] Buy bricks
          - [ ] Ask the smith
        - [ ] **Mend the door**:
          - [ ] a hinge
        """,
        6);
  }

  @Test
  void boxesAfterBoldLabelForPartsAtParagraphEndAreParts() {
    assertOpen(
        """
        # Bakery

        ## Phase 1

        - [ ] Mend the door

        ## Phase 2

        **Goal:** A second oven.
        **Acceptance of the phase:**
        - [ ] Two loaves fit
        - [ ] The door stays cool
        """,
        5);
  }
}
