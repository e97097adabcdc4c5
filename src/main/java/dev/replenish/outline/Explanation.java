package dev.replenish.outline;

import dev.replenish.outline.page.Evidence;
import dev.replenish.outline.page.LineUnit;
import dev.replenish.outline.page.ListUnit;
import dev.replenish.outline.page.Table;
import dev.replenish.outline.task.FoundTask;
import java.util.List;

/**
 * What a heading, a list or a table was read as, and why.
 *
 * @param first the index of its first line
 * @param last the index of its last line
 * @param what what it is: a heading, a list or a table
 * @param role what it was read as
 * @param cues what spoke for it and against it
 */
record Explanation(int first, int last, String what, String role, Evidence cues) {

  /** A table with the rows in it that were read as tasks. */
  static Explanation table(Table table, List<FoundTask> tasks, Evidence cues) {
    return new Explanation(table.head(), table.end() - 1, "table", role(tasks, "no tasks"), cues);
  }

  /** A plain list with the items in it that were read as tasks. */
  static Explanation list(ListUnit items, List<FoundTask> tasks, Evidence cues) {
    return new Explanation(items.first(), items.last(), "list", role(tasks, "notes"), cues);
  }

  /** Lines of text, with those that were read as tasks. */
  static Explanation lines(LineUnit lines, List<FoundTask> tasks, Evidence cues) {
    return new Explanation(lines.first(), lines.last(), "lines", role(tasks, "notes"), cues);
  }

  private static String role(List<FoundTask> tasks, String none) {
    return tasks.isEmpty() ? none : tasks.get(0).unclear() ? "unclear" : "tasks";
  }
}
