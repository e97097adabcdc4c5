package dev.replenish.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What looks like tasks is open only where something proves it: words, a state, a form of its own
 * (docs/reference/unmarked.md, "How a file is read").
 */
class UnprovenTasksTest {

  @Test
  void aListBesideProseThatNothingBacksIsUnclear() {
    opens(
        """
        # Notes on the oven

        ## What happened

        The oven has cracked twice since spring, and both times the crack began at the door, where the bricks are the thinnest. We have
        asked two masons what they make of it, and they agree on nothing but their price.

        ## Kinds of brick

        - Red ones
        - Fire bricks
        - Old ones
        """);
  }

  @Test
  void aLogBelowAWordForAThemeIsUnclear() {
    opens(
        """
        # Oven

        > Lit in spring, 2023
        > Mended, 2024
        > Lit again, 2025

        > The door was the trouble all along, and the bricks beside it, which had to be bought anew from far away, twice, at a high price,
        > before anybody asked why.

        ## Testing

        1. Bread - 06.01.2023 | Ann
        2. Cake - 24.04.2023 | Bob
        """);
  }

  @Test
  void verbsBackAListBesideProse() {
    opens(
        """
        # Notes on the oven

        ## What happened

        The oven has cracked twice since spring, and both times the crack began at the door, where the bricks are the thinnest. We have
        asked two masons what they make of it, and they agree on nothing but their price.

        ## Oven door

        - Replace the hinge
        - Red bricks
        - Clean the flue
        """,
        10,
        11,
        12);
  }

  @Test
  void aFileOfListsNeedsNoVerbs() {
    opens(
        """
        # Roadmap

        ## Oven

        - A new door
        - Fire bricks

        ## Shop

        - Longer hours
        """,
        5,
        6,
        10);
  }

  @Test
  void boldItemsAroundOthersMayBeGroups() {
    opens(
        """
        * **Kitchen**
          * The new door
          * Cups
        * **Garden**
          * A hedge
        """);
  }

  @Test
  void numbersAloneMakeNoTasks() {
    opens(
        """
        # Lavorni

        ## 1. Gibel tarun

        Kubal sokat fatinur venim dorap, lirga tovan meskir aldo.

        ## 2. Sokat venim

        Tovan meskir aldo kubal sokat, fatinur venim dorap lirga.

        ## 3. Lirga aldo

        Meskir aldo kubal venim, dorap lirga tovan sokat fatinur.
        """);
  }

  @Test
  void numberedHeadingsWithVerbsAreTasks() {
    opens(
        """
        # Backlog

        ## 1. Mend the oven door

        It hangs by one hinge, and the heat goes out at the side.

        ## 2. Order bricks for the back

        Those behind the fire have cracked since spring.
        """,
        3,
        7);
  }

  @Test
  void aWordWithNumbersIsASeries() {
    opens(
        """
        # Lavorni

        ## Gibel 1: kubal sokat fatinur

        Sokat: venim
        Tovan: dorap

        ## Gibel 2: lirga tovan meskir

        Sokat: aldo
        Tovan: kubal
        """);
  }

  @Test
  void aStateInAWordThatNobodyKnowsIsUndecided() {
    opens(
        """
        # Backlog

        ## B-1 Mend the oven door — VALMIS

        It hangs by one hinge.

        ## B-2 Order bricks

        Those behind the fire have cracked.

        - [ ] **Fire bricks** — POSTPONED_BY_OWNER. Not before spring.
        """,
        7);
  }

  @Test
  void aStateWithWordsOfDoubtIsUndecided() {
    opens(
        """
        # Todo

        - Mend the oven door [FIXED 2026-07-22 — the hinge only]
        - Order bricks [FIXED 2026-07-22]
        - Clean the flue
        """,
        5);
  }

  @Test
  void aColumnThatMayTellStatesLeavesItsRowsUndecided() {
    opens(
        """
        # Backlog

        | Nr | Task | Gibel |
        |---|---|---|
        | 1 | Mend the door | tak on |
        | 2 | Order bricks | tak on |
        | 3 | Paint the sign | tak on |
        | 4 | Cut the hedge | |
        """);
  }

  @Test
  void aYesInAColumnForWhatIsDone() {
    opens(
        """
        # Backlog

        | Nr | Titel | Erledigt |
        |---|---|---|
        | 1 | Tür richten | ja |
        | 2 | Steine bestellen | nein |
        | 3 | Schild malen | ja |
        | 4 | Hecke schneiden | |
        """,
        6,
        8);
  }

  @Test
  void rowsThatNameTasksOfATableAboveAreAPlan() {
    opens(
        """
        # Backlog

        | ID | Story | Priority | Status |
        |---|---|---|---|
        | US-01 | Mend the door | P1 | To do |
        | US-02 | Order bricks | P2 | To do |
        | US-03 | Paint the sign | P3 | To do |

        ## Calendar

        | ID | Description | Points |
        |---|---|---|
        | US-03 | Sign | 2 |
        | US-01 | Door | 5 |
        | Sum | | 7 |
        """,
        5,
        6,
        7);
  }

  @Test
  void headingsThatSayHowUrgentTheyAre() {
    opens(
        """
        # Backlog

        ## New door (priority: high)

        The old one hangs by one hinge.

        ## Sign (priority: low)

        It has faded, and nobody can read it:

        - **Paint** — the old colour is gone
        - **Letters** — larger ones

        ## Hedge (priority: low)

        It stands in the light.
        """,
        3,
        7,
        14);
  }

  @Test
  void aCodeAmongTheWordsOfAHeadingIsNoUrgency() {
    opens(
        """
        # Backlog

        ## Measured

        ### 1. What the P1 oven takes (kitchen.md P1 of May)

        - Forty logs a day, as it stands, with the door open for one hour of five and all of the flues clean.

        That is more than last year, when the door was shut and the logs were dry, and the price has gone up since, as all prices have.
        """);
  }

  private static void opens(String backlog, Integer... lines) {
    assertEquals(List.of(lines), ReadingCuesTest.open(backlog));
  }
}
