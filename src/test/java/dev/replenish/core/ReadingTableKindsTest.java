package dev.replenish.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Kinds of tables that hold tasks, and kinds that tell of one (docs/reading.md). */
class ReadingTableKindsTest {

  @Test
  void aColumnOfBoxesIsTheState() {
    opens(
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
  void severalColumnsOfBoxesCompare() {
    opens(
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
  void aColumnOfCitationsIsNoState() {
    opens(
        """
        # Bakery

        | Gibel | Tarun |
        |-------|-------|
        | Venim oven door | [1] |
        | Venim the flue | [2] |
        """);
  }

  @Test
  void itemsAroundTablesAreGroups() {
    opens(
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
  void anItemAroundATableAmongOthersIsUnclear() {
    opens(
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

  private static void opens(String text, Integer... lines) {
    assertEquals(List.of(lines), ReadingCuesTest.open(text));
  }
}
