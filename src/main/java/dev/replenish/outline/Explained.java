package dev.replenish.outline;

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
record Explained(int first, int last, String what, String role, Evidence cues) {

  /** A table with the rows in it that were read as tasks. */
  static Explained table(Table table, List<Found> tasks, Evidence cues) {
    return new Explained(table.head(), table.end() - 1, "table", role(tasks, "no tasks"), cues);
  }

  /** A plain list with the items in it that were read as tasks. */
  static Explained list(ListUnit items, List<Found> tasks, Evidence cues) {
    return new Explained(items.first(), items.last(), "list", role(tasks, "notes"), cues);
  }

  private static String role(List<Found> tasks, String none) {
    return tasks.isEmpty() ? none : tasks.get(0).unclear() ? "unclear" : "tasks";
  }
}
