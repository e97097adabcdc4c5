package dev.replenish.plan.life;

import dev.replenish.plan.FileNames;

/** The beginning of a new archive (docs/reference/life-cycle.md, "The archive"). */
public final class ArchiveTemplate {
  private static final String TEXT =
      """
      # Archive

      <!--
      INSTRUCTIONS: %ARCHIVE%

      Purpose: finished and rejected tasks out of %TODO%, in the order of completion.

      Append only: what stands here is never changed.
      -->

      ---

      """;

  private ArchiveTemplate() {}

  /** The text up to the first block, with lines ended by {@code newLine}. */
  public static String text(FileNames files, String newLine) {
    return TEXT.replace("%ARCHIVE%", files.archive())
        .replace("%TODO%", files.todo())
        .replace("\n", newLine);
  }
}
