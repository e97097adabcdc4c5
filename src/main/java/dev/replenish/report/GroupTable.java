package dev.replenish.report;

import dev.replenish.app.Tasks.GroupCount;
import java.util.ArrayList;
import java.util.List;

/** What each group of the backlog holds, in numbers. */
final class GroupTable {
  private static final String HEADING = "Backlog";

  /** How wide the columns of numbers are: tasks, ready, incomplete. */
  private static final int[] WIDE = {8, 8, 13};

  private static final int[] NARROW = {6, 6, 11};
  private static final int LEAST_WORDS = 10;

  private GroupTable() {}

  /** Prints the groups that hold tasks, or all of them where more is asked for. */
  static void print(List<GroupCount> groups, Text text) {
    List<GroupCount> shown = new ArrayList<>();
    int width = HEADING.length();
    for (GroupCount count : groups) {
      if (count.tasks() > 0 || text.style().verbose()) {
        shown.add(count);
        width = Math.max(width, Columns.of(words(count)));
      }
    }
    if (shown.isEmpty()) {
      return;
    }
    int space = text.style().width();
    int[] numbers = width + WIDE[0] + WIDE[1] + WIDE[2] <= space ? WIDE : NARROW;
    int left = space - numbers[0] - numbers[1] - numbers[2];
    width = Math.min(width, Math.max(LEAST_WORDS, left));
    String heading = HEADING + " ".repeat(width - HEADING.length());
    heading += number("tasks", numbers[0]) + number("ready", numbers[1]);
    heading += number("incomplete", numbers[2]);
    text.data().put(TextColor.BOLD, heading).end();
    for (GroupCount count : shown) {
      String words = Columns.cut(words(count), width);
      text.data().put(words + " ".repeat(width - Columns.of(words)));
      row(count, numbers, text);
    }
    int empty = groups.size() - shown.size();
    if (empty > 0) {
      text.data().line(empty + (empty == 1 ? " empty group" : " empty groups") + " (-v shows all)");
    }
  }

  private static String words(GroupCount count) {
    return TerminalText.line(GroupWords.of(count.group()));
  }

  private static void row(GroupCount count, int[] widths, Text text) {
    TextColor ready = count.ready() > 0 ? TextColor.GOOD : TextColor.PLAIN;
    TextColor incomplete = count.incomplete() > 0 ? TextColor.WARNING : TextColor.PLAIN;
    text.data().put(number(count.tasks() + "", widths[0]));
    text.data().put(ready, number(count.ready() + "", widths[1]));
    text.data().put(incomplete, number(count.incomplete() + "", widths[2])).end();
  }

  private static String number(String word, int width) {
    return " ".repeat(Math.max(1, width - word.length())) + word;
  }
}
