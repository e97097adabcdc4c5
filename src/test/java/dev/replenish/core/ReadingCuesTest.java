package dev.replenish.core;

import static dev.replenish.core.OpenTasks.assertOpen;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.TaskDefect;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cues learned from public backlogs (docs/reference/unmarked.md, "How a file is read"). */
class ReadingCuesTest {
  @Test
  void listIntroducedByLabelHoldsNoTasks() {
    assertOpen(
        """
        Really, the oven wants a new door.

        Rooms:

        * kitchen. where bread is made
        * cellar. where it is kept
        """);
  }

  @Test
  void labelsAreHeadingsWhereFileHasNoOtherHeadings() {
    assertOpen(
        """
        Oven:

        - Mend the door
        - Order bricks

        Garden:

        - Cut the hedge
        """,
        3,
        4,
        8);
  }

  @Test
  void headingAboveBoxesIsNoTask() {
    assertOpen(
        """
        # Backlog

        ## 1.1 Oven (2)

        - [ ] Mend the door

        ## 1.2 Garden (1)

        - [ ] Cut the hedge
        """,
        5,
        9);
  }

  @Test
  void tableThatSummarisesBoxesHoldsNoTasks() {
    assertOpen(
        """
        # Backlog

        - [ ] Mend the door
        - [ ] Cut the hedge

        ## Order

        | Priority | Item |
        |---|---|
        | P0 | Hedge first |
        """,
        3,
        4);
  }

  @Test
  void unknownColumnsAreRecognisedByTheirValues() {
    assertOpen(
        """
        # Lavorni

        | Xa | Gibel | Varn |
        |---|---|---|
        | T-101 | Kubal sokat fatinur | P3 |
        | T-102 | Lirga tovan | P1 |
        """,
        5,
        6);
  }

  @Test
  void itemThatSaysNoneIsNoTask() {
    assertOpen(
        """
        # Backlog

        ## Ideas

        - [ ] NONE.

        ## Todo

        - *none yet*
        """);
  }

  @Test
  void numberedHeadingsWithSubheadingsAreChapters() {
    assertOpen(
        """
        # Bakery

        ## 1. What this is

        A bakery for the whole street, with an oven of its own.

        ## 2. Priority now

        Bread first. Cakes come later.

        ## 3. Way ahead

        ### Milestone 1

        Some words.

        ### Milestone 2

        Some words.
        """);
  }

  @Test
  void limitationsHoldNoTasks() {
    assertOpen(
        """
        # Roadmap

        ## Next steps

        - Mend the door

        ## Current limitations

        ### Oven

        - The oven heats two loaves.
        - The door does not close.
        """,
        5);
  }

  @Test
  void rowWithStruckThroughIdIsDone() {
    Task finished =
        OpenTasks.read(
                """
                | ID | Task | Priority |
                |---|---|---|
                | ~~A1~~ settled | **Mend the door** | P1 |
                | A2 | Cut the hedge | P1 |
                """)
            .get(0);
    assertEquals(Status.DONE, finished.details().status().orElseThrow());
  }

  @Test
  void deliveredLabelMeansDone() {
    Task finished =
        OpenTasks.read(
                """
                # Backlog

                ### B-1 Mend the door
                **Delivered:** the lower half, in March.

                ### B-2 Cut the hedge
                **Status:** open
                """)
            .get(0);
    assertEquals(Status.DONE, finished.details().status().orElseThrow());
  }

  @Test
  void stateAfterBoldTitleCounts() {
    List<Task> tasks =
        OpenTasks.read(
            """
            # Tickets

            - **T-4 (the door)** – Done: it closes again.
            - **T-5 (the hedge)** – Todo: cut it.
            """);
    assertEquals(Status.DONE, tasks.get(0).details().status().orElseThrow());
    assertEquals(Status.TODO, tasks.get(1).details().status().orElseThrow());
  }

  @Test
  void emojiShortcodesCountAsEmoji() {
    List<Task> tasks =
        OpenTasks.read(
            """
            | Task | Priority | Progress |
            |---|---|---|
            | Mend the door | high | :heavy_check_mark: |
            | Cut the hedge | high | |
            """);
    assertEquals(Status.DONE, tasks.get(0).details().status().orElseThrow());
    assertEquals(Status.TODO, tasks.get(1).details().status().orElseThrow());
  }

  @Test
  void singleHeadingThatLooksLikeATaskIsUnclear() {
    List<Task> tasks =
        OpenTasks.read(
            """
            # Backlog

            ## Views

            ### 1. Map of the rooms
            - Columns: kitchen, cellar

            ### 2. Heat over the day
            - Two lines

            ### 3. Totals of the year
            **Priority:** low
            - One line
            """);
    assertEquals(
        List.of(),
        tasks.stream()
            .filter(task -> !task.defects().contains(TaskDefect.READING_UNCLEAR))
            .toList());
  }

  @Test
  void headingAboveTitledParagraphsIsNoTask() {
    assertOpen(
        """
        # Work

        ## Remaining, all of it low priority

        ### Oven and all that belongs

        Each is small.

        **C1 — The door.** It should close.
        - a hinge

        **C2 — The stones.** They should hold.
        - mortar
        """);
  }

  @Test
  void listOfInternalLinksWithEmojiIsATableOfContents() {
    assertOpen(
        """
        # Backlog

        - 🟩 [Bread](#bread-and-rolls)
        - 🟨 [Tea](#tea-(hot))

        ## Bread and rolls

        - ✅ Bake rolls

        ## Tea (hot)

        - ✅ Boil water
        """);
  }

  @Test
  void boxesBelowLabelsForPartsAreNoTasks() {
    assertOpen(
        """
        # Backlog

        1. mend the oven

        - Description
          - the door is loose
        - Acceptance criteria
          - [ ] the door shuts
          - [ ] no smoke comes out

        2. paint the fence

        - Description
          - it is grey
        """,
        3,
        11);
  }

  @Test
  void questionsAreNoTasks() {
    assertOpen(
        """
        # Backlog

        ## Todo

        - Boil water

        ## Challenges / Open questions (later)

        - What happens when the tea is cold?
        - Should we buy a kettle?
        """,
        5);
  }

  @Test
  void listBelowHeadingAtTaskLevelHoldsNoTasks() {
    assertOpen(
        """
        # Backlog

        ## Next (high priority)

        ### 1. Mend the oven
        - take the door off
        - weld it

        ### 2. Paint the fence
        - buy paint
        - two coats

        ### 3. Buy a kettle
        - a red one
        - with a lid

        ## Later (low priority)

        ### The new shelf
        - oak or beech
        - add hooks
        """,
        5,
        9,
        13);
  }

  @Test
  void statesInUnusualWordsCount() {
    assertOpen(
        """
        # Backlog

        ## Todo

        - [ ] Boil water
        - [ ] Buy tea ✅ (since May)
        - Pour it (partially done)

        ## inprogress

        - [ ] Drink

        ## Phase 5 — Blocked (no oven)

        - [ ] Bake
        """,
        5);
  }

  @Test
  void headingsBesideFinishedHeadingsAreTasks() {
    assertOpen(
        """
        # Roadmap

        ## Kitchen

        ### ~~Mend the oven~~ (Done)
        It is warm again.

        ### ~~Buy cups~~ (Done)
        Six of them.

        ### ~~Hang the clock~~ (Done)
        Above the door.

        ### Another stove
        For the days when all come at once.

        ### Tea for guests
        ~~A pot for each table.~~ There is one.
        """,
        14);
  }

  @Test
  void columnWithGapsOnlyGroupsTheRows() {
    assertOpen(
        """
        # Backlog

        | Feature | ID | User story | Priority |
        |---------|----|------------|----------|
        | Kitchen | 1.1 | As a cook, I want an oven. | High |
        | | 1.2 | As a cook, I want a clock. | High |
        | Garden | 2.1 | As a guest, I want a bench. | Low |
        """,
        5,
        6,
        7);
  }

  @Test
  void templateRowIsNoTask() {
    assertOpen(
        """
        # Backlog

        | ID | User story | Priority |
        |----|------------|----------|
        | [fill in] | [fill in] | [fill in] |
        """);
  }

  @Test
  void listBelowLabelThatEndsWithTodoHoldsTasks() {
    assertOpen(
        """
        # Backlog

        List of possible improvements todo:

        - Warmer cups;
        - A longer table;
        """,
        5,
        6);
  }

  @Test
  void epicAboveTableIsTheGroupOfItsRows() {
    assertOpen(
        """
        # Backlog

        ## Must have

        ### EPIC-OVEN-1 — Bread for everyone

        | ID | Type | Item | Status |
        |----|------|------|--------|
        | OVEN-F1 | Feature | Bake rolls | Planned |
        | OVEN-F2 | Feature | Bake rye | Done |
        """,
        9);
  }

  @Test
  void generalAcceptanceCriteriaAreNoTasks() {
    assertOpen(
        """
        # Backlog

        ## High priority

        - Mend the oven
        - Buy cups

        ### Critérios de aceite gerais

        - O forno deve estar quente
        - As xícaras devem ser seis
        """,
        5,
        6);
  }

  @Test
  void subheadingCalledTasksHoldsTheTasks() {
    assertOpen(
        """
        ## Week 1

        #### **Tasks:**
        1. **Mend the oven**
           - take the door off

        #### **Goal:**
        It is warm.

        ## Week 2

        #### **Tasks:**
        1. **Paint the fence**
           - two coats

        #### **Goal:**
        It is green.
        """,
        4,
        13);
  }

  @Test
  void itemsThatBeginWithTimesAreNotOpen() {
    assertOpen(
        """
        # Roadmap

        - Published in spring: a door that shuts, a clock and six cups.
        - Before the fair: mend the oven, then paint the fence.
        - Later: a garden, a bench and tea for guests.
        """);
  }

  @Test
  void statusCountsAnywhereBelowItsHeading() {
    assertOpen(
        """
        # Backlog

        ## Bugs

        ### B1 — The kettle leaks
        **Fix:**
        - weld it
        **Status:** `[x]`

        ### B2 — The lid sticks
        **Room:** kitchen

        **Status:** `[x]`

        ### B3 — The handle is hot
        **Room:** kitchen

        **Status:** `[ ]` pending
        """,
        15);
  }

  @Test
  void rowWithoutStateHasTheStateFromALaterTable() {
    assertOpen(
        """
        # Product backlog

        | User story ID | Description | Priority |
        |---------------|-------------|----------|
        | US-01 | Boil water | High |
        | US-02 | Buy tea | High |
        | US-03 | Pour it | Low |

        ## Sprint 1 backlog

        | User story ID | Description | Status |
        |---------------|-------------|--------|
        | US-01 | Boil water | Done |
        | US-02 | Buy tea | Done |
        """,
        7);
  }

  @Test
  void placeholderInBracketsIsNoTask() {
    assertOpen("# Backlog\n\n## Todo\n\n- _(add items here)_\n- Boil water\n", 6);
  }
}
