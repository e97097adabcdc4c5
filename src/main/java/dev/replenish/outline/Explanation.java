package dev.replenish.outline;

import dev.replenish.outline.page.Evidence;
import dev.replenish.outline.task.FoundTask;
import java.util.List;

/**
 * What a heading, a list or a table was read as, and why.
 *
 * @param first the index of its first line
 * @param last the index of its last line
 * @param what a heading, a list, a table or lines
 * @param role what it was read as, such as tasks or notes
 * @param cues the cues for and against that
 */
record Explanation(int first, int last, String what, String role, Evidence cues) {

  /** Explains a list, a table or lines by the tasks found there. */
  static Explanation of(int first, int last, String what, List<FoundTask> tasks, Evidence cues) {
    String none = what.equals("table") ? "no tasks" : "notes";
    String some = !tasks.isEmpty() && tasks.get(0).unclear() ? "unclear" : "tasks";
    return new Explanation(first, last, what, tasks.isEmpty() ? none : some, cues);
  }
}
