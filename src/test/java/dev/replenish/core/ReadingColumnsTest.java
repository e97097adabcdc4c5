package dev.replenish.core;

import static dev.replenish.core.OpenTasks.assertOpen;

import org.junit.jupiter.api.Test;

/** Columns that show that a table holds tasks, or that give their states (docs/reading.md). */
class ReadingColumnsTest {

  @Test
  void columnOfTaskTypesProvesTableWithTitles() {
    assertOpen(
        """
        | Id | Type | Title | Description | Part |
        |----|------|-------|-------------|------|
        | 1 | Task | Oven door | It leaks on the left | Oven |
        | 2 | Story | The till | Count what is sold | Shop |
        | 3 | Bug | Fire bricks | One of them is loose | Yard |
        | 4 | Spike | The flue | Ask what a new one costs | Roof |
        """,
        3,
        4,
        5,
        6);
  }

  @Test
  void tableThatExplainsTaskTypesHoldsNoTasks() {
    assertOpen(
        """
        # Bakery

        | Type | Meaning | Example |
        |------|---------|---------|
        | Task | Anything else | Buy flour |
        | Story | Somebody wants it | Longer hours |
        | Bug | It does not work | The lid is stuck |
        """);
  }

  @Test
  void tableThatExplainsPrioritiesHoldsNoTasks() {
    assertOpen(
        """
        # Bakery

        | Name | Sokat venim |
        |------|-------------|
        | 🔴 Red | The shop is shut without it |
        | P1: orange | The shop is poorer without it |
        """);
  }

  @Test
  void titlesThatBeginWithPriorityAndIdAreTasks() {
    assertOpen(
        """
        # Bakery

        ## 1. What the shop needs

        It has been asked for by those who buy here, and by those who bake.

        | Gibel / tarun | Sokat venim |
        |---------------|-------------|
        | **P0 · M1. Oven door** | It leaks on the left, and the loaves are pale there. |
        | **P1 · M2. The flue** | It smokes when the wind is in the east. |
        | **P1 · S1. The till** | It does not open on Mondays. |

        ## 2. What the letters mean

        | Gibel | Sokat venim |
        |-------|-------------|
        | **P0** | The shop is shut without it. |
        | **P1** | The shop is poorer without it. |
        """,
        9,
        10,
        11);
  }

  @Test
  void itemsWithIdAndPriorityAreTasksBesideRows() {
    assertOpen(
        """
        # Bakery

        | Gibel / tarun | Sokat venim |
        |---------------|-------------|
        | **P0 · M1. Oven door** | It leaks on the left. |
        | **P1 · M2. The flue** | It smokes. |
        | **P1 · S1. The till** | It sticks. |

        ### Sokat venim, kubal

        - **C1 · P1. Fire bricks:** one of them is loose.
        - **C2 · P2. A sign:** nobody finds the shop.

        ### Tovan

        - **Flour:** it is dear.
        - **Salt:** it is cheap.
        """,
        5,
        6,
        7,
        11,
        12);
  }

  @Test
  void rowsPlannedForAWaveBelowBacklogAreTasks() {
    assertOpen(
        """
        # Bakery

        What is planned for the shop.

        ## Legend

        | Style | Meaning |
        |-------|---------|
        | Brick | Takes a mason |

        ## Backlog

        | Machine | What it is | Style | Wave |
        |---------|------------|-------|------|
        | **Kneader** | Kneads the dough | Iron | 1 |
        | **Slicer** | Cuts loaves | Iron (small) | 1 |
        | **Second oven** | Bakes more | Brick (deferred) | 2 |

        ## Waves

        | Wave | Machines | Why |
        |------|----------|-----|
        | **1** | Kneader, slicer | They are cheap |
        | **2** | Second oven | No room yet |
        """,
        15,
        16);
  }

  @Test
  void plannedVersionsAreNoTasks() {
    assertOpen(
        """
        # Bakery

        ## Planned

        | Version | Theme | Quarter |
        |---------|-------|---------|
        | 2 | Bread | Q1 |
        | 3 | Cake | Q2 |
        """);
  }

  @Test
  void columnOfSuggestedStepsProvesTasks() {
    assertOpen(
        """
        # Bakery

        Rules:

        - keep it short

        ## Candidates

        | Area | Topic | Why it matters | Suggested next step |
        |------|-------|----------------|---------------------|
        | Oven | Door | It leaks | Ask a mason |
        | Shop | Till | It sticks | Oil it |

        ## How the oven works

        | Part | Why it matters |
        |------|----------------|
        | Door | Keeps the heat |
        """,
        11,
        12);
  }

  @Test
  void stateInPriorityColumnCounts() {
    assertOpen(
        """
        # Bakery

        | Task | Priority | Details |
        |------|----------|---------|
        | Oven door | 🟢 Done | It leaks |
        | The flue | high | It smokes |
        | Bricks | Blocked | No mason |
        """,
        6);
  }

  @Test
  void rowsWithShippedWorkAreNotOpen() {
    assertOpen(
        """
        # Bakery

        ## Oven

        | Task | What shipped |
        |------|--------------|
        | Oven door | A door that shuts |
        | The flue | |
        | Bricks | Red ones |

        ## What's done (in spring)

        | Task | Where |
        |------|-------|
        | The sign | front |
        """,
        8);
  }

  @Test
  void rowWithUnknownLetterAfterNumberIsNotOpen() {
    assertOpen(
        """
        # Bakery

        | # | Description | Difficulty |
        |---|-------------|------------|
        | 1 Q | Mend the oven door | Easy |
        | 2 | Sweep the flue | Hard |
        | 3 Q | Buy bricks | Easy |
        | 4 | Paint the sign | Easy |
        """,
        6,
        8);
  }

  @Test
  void rowsBelowNotEvaluatedHeadingAreNotOpen() {
    assertOpen(
        """
        # Bakery

        ## Shop

        | Task | Details |
        |------|---------|
        | Oven door | It leaks |

        ## Pool (not evaluated, only noted)

        | Task | Details |
        |------|---------|
        | A second oven | When there is room |
        """,
        7);
  }

  @Test
  void rowsThatReferToNumberedItemsAreNoTasks() {
    assertOpen(
        """
        # Backlog

        1. ~~Oven door~~ done
        2. Sweep the flue
        3. Buy bricks

        ## Where we are

        | Backlog item | Status | Notes |
        |--------------|--------|-------|
        | Clean flue (item 2) | Not started | No brush |
        | Bricks (item 3) | Not started | No cart |
        | The lid | Not started | Nobody asked |
        """,
        4,
        5);
  }

  @Test
  void newRowAmongRepeatedRowsIsATask() {
    assertOpen(
        """
        # Bakery

        ## This year

        | Id | Status | Task |
        |----|--------|------|
        | B-1 | planned | Oven door |
        | B-2 | planned | The flue |
        | B-3 | planned | Bricks |

        ## Next year

        | Id | Status | Task |
        |----|--------|------|
        | B-4 | planned | A till |
        | B-2 | planned | The flue, see above |
        | B-3 | planned | Bricks, see above |
        | B-5/6 | planned | Two signs, see B-5 and B-6 |
        | B-1 | planned | Oven door, see above |
        """,
        7,
        8,
        9,
        15);
  }
}
