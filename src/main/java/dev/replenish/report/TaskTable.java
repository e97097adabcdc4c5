package dev.replenish.report;

import dev.replenish.app.BlockReason;
import dev.replenish.app.ListRequest;
import dev.replenish.app.TaskLine;
import dev.replenish.board.FieldName;
import java.util.ArrayList;
import java.util.List;

/** Tasks in columns that fit the terminal: state, id, title, and what else there is room for. */
final class TaskTable {
  private static final int STATE = "in-progress".length() + 1;
  private static final int WIDEST_ID = 24;
  private static final int WIDEST_GROUP = 20;
  static final int WIDEST_EFFORT = 12;
  private static final int NARROWEST_TITLE = 24;
  private static final int WIDEST_NOTE = 34;
  private static final int WIDEST_PLACE = 30;

  /** In fewer columns a task takes two lines. */
  private static final int ONE_LINE = 72;

  private static final String INDENT = "  ";

  /** What one line shows, already fit for the terminal. */
  private record Row(
      TaskLine line,
      String id,
      String title,
      String group,
      String effort,
      String note,
      String place) {}

  private final List<Row> rows = new ArrayList<>();
  private final Text text;
  private final int width;
  private final int ids;
  private final int notes;
  private int titles;
  private int groups;
  private int efforts;
  private int places;

  TaskTable(List<TaskLine> tasks, Text text) {
    this.text = text;
    this.width = text.style().width();
    int id = 0;
    int title = 0;
    int note = 0;
    int group = 0;
    int effort = 0;
    int place = 0;
    for (TaskLine line : tasks) {
      Row row = row(line);
      rows.add(row);
      id = Math.max(id, Columns.of(row.id()));
      title = Math.max(title, Columns.of(row.title()));
      note = Math.max(note, Columns.of(row.note()));
      group = Math.max(group, Columns.of(row.group()));
      effort = Math.max(effort, Columns.of(row.effort()));
      place = Math.max(place, Columns.of(row.place()));
    }
    ids = Math.min(id, WIDEST_ID);
    int rest = width - STATE - ids - 2;
    notes = Math.min(note, Math.max(0, Math.min(WIDEST_NOTE, rest - NARROWEST_TITLE - 2)));
    rest -= notes == 0 ? 0 : notes + 2;
    titles = Math.min(Math.max(title, 1), rest);
    rest -= titles;
    efforts = fitting(effort, rest);
    rest -= efforts == 0 ? 0 : efforts + 2;
    groups = fitting(group, rest);
    rest -= groups == 0 ? 0 : groups + 2;
    places = fitting(place, rest);
  }

  private static int fitting(int wanted, int room) {
    return wanted > 0 && wanted + 2 <= room ? wanted : 0;
  }

  private static Row row(TaskLine line) {
    return new Row(
        line,
        Columns.cut(TerminalText.line(line.task().name()), WIDEST_ID),
        TerminalText.line(line.task().title()).strip(),
        group(line),
        Columns.cut(TerminalText.line(effort(line)), WIDEST_EFFORT),
        TerminalText.line(note(line)),
        Columns.cut(
            TerminalText.line(JsonParts.place(line.document(), line.task())), WIDEST_PLACE));
  }

  private static String group(TaskLine line) {
    String priority = line.priority().map(known -> " " + known.word()).orElse("");
    String type = TerminalText.line(line.type().orElse(""));
    return (Columns.cut(type, WIDEST_GROUP - priority.length()) + priority).strip();
  }

  /** The estimate as it is written. */
  static String effort(TaskLine line) {
    return line.task()
        .details()
        .field(FieldName.EFFORT)
        .map(field -> field.value().lines().findFirst().orElse(""))
        .orElse("");
  }

  /** {@code ready}, or why not, or what a blocked task waits for. */
  private static String note(TaskLine line) {
    if (line.state().equals("blocked")) {
      return BlockReason.of(line.document(), line.task()).orElse("");
    }
    boolean finished = line.state().equals("done") || line.state().equals("rejected");
    return line.ready() ? "ready" : finished ? "" : ReasonWords.of(line.reasons());
  }

  /** Prints them; as they stand, below the names of their files. */
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
    put(TextColor.PLAIN, row.effort(), efforts);
    put(TextColor.PLAIN, row.group(), groups);
    put(noteTone(row.line()), row.note(), notes);
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
    text.data().put(stateTone(line), line.state());
    text.data().put(" ".repeat(STATE - line.state().length()));
  }

  /** A cell with two blanks behind it; nothing where there is no such column. */
  private void put(TextColor tone, String piece, int columns) {
    if (columns > 0) {
      String cut = Columns.cut(piece, columns);
      text.data().put(tone, cut).put(" ".repeat(Math.max(0, columns - Columns.of(cut)) + 2));
    }
  }

  static TextColor stateTone(TaskLine line) {
    return switch (line.state()) {
      case "in-progress" -> TextColor.PLACE;
      case "blocked" -> TextColor.ERROR;
      case "undecided" -> TextColor.WARNING;
      case "done", "rejected", "parked" -> TextColor.DIM;
      default -> TextColor.PLAIN;
    };
  }

  private static TextColor tone(TaskLine line) {
    return stateTone(line) == TextColor.DIM ? TextColor.DIM : TextColor.PLAIN;
  }

  private static TextColor noteTone(TaskLine line) {
    if (line.ready()) {
      return TextColor.GOOD;
    }
    return line.state().equals("blocked") ? TextColor.PLAIN : TextColor.WARNING;
  }
}
