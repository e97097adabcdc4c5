package dev.replenish.plan.promote;

import dev.replenish.plan.FileNames;

/**
 * A new {@code TODO.md}: its instruction comment and batch header (docs/reference/moving.md, "A new
 * TODO.md").
 */
public final class TodoTemplate {
  /** The batch type of a list that holds no task yet. */
  public static final String NO_TYPE = "none yet";

  private static final String TEXT =
      """
      # Project TODO

      <!--
      INSTRUCTIONS: %TODO%

      Purpose: the tasks of the current batch. Everything else waits in %BACKLOG%.

      1) %TODO% MUST contain only ONE [type:*] at a time.
      2) Batch size target: %SIZE%.
      3) Preserve the order as moved from %BACKLOG%.
      4) Keep the status of each task true: todo, in-progress, blocked, done, rejected.
      -->

      ## 🎯 Current Batch Focus

      **Batch Type:** %TYPE%\s\s
      **Batch Goal:** Finish these tasks, in this order\s\s
      **Batch Size Target:** %SIZE%

      ---

      """;

  private static final String UNMARKED =
      """
      # TODO

      <!--
      The tasks of the current batch, as they stood in %BACKLOG%; everything else waits there.
      At most %SIZE% at a time, all of one group, in the order in which they were moved.
      -->

      """;

  private TodoTemplate() {}

  /** The text up to the first heading, for tasks without markers. */
  static String unmarked(int batchSize, FileNames files, String newLine) {
    return UNMARKED
        .replace("%SIZE%", Integer.toString(batchSize))
        .replace("%BACKLOG%", files.backlog())
        .replace("\n", newLine);
  }

  /** The text up to the first block, with lines ended by {@code newLine}. */
  public static String text(String type, int batchSize, FileNames files, String newLine) {
    return TEXT.replace("%SIZE%", Integer.toString(batchSize))
        .replace("%BACKLOG%", files.backlog())
        .replace("%TODO%", files.todo())
        .replace("%TYPE%", type)
        .replace("\n", newLine);
  }
}
