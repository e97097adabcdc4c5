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

/** Prints the active tasks by state, with effort, date and the reason why they are blocked. */
final class ActiveTasks {
  private static final String INDENT = "  ";

  /** If titles would get less room, the details of a task go on the line below. */
  private static final int NARROWEST_TITLE = 24;

  private final Status status;
  private final Text text;
  private final int width;
  private int nameWidth;
  private int titleWidth;
  private int detailWidth;
  private final boolean detailsBeside;

  ActiveTasks(Status status, Text text) {
    this.status = status;
    this.text = text;
    this.width = text.style().width();
    for (TaskLine line : status.tasks().active()) {
      nameWidth = Math.max(nameWidth, Columns.of(name(line)));
      titleWidth = Math.max(titleWidth, Columns.of(title(line)));
      detailWidth = Math.max(detailWidth, Columns.of(details(line)));
    }
    int room = width - INDENT.length() - nameWidth - 2;
    detailsBeside = detailWidth == 0 || room - detailWidth - 2 >= NARROWEST_TITLE;
    titleWidth =
        Math.min(titleWidth, detailWidth == 0 || !detailsBeside ? room : room - detailWidth - 2);
  }

  /** Prints the tasks: those in progress, then the blocked, the open and the undecided ones. */
  void print() {
    List<TaskLine> others = new ArrayList<>(status.tasks().active());
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
    String title = Columns.cut(title(line), titleWidth);
    String details = details(line);
    text.data().put(INDENT).column(name(line), nameWidth + 2).put(title);
    if (detailsBeside && !details.isEmpty()) {
      text.data().put(" ".repeat(titleWidth + 2 - Columns.of(title))).put(details);
    }
    text.data().endTrimmed();
    if (!detailsBeside && !details.isEmpty()) {
      text.data().wrapped(INDENT + INDENT, details);
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

  /** The day on which the task got its state, if that is known. */
  static Optional<String> since(Status status, TaskLine line) {
    return line.task()
        .id()
        .flatMap(id -> Optional.ofNullable(status.tasks().since().get(id.value())))
        .map(LocalDate::toString);
  }
}
