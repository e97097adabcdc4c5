package dev.replenish.report.board;

import dev.replenish.app.TaskLine;
import dev.replenish.app.board.BlockReason;
import dev.replenish.app.read.Tasks.Status;
import dev.replenish.board.WorkState;
import dev.replenish.report.Columns;
import dev.replenish.report.TerminalText;
import dev.replenish.report.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tasks at work, by their state, with what people ask for: effort, since when, and why not. */
final class ActiveTasks {
  private static final String INDENT = "  ";

  /** Where a title would get less room, what is said of the task goes below it. */
  private static final int NARROWEST_TITLE = 24;

  private final Status status;
  private final Text text;
  private final int width;
  private int names;
  private int titles;
  private int details;
  private final boolean beside;

  ActiveTasks(Status status, Text text) {
    this.status = status;
    this.text = text;
    this.width = text.style().width();
    for (TaskLine line : status.active()) {
      names = Math.max(names, Columns.of(name(line)));
      titles = Math.max(titles, Columns.of(title(line)));
      details = Math.max(details, Columns.of(details(line)));
    }
    int room = width - INDENT.length() - names - 2;
    beside = details == 0 || room - details - 2 >= NARROWEST_TITLE;
    titles = Math.min(titles, details == 0 || !beside ? room : room - details - 2);
  }

  /** Prints them: what is in progress first, then what is blocked, then what nobody has begun. */
  void print() {
    List<TaskLine> others = new ArrayList<>(status.active());
    section("In progress", status.in(WorkState.IN_PROGRESS), others);
    section("Blocked", status.in(WorkState.BLOCKED), others);
    section("Open", status.in(WorkState.OPEN), others);
    section("Undecided", List.copyOf(others), others);
  }

  private void section(String heading, List<TaskLine> tasks, List<TaskLine> others) {
    if (tasks.isEmpty()) {
      return;
    }
    others.removeAll(tasks);
    text.data().put(TaskTable.stateTone(tasks.get(0)), heading).end();
    text.capped(tasks).forEach(this::task);
    text.rest(tasks, INDENT);
  }

  private void task(TaskLine line) {
    String title = Columns.cut(title(line), titles);
    String said = details(line);
    text.data().put(INDENT).column(name(line), names + 2).put(title);
    if (beside && !said.isEmpty()) {
      text.data().put(" ".repeat(titles + 2 - Columns.of(title))).put(said);
    }
    text.data().endTrimmed();
    if (!beside && !said.isEmpty()) {
      text.data().wrapped(INDENT + INDENT, said);
    }
    if (isBlocked(line)) {
      block(line);
    }
  }

  private void block(TaskLine line) {
    String reason = BlockReason.of(line.document(), line.task()).orElse("");
    String day =
        since(status, line)
            .map(since -> reason.isEmpty() ? "since " + since : " (since " + since + ")")
            .orElse("");
    if (!(reason + day).isEmpty()) {
      text.data().wrapped(INDENT + INDENT, reason + day);
    }
  }

  private static boolean isBlocked(TaskLine line) {
    return line.state() == WorkState.BLOCKED;
  }

  private static String name(TaskLine line) {
    return TerminalText.line(line.task().name());
  }

  private static String title(TaskLine line) {
    return TerminalText.title(line.task().title());
  }

  private String details(TaskLine line) {
    List<String> words = new ArrayList<>();
    words.add(TaskDetails.effort(line.task()));
    words.add(TaskDetails.due(line.task(), status.today()));
    words.add(TaskDetails.assignee(line.task()));
    if (!isBlocked(line)) {
      since(status, line).ifPresent(since -> words.add("since " + since));
    }
    words.removeIf(String::isEmpty);
    return String.join(", ", words);
  }

  /** The day on which it came to its state, where that is known. */
  static Optional<String> since(Status status, TaskLine line) {
    return line.task()
        .id()
        .flatMap(id -> Optional.ofNullable(status.since().get(id.value())))
        .map(LocalDate::toString);
  }
}
