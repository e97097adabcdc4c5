package dev.replenish.core;

import static dev.replenish.core.OpenTasks.assertOpen;

import org.junit.jupiter.api.Test;

/** Headings that are tasks, and states in the text below them. */
class ReadingHeadingsTest {
  @Test
  void headingsWithTextAreTasksWhereNothingElseMayBeATask() {
    assertOpen(
        """
        # Bakery backlog

        ## Oven and chimney

        ### The door sticks in winter

        It swells when it rains, and then two people have to pull. Plane the lower edge.

        ### 2026-05-10: smoke in the shop

        It came in when the wind turned. Look at the flap.

        ### Soot falls onto the bread

        The flap does not shut. Waiting for the new mason.

        ### No light above the scale

        The evening shift guesses. A lamp from the attic would do; hang it from the beam.

        ### Old tins in the cellar

        Rusty since the flood. Deferred until the cellar is dry.
        """,
        5,
        9,
        17);
  }

  @Test
  void headingsWithTextAreNoTasksUnlessTheFileTitleSaysBacklog() {
    assertOpen(
        """
        # How the bakery grew

        ## The first oven was too small

        Ten loaves filled it.

        ## The second oven came from abroad

        It took a year.

        ## Nobody wanted the third one

        It stands in the yard.
        """);
  }

  @Test
  void chaptersDatesAndPhasesAreNoTasks() {
    assertOpen(
        """
        # Advice for a bakery backlog

        ## 1. A short list is read

        Nobody reads a long one.

        ## 2. A long list is old

        On Mondays, before the oven is hot.

        ## 3. An old list is waste

        What waited for a year can wait longer.
        """);
    assertOpen(
        """
        # Bakery backlog

        ## 2026-05-10: the oven was cold

        Somebody had left the door open.

        ## 2026-05-11: the oven was hot

        We baked all night.

        ## The week after that one

        Nothing happened.
        """);
    assertOpen(
        """
        # Bakery backlog

        ## Round A of the repairs

        The oven comes first.

        ## Round B of the repairs

        Then the roof.

        ## Round C of the repairs

        Then the rest.
        """);
  }

  @Test
  void headingsWithTextAreNotProvenBesideLists() {
    assertOpen(
        """
        # Bakery backlog

        ## Oven

        ### The wood is wet

        It lies in the yard.

        ### The mason is busy

        He comes when he can.

        ### The baker is tired

        He wants a second oven.

        ## Yard

        - Buy bricks
        - Buy sand
        - Clear the corner
        """);
  }

  @Test
  void codesBesideOtherCodesAreNoVersionsOrHalfYears() {
    assertOpen(
        """
        # Bakery backlog

        ## Oven

        ### B1: The door sticks
        **Priority:** High
        **Where:** kitchen

        ### B2: The flue is full of soot
        **Priority:** Low
        **Where:** roof

        ## Looks

        ### V1: Paint the front of the shop
        **Priority:** High
        **Where:** street

        ### V2: A sign that is lit
        **Priority:** Low
        **Where:** street

        ## Home

        ### H1: Deliver bread to the hill
        **Priority:** High
        **Where:** hill

        ### H2: Deliver bread to the mill
        **Priority:** Low
        **Where:** mill
        """,
        5,
        9,
        15,
        19,
        25,
        29);
  }

  @Test
  void headingsWithCodeAndPriorityNeedNoTextWhereOthersHaveSome() {
    assertOpen(
        """
        # Bakery backlog

        ## Epic A - Oven

        ### A1 - A door that shuts - P0

        It sticks in winter.

        ### A2 - A clean flue - P1

        Soot falls down.

        ## Epic B - Shop

        ### B1 - A sign at the street - P1
        ### B2 - A lamp above the scale - P0/P1
        """,
        5,
        9,
        15,
        16);
  }

  @Test
  void informationalTitleIsATaskIfItHasTheLabelsOfItsSiblings() {
    assertOpen(
        """
        # Bakery backlog

        ## Items

        ### Weigh the flour twice
        **Goal**: bread of one size

        **Now**:
        - once, in a hurry

        ### Mend the cellar door
        **Goal**: no mice

        **Now**:
        - it hangs on one hinge

        ### New workflow for orders
        **Goal**: nothing is baked twice

        **Now**:
        - slips of paper

        ### A bell at the counter
        **Goal**: nobody waits unseen

        **Now**:
        - they cough
        """,
        5,
        11,
        17,
        23);
  }

  @Test
  void firstWordsBelowHeadingMayGiveItsState() {
    assertOpen(
        """
        # Bakery backlog

        ## B01 - The door sticks

        Fixed: the lower edge is planed, and it shuts again.

        ## B02 - The flue is full of soot

        Nobody has looked into it for years.

        ## B03 - The scale is wrong

        It shows too little. **Blocked**: the maker has shut down.

        ## B05 - Mice

        They **rejected** the cheese.
        """,
        7,
        15);
    assertOpen(
        """
        # Bakery backlog

        ## B04 - The roof leaks

        ~~Water drips onto the flour.~~ A bucket stands there now.

        ## B05 - Mice

        They eat the bread.
        """,
        7);
  }

  @Test
  void headingsThatEndWithDatesAreALog() {
    assertOpen(
        """
        # Bakery backlog

        ## Open

        ### The scale and the one next door disagree (2026-05-10)
        We weighed the same loaf on both.

        ### Where the rye comes from (2026-05-11)
        The mill has three fields.

        ### Two sacks that nobody ordered (2026-05-12)
        The driver left them there.

        ### One sack too many
        It stays in the yard.
        """);
  }

  @Test
  void ideaIsOpenUnlessItIsWaiting() {
    assertOpen(
        """
        # Bakery backlog

        ## A1. Weigh the flour twice
        **Status:** proposed
        **Scope:** S

        ## A2. A second oven
        **Status:** idea - as big as the first
        **Scope:** L

        ## A3. Bread by post
        **Status:** idea/proposed - for the winter
        **Scope:** L

        ## A4. A shop on the hill
        **Status:** idea - awaiting the owner of the house
        **Scope:** L

        ## A5. A sign at the street
        **Status:** Ready to build. The board is cut already.
        **Scope:** S
        """,
        3,
        7,
        11,
        19);
  }

  @Test
  void stagesWithPriorityAreAScheduleBesideHeadings() {
    assertOpen(
        """
        # Bakery backlog

        ## Oven

        ### 1. Mend the door
        **Problem**: it sticks

        ### 2. Clean the flue
        **Problem**: soot

        ## Shop

        ### 3. Paint a sign
        **Problem**: nobody finds us

        ### 4. Hang a lamp
        **Problem**: it is dark

        ## What comes when

        ### Sprint 1 (high priority) - ten hours
        1. Mend the door
        2. Paint a sign

        ### Sprint 2 (the rest) - eight hours
        1. Clean the flue
        2. Hang a lamp
        """,
        5,
        8,
        13,
        16);
  }

  @Test
  void listsWithNestedItemsMayExplainTheirHeadings() {
    assertOpen(
        """
        # Bakery backlog

        ## Left over from the repairs

        ### A clean flue for both ovens

        - Sweep it from the top, as the mason showed us.
        - Look at these places first:
          - the bend
          - the flap

        ### A test of the new door

        - Open it a hundred times and write down when it sticks.
        - At the least:
          - cold
          - hot
        """);
  }

  @Test
  void boxesBelowNumberWithoutTextAreUnclearWhereHalfOfTheOthersAreSteps() {
    assertOpen(
        """
        # Bakery backlog

        ## High

        ### 1. Mend the door

        **Now**: it sticks.

        **To do**:
        - [ ] plane the edge

        ### 2. Clean the flue

        **Now**: soot.

        **To do**:
        - [ ] sweep it

        ## Low

        ### 3. Paint a sign

        **Now**: nobody finds us.
        - [ ] choose a colour

        ### 4. Hang a lamp

        - [ ] choose one

        ### 5. Others

        - [ ] flags
        - [ ] flowers
        """,
        5,
        12,
        21);
  }

  @Test
  void headingsAreUndecidedBesideSeveralWhoseTextBeginsWithAState() {
    assertOpen(
        """
        # Bakery backlog

        ## B01 - The door sticks

        Fixed: the lower edge is planed, and it shuts again.

        ## B02 - The flue is full of soot

        It has been swept twice since then.

        ## B03 - The scale is wrong

        Resolved. A new one hangs there.

        ## B04 - The roof leaks

        Fixed, but the bucket stays.

        ## B05 - Mice

        They are still there.
        """);
  }

  @Test
  void titleWithDateOfDecisionIsUndecided() {
    assertOpen(
        """
        # Bakery backlog

        ## 1. The chimney (2026-05-10; decided 2026-05-12)
        **Priority:** high

        ## 2. The door (2026-05-11)
        **Priority:** high
        """,
        6);
  }

  @Test
  void headingsWithCodeAndTextAreTasksEvenIfSomeHoldLists() {
    assertOpen(
        """
        # Bakery backlog

        ## Debts

        ### TECH01 - The door sticks

        It swells when it rains.

        - plane the edge
        - oil the hinge

        ### TECH02 - The flue is full of soot

        Nobody has looked into it for years.

        ### TECH03 - The scale is wrong

        It shows too little.

        ## Rooms

        ### R1 - Kitchen

        - Paint the wall
        - Mend the tap

        ### R2 - Yard

        - Clear the corner
        """,
        5,
        12,
        16);
  }

  @Test
  void listsBelowTaskHeadingsAreTasksEvenIfItemsRepeat() {
    assertOpen(
        """
        # Feature

        ## Item

        A bell that rings when the bread is done.

        ### Task

        * Write to the smith
        * Hang the bell
        * Tell the shop

        ## Item

        A lamp above the scale.

        ### Task

        * Write to the smith
        * Hang the lamp
        * Tell the shop

        ## Item

        A sign at the street.

        ### Task

        * Write to the smith
        * Hang the sign
        * Tell the shop
        """,
        9,
        10,
        11,
        19,
        20,
        21,
        29,
        30,
        31);
  }
}
