package dev.replenish.core;

import static dev.replenish.core.OpenTasks.assertOpen;

import org.junit.jupiter.api.Test;

/** Kinds of tables that hold tasks, and kinds that describe a task (docs/reading.md). */
class ReadingTableKindsTest {

  @Test
  void columnOfBoxesIsTheState() {
    assertOpen(
        """
        # Bakery

        |  | Gibel | Tarun |
        |---|-------|-------|
        | [ ] | Venim oven door | 2 h |
        | [x] | Venim the flue | 3 h |
        | [ ] | Sokat the till | 1 h |
        """,
        5,
        7);
  }

  @Test
  void tableWithSeveralColumnsOfBoxesIsAComparison() {
    assertOpen(
        """
        # Bakery

        | Gibel | Tarun | Sokat |
        |-------|-------|-------|
        | Venim oven door | [ ] | [x] |
        | Venim the flue | [x] | [x] |
        | Sokat the till | [ ] | [ ] |
        """);
  }

  @Test
  void columnOfCitationsIsNoState() {
    assertOpen(
        """
        # Bakery

        | Gibel | Tarun |
        |-------|-------|
        | Venim oven door | [1] |
        | Venim the flue | [2] |
        """);
  }

  @Test
  void tablesWithTheSameFirstCellsBelowHeadingsHoldTheirFields() {
    assertOpen(
        """
        # Bakery

        ## Oven

        ### F01 Oven door

        | Item | Content |
        |------|---------|
        | Sokat | Bricks |
        | Tarun | small |

        It leaks on the left, and the loaves are pale there.

        ### F02 The flue ✅ venim

        | Item | Content |
        |------|---------|
        | Sokat | A ladder |
        | Tarun | small |

        It smokes when the wind is in the east.

        ### F03 The till

        | Item | Content |
        |------|---------|
        | Sokat | none |
        | Tarun | large |

        It does not open on Mondays.
        """,
        5,
        23);
  }

  @Test
  void fieldsInTableBelowHeadingBelongToTheHeading() {
    assertOpen(
        """
        # Bakery

        ## Oven door

        | Field | Value |
        |-------|-------|
        | Priority | high |
        | Status | open |

        ## The flue

        | Field | Value |
        |-------|-------|
        | Priority | low |
        | Status | done |
        """,
        3);
  }

  @Test
  void tablesWithDifferentFirstCellsBelowHeadingsHoldTasks() {
    assertOpen(
        """
        # Bakery

        ## Oven

        | Item | Description |
        |------|-------------|
        | Mend the oven door | It leaks |
        | Clean the flue | It smokes |

        ## Shop

        | Item | Description |
        |------|-------------|
        | Open the till | It sticks |
        | Paint the sign | It is pale |
        """,
        7,
        8,
        14,
        15);
  }

  @Test
  void itemsAboveNestedTablesAreGroups() {
    assertOpen(
        """
        # Bakery

        ## To do

        - Oven

            | Description | User |
            |-------------|------|
            | Mend the oven door | Baker |
            | Clean the flue | Baker |
        - Shop

            | Description | User |
            |-------------|------|
            | Open the till | Seller |
        """);
  }

  @Test
  void itemAboveNestedTableAmongOtherItemsIsUnclear() {
    assertOpen(
        """
        # Bakery

        ## To do

        - Mend the oven door
        - Clean the flue

            | Description | User |
            |-------------|------|
            | Clean the grate | Baker |
        - Open the till
        """,
        5,
        11);
  }

  @Test
  void numberedStagesAreNoStates() {
    assertOpen(
        """
        # Bakery

        | Key | Sokat | Stage | Depends on |
        |-----|-------|-------|------------|
        | G01 | Mend the oven door | M0 - Repairs | none |
        | G02 | Open the till | M1 - Shop | G01 |
        """,
        5,
        6);
  }

  @Test
  void stageColumnWithAStateWordGivesStates() {
    assertOpen(
        """
        # Bakery

        | Key | Task | Stage | Depends on |
        |-----|------|-------|------------|
        | G01 | Mend the oven door | M0 - done | none |
        | G02 | Open the till | M1 - Shop | G01 |
        """);
  }
}
