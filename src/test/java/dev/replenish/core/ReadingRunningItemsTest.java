package dev.replenish.core;

import static dev.replenish.core.OpenTasks.assertOpen;

import org.junit.jupiter.api.Test;

/** Lists whose numbers or ids continue from one section to the next (unmarked.md, 10.19b). */
class ReadingRunningItemsTest {
  private static final String PROVEN =
      """
      # Bakery

      ## Todo

      %1$s1%2$s The oven door
      %1$s2%2$s The lid

      ## Next

      %1$s3%2$s A sign
      """;
  private static final String UNPROVEN =
      """

      ## Cellar

      %1$s5%2$s Shelves along the wall
      %1$s6%2$s The lamp

      ## %3$s

      %1$s7%2$s Names on the crates
      """;

  private static String file(String prefix, String suffix, String lastHeading) {
    return (PROVEN + UNPROVEN).formatted(prefix, suffix, lastHeading);
  }

  @Test
  void twoProvenListsProveTheListsThatContinueThem() {
    assertOpen(file("", ".", "Yard"), 5, 6, 10, 14, 15, 19);
    assertOpen(file("- OV-", ":", "Yard"), 5, 6, 10, 14, 15, 19);
    assertOpen(file("- **OV-", "**", "Yard"), 5, 6, 10, 14, 15, 19);
  }

  @Test
  void listsWithoutNumbersOrIdsNeedTheirOwnProof() {
    assertOpen(file("- Part ", ",", "Yard"), 5, 6, 10);
  }

  @Test
  void idsButNotNumbersProveListsBelowInformationalHeadings() {
    assertOpen(file("", ".", "Reference"), 5, 6, 10, 14, 15);
    assertOpen(file("- OV-", ":", "Reference"), 5, 6, 10, 14, 15, 19);
  }

  @Test
  void restartedNumbersProveNothing() {
    assertOpen(
        """
        # Bakery

        ## Todo

        1. The oven door
        2. The lid

        ## Next

        3. A sign

        ## Cellar

        1. Shelves along the wall
        2. The lamp
        """,
        5,
        6,
        10);
  }

  @Test
  void oneProvenListIsNotEnough() {
    assertOpen(
        """
        # Bakery

        ## Todo

        1. The oven door

        ## Cellar

        2. Shelves along the wall

        ## Yard

        3. Names on the crates
        """,
        5);
  }

  @Test
  void movedTasksStillCountAsProof() {
    String moved = "<!-- Task %1$sa2b3c4d moved to TODO.md on 2026-02-04 -->\n";
    String before = "# Bakery\n\n## Todo\n\n" + moved.formatted(1) + "\n## Next\n\n";
    String rest = UNPROVEN.formatted("", ".", "Yard");
    assertOpen(before + moved.formatted(2) + rest, 13, 14, 18);
    assertOpen(before + "1. A sign\n" + rest.replace("5.", "2.").replace("6.", "3."), 9);
  }

  @Test
  void movedTasksOfAnotherSeriesAreNoProof() {
    String moved = "<!-- Task %sa2b3c4d moved to TODO.md on 2026-02-04 -->\n";
    String before = "# Bakery\n\n## Todo\n\n" + moved + "\n## Next\n\n" + moved;
    String rest = UNPROVEN.formatted("- OV-", ":", "Yard");
    assertOpen(before.replace("%sa2b3c4d", "OV-1") + rest, 13, 14, 18);
    assertOpen(before.replace("%sa2b3c4d", "NX-1") + rest);
  }
}
