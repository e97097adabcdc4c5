package dev.replenish.report.board;

import dev.replenish.app.TaskLine;
import dev.replenish.app.board.BlockReason;
import dev.replenish.app.read.ListRequest;
import dev.replenish.board.Task;
import dev.replenish.board.WorkState;
import dev.replenish.report.Columns;
import dev.replenish.report.JsonParts;
import dev.replenish.report.ReasonWords;
import dev.replenish.report.TerminalText;
import dev.replenish.report.Text;
import dev.replenish.report.TextColor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Prints tasks in columns that fit the terminal: state, id, title, and more if there is room. */
final class TaskTable {
  private static final int STATE = "in-progress".length() + 1;
  private static final int WIDEST_ID = 24;
  private static final int WIDEST_GROUP = 20;
  private static final int NARROWEST_TITLE = 24;
  private static final int WIDEST_NOTE = 34;

  /** In a narrower terminal, a task takes two lines. */
  private static final int ONE_LINE = 72;

  private static final String INDENT = "  ";

  /** The texts of one task, already safe for the terminal. */
  private record Row(
      TaskLine line,
      String id,
      String title,
      String note,
      String effort,
      String due,
      String assignee,
      String group,
      String place) {}

  private final List<Row> rows = new ArrayList<>();
  private final Text text;
  private final LocalDate today;
  private final int width;
  // widths of the columns; 0 if a column is not shown
  private final int ids;
  private final int titles;
  private final int notes;
  private final int efforts;
  private final int dues;
  private final int assignees;
  private final int groups;
  private final int places;
  private int room;

  TaskTable(List<TaskLine> tasks, LocalDate today, Text text) {
    this.text = text;
    this.today = today;
    this.width = text.style().width();
    tasks.forEach(line -> rows.add(row(line)));
    ids = widest(Row::id);
    room = width - STATE - ids - 2;
    int note = widest(Row::note);
    notes = Math.min(note, Math.max(0, Math.min(WIDEST_NOTE, room - NARROWEST_TITLE - 2)));
    room -= notes == 0 ? 0 : notes + 2;
    titles = Math.min(Math.max(widest(Row::title), 1), room);
    room -= titles;
    efforts = fitting(Row::effort);
    dues = fitting(Row::due);
    assignees = fitting(Row::assignee);
    groups = fitting(Row::group);
    places = fitting(Row::place);
  }

  private int widest(Function<Row, String> cell) {
    int widest = 0;
    for (Row row : rows) {
      widest = Math.max(widest, Columns.of(cell.apply(row)));
    }
    return widest;
  }

  /** The width of an optional column; 0 if the column is empty or does not fit. */
  private int fitting(Function<Row, String> cell) {
    int wanted = widest(cell);
    boolean fits = wanted > 0 && wanted + 2 <= room;
    room -= fits ? wanted + 2 : 0;
    return fits ? wanted : 0;
  }

  private Row row(TaskLine line) {
    Task task = line.task();
    String place = TerminalText.line(JsonParts.place(line.document(), task));
    return new Row(
        line,
        Columns.cut(TerminalText.line(task.name()), WIDEST_ID),
        TerminalText.title(task.title()),
        TerminalText.line(note(line)),
        TaskDetails.effort(task),
        TaskDetails.due(task, today),
        TaskDetails.assignee(task),
        group(line),
        place);
  }

  private static String group(TaskLine line) {
    String priority = line.priority().map(known -> " " + known.word()).orElse("");
    String type = TerminalText.line(line.type().orElse(""));
    return (Columns.cut(type, WIDEST_GROUP - priority.length()) + priority).strip();
  }

  /** {@code ready}, or why not, or the reason why the task is blocked. */
  private static String note(TaskLine line) {
    if (line.state() == WorkState.BLOCKED) {
      return BlockReason.of(line.document(), line.task()).orElse("");
    }
    boolean finished = TaskDetails.isFinished(line);
    return line.ready() ? "ready" : finished ? "" : ReasonWords.of(line.reasons());
  }

  /** Prints the tasks; if in file order, below the names of their files. */
  void print(ListRequest.Sort sort) {
    String file = "";
    for (Row row : rows) {
      String path = row.line().document().path();
      if (sort == ListRequest.Sort.LISTED && !path.equals(file)) {
        text.data().put(TextColor.BOLD, path).end();
        file = path;
      }
      if (width < ONE_LINE) {
        narrow(row);
      } else {
        wide(row);
      }
    }
  }

  private void wide(Row row) {
    state(row.line());
    put(TextColor.PLAIN, row.id(), ids);
    put(tone(row.line()), row.title(), titles);
    put(noteTone(row.line()), row.note(), notes);
    put(TextColor.PLAIN, row.effort(), efforts);
    boolean overdue = row.line().task().isOverdue(today);
    put(overdue ? TextColor.ERROR : TextColor.PLAIN, row.due(), dues);
    put(TextColor.PLAIN, row.assignee(), assignees);
    put(TextColor.PLAIN, row.group(), groups);
    put(TextColor.DIM, row.place(), places);
    text.data().endTrimmed();
  }

  private void narrow(Row row) {
    state(row.line());
    text.data().put(tone(row.line()), Columns.cut(row.title(), width - STATE)).endTrimmed();
    String id = Columns.cut(row.id(), width - INDENT.length());
    text.data().put(INDENT).put(id);
    int left = width - 2 * INDENT.length() - Columns.of(id);
    if (!row.note().isEmpty() && left > INDENT.length() + 2) {
      text.data().put(INDENT).put(noteTone(row.line()), Columns.cut(row.note(), left));
    }
    text.data().end();
  }

  private void state(TaskLine line) {
    text.data().put(stateTone(line), line.state().word());
    text.data().put(" ".repeat(STATE - line.state().word().length()));
  }

  /** Prints a cell and two blanks; nothing if the column is not shown. */
  private void put(TextColor tone, String piece, int columns) {
    if (columns > 0) {
      String cut = Columns.cut(piece, columns);
      text.data().put(tone, cut).put(" ".repeat(Math.max(0, columns - Columns.of(cut)) + 2));
    }
  }

  static TextColor stateTone(TaskLine line) {
    return switch (line.state()) {
      case IN_PROGRESS -> TextColor.PLACE;
      case BLOCKED -> TextColor.ERROR;
      case UNDECIDED -> TextColor.WARNING;
      case DONE, REJECTED, PARKED -> TextColor.DIM;
      case OPEN -> TextColor.PLAIN;
    };
  }

  private static TextColor tone(TaskLine line) {
    return stateTone(line) == TextColor.DIM ? TextColor.DIM : TextColor.PLAIN;
  }

  private static TextColor noteTone(TaskLine line) {
    if (line.ready()) {
      return TextColor.GOOD;
    }
    return line.state() == WorkState.BLOCKED ? TextColor.PLAIN : TextColor.WARNING;
  }
}
