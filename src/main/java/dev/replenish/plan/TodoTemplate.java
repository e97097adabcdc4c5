package dev.replenish.plan;

/** A new {@code TODO.md}: its instruction comment and batch header (TASKS.md, "A new TODO.md"). */
final class TodoTemplate {
  private static final String TEXT =
      """
      # Project TODO

      <!--
      INSTRUCTIONS: TODO.md

      Purpose: the tasks of the current batch. Everything else waits in BACKLOG.md.

      1) TODO.md MUST contain only ONE [type:*] at a time.
      2) Batch size target: %SIZE%.
      3) Preserve the order as moved from BACKLOG.md.
      4) Keep the status of each task true: todo, in-progress, blocked, done, rejected.
      -->

      ## 🎯 Current Batch Focus

      **Batch Type:** %TYPE%
      **Batch Size Target:** %SIZE%

      ---

      """;

  private TodoTemplate() {}

  /** The text up to the first block, with lines ended by {@code newLine}. */
  static String text(String type, int batchSize, String newLine) {
    return TEXT.replace("%SIZE%", Integer.toString(batchSize))
        .replace("%TYPE%", type)
        .replace("\n", newLine);
  }
}
