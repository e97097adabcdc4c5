package dev.replenish.report.page;

import dev.replenish.app.report.BoardReport;
import dev.replenish.report.Text;
import java.util.ArrayList;
import java.util.List;

/** The state of a board in one sentence. */
final class Headline {
  private Headline() {}

  /** {@code 12 tasks to do, 3 of them in work, 1 blocked, 2 overdue.}. */
  static String of(BoardReport report) {
    List<String> words = new ArrayList<>();
    words.add(Text.count(report.open(), "task") + " to do");
    add(report.inWork().size(), "in work", words);
    add(report.blocked().size(), "blocked", words);
    add(report.overdue().size(), "overdue", words);
    add(report.incomplete().size(), "incomplete", words);
    return String.join(", ", words) + ".";
  }

  private static void add(int count, String what, List<String> words) {
    if (count > 0) {
      words.add(count + " " + what);
    }
  }
}
