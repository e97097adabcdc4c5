package dev.replenish.outline;

import dev.replenish.outline.page.Evidence;
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

  /** Something with the tasks in it, or without any. */
  static Explanation of(int first, int last, String what, List<FoundTask> tasks, Evidence cues) {
    String none = what.equals("table") ? "no tasks" : "notes";
    String some = !tasks.isEmpty() && tasks.get(0).unclear() ? "unclear" : "tasks";
    return new Explanation(first, last, what, tasks.isEmpty() ? none : some, cues);
  }
}
