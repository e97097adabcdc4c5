package dev.replenish.report.board;

import dev.replenish.app.GroupCount;
import dev.replenish.app.TaskLine;
import dev.replenish.app.board.BlockReason;
import dev.replenish.app.read.Tasks.Status;
import dev.replenish.board.Task;
import dev.replenish.board.WorkState;
import dev.replenish.report.Columns;
import dev.replenish.report.GroupWords;
import dev.replenish.report.Lines;
import dev.replenish.report.TerminalText;
import dev.replenish.report.Text;
import dev.replenish.report.TextColor;
import java.util.ArrayList;
import java.util.List;

/** Prints a board in columns as wide as the terminal; in a narrow one, one below the other. */
final class BoardColumns {
  private static final int GAP = 2;
  private static final String INDENT = "  ";

  /** In a narrower terminal, the columns are one below the other. */
  private static final int SIDE_BY_SIDE = 60;

  /** The most lines of one title. */
  private static final int TITLE_LINES = 2;

  /** The most tasks of one group or state that are shown without {@code -v}. */
  private static final int MOST_SHOWN = 5;

  /** One line of a column. */
  private record Cell(TextColor tone, String words) {}

  private final Text text;
  private final int width;
  private final boolean sideBySide;
  private final List<List<Cell>> columns = new ArrayList<>();
  private List<Cell> column = new ArrayList<>();

  private BoardColumns(Text text) {
    this.text = text;
    int space = text.style().width();
    this.sideBySide = space >= SIDE_BY_SIDE;
    this.width = sideBySide ? (space - 3 * GAP) / 4 : space;
  }

  static void print(Status status, Text text) {
    BoardColumns board = new BoardColumns(text);
    board.backlog(status);
    board.work(status);
    board.blocked(status);
    board.done(status);
    board.print();
  }

  private void backlog(Status status) {
    begin("Backlog", status.groups().stream().mapToInt(GroupCount::tasks).sum() + "");
    for (GroupCount count : status.groups()) {
      if (count.tasks() > 0) {
        String tasks = " (" + count.tasks() + ")";
        String group = TerminalText.line(GroupWords.of(count.group()));
        cell(TextColor.PLACE, Columns.cut(group, width - tasks.length()) + tasks, 1);
        tasks(count.group().tasks(), TextColor.PLAIN);
      }
    }
  }

  private void work(Status status) {
    begin("In work", status.tasks().active().size() + " of " + status.batchSize());
    List<TaskLine> begun = status.in(WorkState.IN_PROGRESS);
    if (!begun.isEmpty()) {
      cell(TextColor.PLACE, "in progress", 1);
      tasks(tasksOf(begun), TextColor.PLAIN);
    }
    List<TaskLine> others = new ArrayList<>(status.tasks().active());
    others.removeAll(begun);
    others.removeAll(status.in(WorkState.BLOCKED));
    if (!others.isEmpty()) {
      cell(TextColor.PLACE, "open", 1);
      tasks(tasksOf(others), TextColor.PLAIN);
    }
  }

  private void blocked(Status status) {
    List<TaskLine> blocked = status.in(WorkState.BLOCKED);
    begin("Blocked", blocked.size() + "");
    for (TaskLine line : blocked) {
      title(line.task(), TextColor.PLAIN);
      BlockReason.of(line.document(), line.task())
          .ifPresent(reason -> cell(TextColor.WARNING, INDENT + reason, TITLE_LINES));
    }
  }

  private void done(Status status) {
    begin("Done lately", status.tasks().finished().size() + "");
    tasks(tasksOf(status.tasks().finished()), TextColor.DIM);
  }

  private static List<Task> tasksOf(List<TaskLine> lines) {
    return lines.stream().map(TaskLine::task).toList();
  }

  private void begin(String heading, String count) {
    column = new ArrayList<>();
    columns.add(column);
    cell(TextColor.BOLD, heading + " " + count, 1);
  }

  private void tasks(List<Task> tasks, TextColor tone) {
    int shown = text.style().verbose() ? tasks.size() : Math.min(MOST_SHOWN, tasks.size());
    tasks.subList(0, shown).forEach(task -> title(task, tone));
    if (shown < tasks.size()) {
      cell(TextColor.DIM, "+ " + (tasks.size() - shown) + " more", 1);
    }
  }

  private void title(Task task, TextColor tone) {
    String title = TerminalText.title(task.title());
    cell(tone, "- " + (title.isEmpty() ? TerminalText.line(task.name()) : title), TITLE_LINES);
  }

  /** Adds words in at most {@code most} lines; those below the first are indented. */
  private void cell(TextColor tone, String words, int most) {
    List<String> lines = Lines.wrap(TerminalText.line(words), width - INDENT.length());
    String indent = "";
    for (int i = 0; i < most - 1 && i < lines.size() - 1; i++) {
      column.add(new Cell(tone, indent + Columns.cut(lines.get(i), width - indent.length())));
      indent = INDENT;
    }
    int from = Math.min(most, lines.size()) - 1;
    String rest = String.join(" ", lines.subList(from, lines.size()));
    column.add(new Cell(tone, indent + Columns.cut(rest, width - indent.length())));
  }

  private void print() {
    if (!sideBySide) {
      for (List<Cell> each : columns) {
        each.forEach(cell -> text.data().put(cell.tone(), cell.words()).end());
      }
      return;
    }
    int height = columns.stream().mapToInt(List::size).max().orElse(0);
    for (int row = 0; row < height; row++) {
      for (List<Cell> each : columns) {
        Cell cell = row < each.size() ? each.get(row) : new Cell(TextColor.PLAIN, "");
        text.data().put(cell.tone(), cell.words());
        text.data().put(" ".repeat(width + GAP - Columns.of(cell.words())));
      }
      text.data().endTrimmed();
    }
  }
}
