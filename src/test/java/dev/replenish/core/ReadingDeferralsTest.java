package dev.replenish.core;

import static dev.replenish.core.OpenTasks.assertOpen;

import org.junit.jupiter.api.Test;

/** Text that defers a task, or all tasks below it (unmarked.md, 10.19d). */
class ReadingDeferralsTest {
  private static final String FILE =
      """
      # %s

      %s

      ## Oven

      - [ ] Mend the door
      - [ ] Paint the lid

      ## Shop

      - [ ] Hang the sign
      """;

  @Test
  void fileDeferredByItsTitleHasNoOpenTasks() {
    assertOpen(FILE.formatted("Bakery - Deferred Backlog", "For the bricklayer."));
    assertOpen(FILE.formatted("Bakery (archived)", "For the bricklayer."));
    assertOpen(FILE.formatted("Deferred loaves", "For the bricklayer."), 7, 8, 12);
  }

  @Test
  void fileDeferredByBoldOrCapitalsInItsFirstParagraphHasNoOpenTasks() {
    assertOpen(FILE.formatted("Bakery", "**Archived 2026-01-02.** See the board."));
    assertOpen(FILE.formatted("Bakery", "> **Superseded by** the board."));
    assertOpen(FILE.formatted("Bakery", "STALE (of last winter)"));
    assertOpen(FILE.formatted("Bäckerei", "**Archiviert** im Mai."));
    assertOpen(FILE.formatted("Bakery", "Archived loaves are in the cellar."), 7, 8, 12);
    assertOpen(FILE.formatted("Bakery", "**Archived loaves** are in the cellar."), 7, 8, 12);
  }

  @Test
  void fileWithSentenceThatForbidsBeginningHasNoOpenTasks() {
    assertOpen(FILE.formatted("Bakery", "All wishes. Nothing here may be begun before the fair."));
    assertOpen(FILE.formatted("Bakery", "All wishes. Nothing here is a defect."), 7, 8, 12);
  }

  @Test
  void bracketsInHeadingOrEmphasisedParagraphDeferTasksBelow() {
    assertOpen(
        """
        # Bakery

        ## Oven (blocked on a new flue)

        - [ ] Mend the door

        ## Later ideas

        _What is here is pending prioritization by the guild._

        - [ ] Paint the lid

        ## Shop

        *Ann and Bob share the till.*

        - [ ] Hang the sign
        """,
        17);
  }

  @Test
  void boxDeferredByLaterWordsIsNotOpen() {
    assertOpen(
        """
        # Bakery

        - [ ] **Hang the sign** - of oak. Waits on the smith.
        - [ ] Paint the lid. Revisit once it is dry.
        - [ ] Sweep the flue - deliberately deferred until May to see how it draws
        - [ ] Build a shelf [half of it IN PROGRESS 2026-01-02 - boards are cut]
        - [ ] Wait for the smith, then hang the door
        - [ ] (nothing planned here)
        """,
        7);
  }

  @Test
  void wordForDoneWithColonBelowHeadingLeavesItUndecided() {
    assertOpen(
        """
        # Bakery

        ## B01 - The lid sticks

        Implemented: the hinge is oiled, and nobody has complained.

        ## B02 - The door is too hot

        The handle burns everybody who opens it.
        """,
        7);
  }

  @Test
  void headingAboveStruckThroughItemIsUndecided() {
    assertOpen(
        """
        # Bakery

        ## 1. ~~Mend the door~~ - done

        It shuts.

        ## 2. Paint the lid before winter

        Red would be best.

        ## 3. What the guild has found

        From the visit in May.

        - ~~The lamp smokes.~~ - done
        - The stairs are steep.
        """,
        7);
  }

  @Test
  void stateInBracketsBeforeColonOrDashCounts() {
    assertOpen(
        """
        # Bakery

        - [ ] Hang the sign (deferred): of oak, as it was
        - [ ] OV-2 Paint the lid (in progress) - twice
        - [ ] **Mend the door** (blocked): the smith is ill
        - [ ] Sweep the flue (done): nothing left
        - [ ] Bake rye (dark): with malt
        - [ ] Read [done](https://a.example): a list
        """,
        7,
        8);
  }
}
