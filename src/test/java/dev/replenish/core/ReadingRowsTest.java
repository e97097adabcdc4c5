package dev.replenish.core;

import static dev.replenish.core.OpenTasks.assertOpen;

import org.junit.jupiter.api.Test;

/** Rows of tables that are tasks, and the text around them (docs/reference/unmarked.md). */
class ReadingRowsTest {

  @Test
  void rowsThatReferToSeveralTasksAreNoTasks() {
    assertOpen(
        """
        # Bakery

        | Code | Deliverable | Priority | Needs |
        |------|-------------|----------|-------|
        | [K-1](k/1.md) | Oven door | P1 | |
        | [K-2](k/2.md) | Chimney cap | P1 | |
        | [K-3](k/3.md) | Flour silo | P2 | |

        ## What the guild asks for

        | Id | Requirement | Tasks |
        |----|-------------|-------|
        | G1 | No smoke | [K-1](k/1.md), [K-2](k/2.md) |
        | G2 | No mice | [K-3](k/3.md) |
        | G3 | Bread at six | [K-1](k/1.md), [K-3](k/3.md) |
        """,
        5,
        6,
        7);
  }

  @Test
  void storyRowsThatReferToOneEpicEachAreTasks() {
    assertOpen(
        """
        # Bakery

        | Code | Epic | Priority |
        |------|------|----------|
        | E-1 | Oven | P1 |
        | E-2 | Shop | P2 |

        ## Stories

        | Id | Title | Part of | Priority |
        |----|-------|---------|----------|
        | S-1 | Mend the door | E-1 | P1 |
        | S-2 | Paint the sign | E-2 | P1 |
        | S-3 | Sweep the flue | E-1 | P2 |
        """,
        5,
        6,
        12,
        13,
        14);
  }

  @Test
  void tableWithOneRowPerGroupHoldsNoTasks() {
    assertOpen(
        """
        # Bakery

        ## Plan

        | Milestone | Goal | Baker |
        |-----------|------|-------|
        | First | The oven burns | Ann |
        | Second | The shop is open | Ben |
        | Third | The mill turns | Ann |

        ## Tasks

        | Milestone | Task |
        |-----------|------|
        | First | Mend the door |
        | First | Sweep the flue |
        | Second | Paint the sign |
        """,
        15,
        16,
        17);
  }

  @Test
  void rowsWithContinuedNumbersAreTasksBelowAnyHeading() {
    assertOpen(
        """
        # Bakery

        ## Shop

        | # | Task | Why |
        |---|------|-----|
        | 1 | Paint the sign | faded |
        | 2 | Buy bags | few left |

        ## Risks at the oven

        | # | Task | Why |
        |---|------|-----|
        | 3 | Sweep the flue | soot |
        | 4 | Mend the door | smoke |
        """,
        7,
        8,
        14,
        15);
  }

  @Test
  void rowsBelowAParagraphBelongToTheTableAbove() {
    assertOpen(
        """
        # Bakery

        | # | Task | Status |
        |---|------|--------|
        | 1 | Sweep the flue | done |
        | 2 | Mend the door | todo |

        Tell Ann when a row is done.

        | 3 | Paint the sign | todo |
        | 4 | Buy bags | blocked |
        | half a row |
        """,
        6,
        10);
  }

  @Test
  void headingsThatNameRowsByNumberDescribeThem() {
    assertOpen(
        """
        # Bakery

        # State

        | Loaf | Goal | Status |
        |------|------|--------|
        | 1 | The oven | done |
        | 2 | The door | todo |

        # Loaf 1

        ## What to do

        - buy bricks
        - fetch a mason
        - build the oven

        # Loaf 2

        ## What to do

        - measure the hole
        - cut the iron
        """,
        8);
  }

  @Test
  void columnsAndCellsThatDeferRowsLeaveThemUndecided() {
    assertOpen(
        """
        # Bakery

        ## Later ideas

        | Id | Idea | Why deferred |
        |----|------|--------------|
        | K1 | A second oven | no room |
        | K2 | Cakes | no cook |

        ## Oven

        | Id | Task | Shop |
        |----|------|------|
        | K3 | Mend the door | west |
        | K4 | Sweep the flue | east, deferred to spring |
        | K5 | Paint the sign | already built |
        | K6 | Buy bags | east |
        | K7 | Wash the floor | west |
        """,
        14,
        17,
        18);
  }

  @Test
  void columnOfDirectionsProvesTasks() {
    assertOpen(
        """
        # Bakery

        ## Candidates

        | Room | Finding | Direction |
        |------|---------|-----------|
        | Kitchen | The door sticks | Plane it |
        | Shop | The sign is faded | Paint it |
        """,
        7,
        8);
  }

  @Test
  void tableThatReportsWorkHoldsNoOpenTasks() {
    assertOpen(
        """
        # Bakery

        ## Todo

        | Task | What of it |
        |------|------------|
        | Mend the door | already built in by Ann |
        | Sweep the flue | with a new brush |
        """);
  }

  @Test
  void rowThatNeedsADecisionIsUndecided() {
    assertOpen(
        """
        # Bakery

        | Id | Task | Shop |
        |----|------|------|
        | K1 | Mend the door | west |
        | K2 | Buy a second oven (awaiting approval) | west |
        | K3 | Sell cakes | needs a decision |
        | K4 | Sweep the flue | 사장 (결정 3건 대기) |
        | K5 | Paint the sign | east |
        """,
        5,
        9);
  }

  @Test
  void headingThatAwaitsADecisionLeavesItsTasksUndecided() {
    assertOpen(
        """
        # Bakery

        ## Needs a decision from the guild

        - [ ] A second oven

        ## Not approved

        - [ ] Cakes

        ## C. Guild approval pending

        - [ ] Longer hours

        ## Needs paint

        - [ ] The sign
        """,
        17);
  }

  @Test
  void outdatedFileHoldsNoOpenTasks() {
    String tasks =
        """

        ## Oven

        | Id | Task | Status |
        |----|------|--------|
        | K1 | Mend the door | todo |
        | K2 | Sweep the flue | done |
        """;
    assertOpen("# Bakery\n\n> **ARCHIVED 2026-05-01.** See the board.\n" + tasks);
    assertOpen("# Bakery\n\n⚠️ **Outdated (spring)**: the book is right.\n" + tasks);
    assertOpen("# Bakery\n\n**Superseded by** [the board](b.md)\n" + tasks);
    assertOpen("# Bakery\n\nArchived rows are in the book.\n" + tasks, 9);
    assertOpen("# Bakery\n\n**Historical breads** are sold here.\n" + tasks, 9);
  }

  @Test
  void exclamationMarkInABoxIsNoOpenState() {
    assertOpen(
        """
        # Bakery

        | Id | State | Task |
        |----|-------|------|
        | K1 | [ ] | Mend the door |
        | K2 | [!] | Buy a chimney |
        """,
        5);
  }

  @Test
  void arrowsBetweenStatesAreNoState() {
    assertOpen(
        """
        # Bakery

        | Id | Story | Priority | Criteria |
        |----|-------|----------|----------|
        | K1 | See an order | P1 | The order goes open → in progress → done |
        | K2 | Print a bill | P1 | As agreed → done in spring |
        | K3 | Pay in cash | P1 | Change is given |
        """,
        5,
        7);
  }

  @Test
  void ideasInStateColumnAreOpen() {
    assertOpen(
        """
        # Bakery

        | Id | Task | Status |
        |----|------|--------|
        | K1 | Mend the door | idea |
        | K2 | 换门 | 待排期 |
        | K3 | Починить дверь | ⏳ Ожидает |
        | K4 | Cerrar la puerta | por implementar |
        | K5 | Buy bags | someday perhaps |
        """,
        5,
        6,
        7,
        8);
  }
}
