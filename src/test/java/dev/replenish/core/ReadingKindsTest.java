package dev.replenish.core;

import static dev.replenish.core.OpenTasks.assertOpen;

import org.junit.jupiter.api.Test;

/** Notations learned from a blind set (docs/reading.md), in invented backlogs. */
class ReadingKindsTest {

  @Test
  void tableThatRepeatsHeadingsGivesTheirStates() {
    assertOpen(
        """
        # Bakery

        ## Where things stand

        | Item | Status | Notes |
        |------|--------|-------|
        | OVEN-1 | Open | bricks are here |
        | OVEN-2 | **Done** | |
        | OVEN-3 | **Agreed** | see below |

        ## Oven

        ### OVEN-1 - Mend the door

        The hinge is loose.

        ### OVEN-2 - Sweep the flue

        It smokes.

        ### OVEN-3 - Choose a mason

        Two have answered.
        """,
        13);
  }

  @Test
  void unknownStatusOnFirstLineIsNotOpen() {
    assertOpen(
        """
        # Bakery

        ## Mend the door of the oven

        Status: done.

        ## Sweep the flue of the oven

        Status: open.

        ## Choose a mason for the chimney

        Status: handed to the guild.

        ## Paint the sign above the shop

        Status: done.
        """,
        7);
  }

  @Test
  void tableThatNamesHeadingsIsAnIndex() {
    assertOpen(
        """
        # Bakery

        ## Index

        | ID | Pri | Title | Status |
        |----|-----|-------|--------|
        | BUG-001 | 2 | The lid is stuck | open |
        | IDEA-001 | 3 | A second oven | open |

        ## Open items

        ### BUG-001: The lid is stuck
        - **Priority**: 2
        - **Added**: 2026-01-05

        ### IDEA-001: A second oven
        - **Priority**: 3
        - **Added**: 2026-02-08
        """,
        12,
        16);
  }

  @Test
  void emojiAndWordAfterTitleGiveTheState() {
    assertOpen(
        """
        # Bakery

        ## High

        ### 1. The lid is stuck — ✅ GEFLICKT

        **Problem**

        It does not open.

        ### 2. The flue smokes (✅ swept)

        **Problem**

        It smokes.

        ### 3. The door is cold

        **Problem**

        It has no felt.
        """,
        17);
  }

  @Test
  void subheadingsOfTaggedHeadingsAreParts() {
    assertOpen(
        """
        # Bakery

        ## [BUG] Dough of one day in the next

        **Priority**: medium
        **Found**: 2026-03-07

        ### What is seen

        Old dough is in the trough.

        ### Cause

        Nobody scrapes it.

        ## [FEAT] A look at the whole batch

        **Priority**: high
        **Found**: 2026-03-07

        ### The question

        Each loaf is good, the batch is not.

        ### Change: add a pause

        A pause comes in front of the next loaf.

        **Touches:**

        - the table
        - the clock
        """,
        3,
        16);
  }

  @Test
  void listsBelowTitlesInABoardColumnAreUnclear() {
    assertOpen(
        """
        # Bakery

        ## Up next

        ### Settings for each oven
        - Each oven has a plate of its own
        - Ovens without a plate stay as they are

        ### A fixed place for flour
        - Currently it stands at the door
        - Sacks: rye, wheat

        ### Light above the table
        - White light on white flour is hard to see
        """);
  }

  @Test
  void fieldsOfOneProposalAreNoTasks() {
    assertOpen(
        """
        # Bakery

        ## A look at old ovens (asked for, 2026-06-24)

        - **Use:** hand over an oven that stands already
        - **Need:** somebody has to know its history
        - **Two ways:**
          1. ask the owner
          2. look inside
        - **Builds on:** the list of ovens
        """);
  }

  @Test
  void singleTreeOfGroupsIsUnclear() {
    assertOpen(
        """
        * Uses
            * Oven
                * Bake a loaf
                * Bake a cake
            * Table
                * Knead
                * Fold
        """);
  }

  @Test
  void priorityHeadingMayHaveMoreWords() {
    assertOpen(
        """
        # BACKLOG

        ## Hecho recientemente

        1. Horno nuevo.

        ## Alta prioridad pendiente

        1. Puerta del horno.
        2. Mesa de amasar.
        """,
        9,
        10);
  }

  @Test
  void columnHeadersMayHaveBrackets() {
    assertOpen(
        """
        # Bakery

        | What now | Effort (days) | Priority (1-5) |
        |----------|---------------|----------------|
        | Oven door | 2 | P1 |
        """,
        5);
  }

  @Test
  void pipesInCodeDoNotSplitCells() {
    assertOpen(
        """
        # Bakery

        | # | Task | File | Status |
        |---|------|------|--------|
        | A-1 | Sort `rye|wheat` | `bins` | [ ] |
        | A-2 | Sort sacks | `bins` | [x] |
        """,
        5);
  }

  @Test
  void boxesOfDoneTasksDoNotDetermineTheFormOfOpenTasks() {
    assertOpen(
        """
        # Backlog

        ## Oven

        - Mend the door
        - Sweep the flue

        ## Done

        - [x] Buy flour
        - [x] Paint the sign
        - [x] Count the sacks
        """,
        5,
        6);
    assertOpen(
        """
        # Backlog

        ## Oven

        | ID | Part | Priority |
        |----|------|----------|
        | OV-1 | Mend the door | P1 |
        | OV-2 | Sweep the flue | P2 |

        ## Done

        - [x] Buy flour
        - [x] Paint the sign
        """,
        7,
        8);
  }

  @Test
  void labelledNumbersAreNoTasks() {
    assertOpen(
        """
        # Backlog

        ## Yesterday

        - loaves: 120
        - rolls: 40
        - left over: 7 %

        ## Oven

        - Mend the door
        - Sweep the flue
        """,
        11, 12);
  }

  @Test
  void acceptanceCriteriaOfAPhaseAreNoTasks() {
    assertOpen(
        """
        # Backlog

        ## Oven

        **Criterios de aceptación de la fase:**

        - [ ] La puerta cierra
        - [ ] El horno no humea

        ### HO-1 — Reparar la puerta

        **Entrega:** una bisagra nueva

        ### HO-2 — Limpiar el tiro

        **Entrega:** un tiro sin hollín
        """,
        10,
        14);
  }
}
