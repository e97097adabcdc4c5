package dev.replenish.core;

import static dev.replenish.core.OpenTasks.assertOpen;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Text that looks like tasks is open only where words, a state or its own form prove it
 * (docs/reference/unmarked.md, "How a file is read").
 */
class UnprovenTasksTest {

  @Test
  void unprovenListBesideProseIsUnclear() {
    assertOpen(
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
  void logBelowTopicHeadingIsUnclear() {
    assertOpen(
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
  void verbsProveListBesideProse() {
    assertOpen(
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
  void fileOfListsNeedsNoVerbs() {
    assertOpen(
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
  void boldItemsAroundOtherItemsMayBeGroups() {
    assertOpen(
        """
        * **Kitchen**
          * The new door
          * Cups
        * **Garden**
          * A hedge
        """);
  }

  @Test
  void numbersAloneProveNoTasks() {
    assertOpen(
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
    assertOpen(
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
  void headingsOfTheSameWordAndANumberAreASeries() {
    assertOpen(
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
  void unknownStateWordLeavesTaskUndecided() {
    assertOpen(
        """
        # Backlog

        ## B-1 Mend the oven door — EGINDA

        It hangs by one hinge.

        ## B-2 Order bricks

        Those behind the fire have cracked.

        - [ ] **Fire bricks** — POSTPONED_BY_OWNER. Not before spring.
        """,
        7);
  }

  @Test
  void stateWithReservationIsUndecided() {
    assertOpen(
        """
        # Todo

        - Mend the oven door [FIXED 2026-07-22 — the hinge only]
        - Order bricks [FIXED 2026-07-22]
        - Clean the flue
        """,
        5);
  }

  @Test
  void columnThatMayGiveStatesLeavesRowsUndecided() {
    assertOpen(
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
  void yesInDoneColumnMeansDone() {
    assertOpen(
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
  void rowsThatReferToTasksOfATableAboveAreASchedule() {
    assertOpen(
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
  void headingsWithPriorityAreTasks() {
    assertOpen(
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
  void codeInsideHeadingTextIsNoPriority() {
    assertOpen(
        """
        # Backlog

        ## Measured

        ### 1. What the P1 oven takes (kitchen.md P1 of May)

        - Forty logs a day, as it stands, with the door open for one hour of five and all of the flues clean.

        That is more than last year, when the door was shut and the logs were dry, and the price has gone up since, as all prices have.
        """);
  }

  @Test
  void remarkAfterDashGivesState() {
    assertOpen(
        """
        # Backlog

        ## Open

        - Mend the hinge — **blocked on the smith** (he is ill until May). Buy a new one otherwise.
        - Order bricks — **fixed in May (closed)**
        - Clean the flue — **handed to the mason**
        - Sweep the yard — **P2**
        - Oil the door
        """,
        8,
        9);
  }

  @Test
  void struckThroughTextAfterLabelIsNotOpen() {
    assertOpen(
        """
        # Backlog

        ## Open

        - Candidate: ~~a second oven~~ **Pulled into May**
        - Candidate: ~~a third oven~~
        - Candidate: a new door
        """,
        7);
  }

  @Test
  void listOfPathsHoldsNoTasks() {
    assertOpen(
        """
        # Backlog

        The backlog has moved.

        - Start here: `oven/README.md`
        - By room:
          - `oven/kitchen.md`
          - `oven/cellar.md`
        """);
  }

  @Test
  void unprovenTableBesideBoxesIsUnclear() {
    assertOpen(
        """
        # Oven

        ## Baldintzak

        | ID | Izena | Description | Priority |
        |----|------|-------------|----------|
        | RN-001 | Warmth | The oven must be warm at six | P1 |

        ## May

        - [ ] Mend the door
        - [ ] Order bricks
        - [ ] Clean the flue
        """,
        11,
        12,
        13);
  }

  @Test
  void repeatedSubheadingsArePartsOfATask() {
    assertOpen(
        """
        # Backlog

        ## BAKE-OVEN-DOOR — the door

        ### Context

        It does not shut.

        ### Tasks

        - Measure the hinge
        - Buy a hinge

        ### Ready when

        - It shuts

        ## BAKE-OVEN-FLUE — the flue

        ### Context

        It smokes.

        ### Tasks

        - Sweep it

        ### Ready when

        - No smoke
        """,
        3,
        18);
  }

  @Test
  void itemsCalledTaskWithANumberAreTheTasks() {
    assertOpen(
        """
        # Backlog

        ## All

        - **Task 1:** Mend the door
          - **Steps:** measure it
        - **Task 2:** Order bricks
          - **Steps:** count them
        - **Task 3:** Clean the flue
          - **Steps:** sweep it

        ## By room

        ### Kitchen

        - Tasks 1-2: the oven and what it is made of

        ### Roof

        - Task three: the flue
        """,
        5,
        7,
        9);
  }

  @Test
  void itemsBelowADateAreALog() {
    assertOpen(
        """
        # Backlog

        ## 2025-03-04

        - Fix the hinge
        - Add a second rack

        ## 2025

        - Order bricks
        """,
        10);
  }

  @Test
  void struckThroughItemProvesItsList() {
    assertOpen(
        """
        # Oven

        What the bakers wish for, round by round. Nothing here is promised, and nothing here has a day; whoever takes something out of
        it strikes it through, and says in which round it went, so that the others can find it again when they look for it in spring.

        ## Left over from the fifth round

        - ~~A second rack~~ **Taken**
        - A wider door
        - Tiles for the roof
        """,
        9,
        10);
  }

  @Test
  void relativeTimesInHeadingsProveLists() {
    assertOpen(
        """
        # Fahrplan

        ## Kurzfristig

        1. Tür und Angel
        2. Ziegel

        ## 0.5.0

        Der Ofen brennt.

        ## Langfristig

        1. Zweiter Ofen
        """,
        5,
        6,
        14);
  }

  @Test
  void headingsWithTaskWordOrCodeAreTasks() {
    assertOpen(
        """
        # Backlog

        ### Bug: the door does not shut

        It has not shut since spring, whatever the weather.

        ### US1 – Bread

        **As a** baker, **I want** bread.

        ### US2 – Cake

        **As a** baker, **I want** cake.
        """,
        3,
        7,
        11);
  }

  @Test
  void fieldMayBeEntirelyBold() {
    assertOpen(
        """
        # Backlog

        ## The hinge of the door

        **Priority: high.** It has not shut since spring.

        ## The flue on the roof

        **Priority: low.** It smokes when the wind comes from the lake.
        """,
        3,
        7);
  }

  @Test
  void rowsThatLinkToIssuesAreTasks() {
    assertOpen(
        """
        # First backlog

        | Round | Issue | What is expected |
        |-------|-------|------------------|
        | R1 | [Mend the door](https://example.org/oven/issues/1) | It shuts |
        | R2 | [Order bricks](https://example.org/oven/issues/2) | They are red |
        """,
        5,
        6);
  }

  @Test
  void requirementsAndMetricsInAnyLanguageHoldNoTasks() {
    for (String title : List.of("Requisitos", "Anforderungen", "Требования", "要件", "지표")) {
      assertOpen(
          "# Oven\n\n## "
              + title
              + "\n\n| Name | Beispiel |\n|---|---|\n| Warm | at six |\n\n- Warm\n- Dry\n");
    }
  }

  @Test
  void repeatedLabelsAloneDoNotMakeHeadingsTasks() {
    assertOpen(
        """
        # Notes

        ## Left side of the house:

        **Wall**
        **Roof**

        ### As a guest, I want:

        - warm bread
        - a dry seat

        ### As a baker, I want:

        - dry wood
        - sharp knives

        ## Right side of the house:

        **Wall**
        **Roof**

        ### As a guest, I want:

        - a window
        - a lamp

        ### As a baker, I want:

        - a shelf
        - a sink
        """);
  }

  @Test
  void emphasisedStateBeforeMoreTextCounts() {
    assertEquals(
        List.of(13),
        OpenTasks.open(
            """
            # Bakery

            ## NOW

            1. **Mend the door** — [both] — **DONE 2026-06-13: the hinge was bent, the smith straightened it, and the door shuts; it was
               painted afterwards**
               - Owner: Ann
            2. **Buy bricks** — [oven] — **DEFERRED by the owner (2026-06-13): the price is too high; we ask again in autumn**
               - Owner: Bob
            3. **Sweep the flue** — [oven] — **ENTFALLEN, weil der Ofen kalt bleibt: im Herbst fragen wir noch einmal nach, wer es macht**
               - Owner: Bob

            4. **Clean the sink** — [both] — it smells
            """));
  }

  @Test
  void taskNamedInBoldDoneRemarkIsUndecided() {
    assertOpen(
        """
        # Bakery

        ## Gaps in the oven

        > **✅ RESOLVED 2026-07-07: G1 and G2 both built** (tried twice). Left: G3.

        ### G1 — The door can not be shut
        It hangs by one hinge, and the smith has no time.

        ### G2 — The flue is never swept
        Nobody has a brush that is long enough.

        ### G3 — The bricks are cold
        They lie in the rain.

        ### G4 — ✅ Fixed: the lamp was dark
        It has a new wick.
        """,
        13);
  }

  @Test
  void listBelowBoldLineWithIdBelongsToIt() {
    assertOpen(
        """
        # Bakery

        ## TODO

        **A1 ✅ As a guest, I see the bread that is for sale before I come in and shut the door behind me.**
        - Given a window
        - When the lamp is lit
        - Then the bread is seen

        **A2 ✅ As a guest, I pay at the door, so that nobody has to wait for me inside while I look for a coin.**
        - Given a coin
        - Then the baker nods
        """);
  }

  @Test
  void wordsAloneProveNoListWhereMostListsAreNotes() {
    assertOpen(
        """
        # Plan

        We met in spring and wrote all of this down in one evening, with the lamp lit and the door shut, so that nobody would forget what
        had been said about the oven, the flue, the bricks and the price of wood in the year before.

        ## Aims of the house

        1. Mend what is broken in the kitchen
        2. Build an oven that holds the heat
        3. Write down who does what

        ## Wood

        - Beech
        - Oak

        ## Bricks

        - Red
        - Grey

        ## People

        - Ann
        - Bob

        ## Days

        - Monday
        - Friday

        ## Sounds

        - A bell
        - A horn

        ## Colours

        - Blue
        - White
        """);
  }

  @Test
  void sentenceAsPriorityLeavesRowUndecided() {
    assertOpen(
        """
        # Bakery

        | Item | Priority |
        |------|----------|
        | Mend the door | High |
        | The clock runs late | Ruled, do not raise it again this year |
        """,
        5);
  }

  @Test
  void onlyHeadingWithAnIdAboveAListIsUnclear() {
    assertOpen(
        """
        # Bakery

        ## NOW

        1. Mend the door

        ## JULY-3 check the oven before the guests come

        - Red bricks
        - Dry wood

        ## Small fixes

        - Sweep the flue
        """,
        5,
        14);
  }

  /** Only a comment shows that the items of these lists are tasks. */
  private static final String TOPICS =
      """
      # Tea house%s

      It stands by the river.

      ## Kitchen

      - Kettle of the old kind
      - Cups from the other house

      ## Garden

      - Hedge along the wall
      - Steps to the river

      ## Notes

      - Rain from the west
      """;

  @Test
  void itemsBelowTopicsAreUnclear() {
    assertOpen(TOPICS.formatted(""));
  }

  @Test
  void commentAfterTitleMakesEachItemATaskExceptNotes() {
    assertOpen(TOPICS.formatted(" <!-- group: each item is a task -->"), 7, 8, 12, 13);
  }

  @Test
  void commentAppliesOnlyToListsBelowItsHeading() {
    assertOpen(
        TOPICS.formatted("").replace("## Garden", "## Garden <!-- group: each item is a task -->"),
        12,
        13);
  }

  @Test
  void commentAppliesToListsBelowLabelsAndRowsOfTables() {
    assertOpen(
        """
        # Tea house <!-- group: each item is a task -->

        ## Kitchen

        Of the oven:

        - Bricks of two kinds
        - Door with a window

        Notes:

        - Rain from the west

        ## Garden

        | Item | Place |
        |---|---|
        | Hedge | Wall |
        | Moss | Steps |
        """,
        7,
        8,
        18,
        19);
  }
}
