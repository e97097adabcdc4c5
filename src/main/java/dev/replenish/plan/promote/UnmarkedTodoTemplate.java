package dev.replenish.plan.promote;

import dev.replenish.plan.FileNames;

/**
 * The beginning of a new {@code TODO.md} whose tasks are in no markers (docs/reference/moving.md,
 * "A new TODO.md").
 */
final class UnmarkedTodoTemplate {
  private static final String TEXT =
      """
      # TODO

      <!--
      The tasks of the current batch, as they stood in %BACKLOG%; everything else waits there.
      At most %SIZE% at a time, all of one group, in the order in which they were moved.
      -->

      """;

  private UnmarkedTodoTemplate() {}

  /** The text up to the first heading, with lines ended by {@code newLine}. */
  static String text(int batchSize, FileNames files, String newLine) {
    return TEXT.replace("%SIZE%", Integer.toString(batchSize))
        .replace("%BACKLOG%", files.backlog())
        .replace("\n", newLine);
  }
}
