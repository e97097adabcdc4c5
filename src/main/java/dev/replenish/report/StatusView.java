package dev.replenish.report;

import dev.replenish.app.BoardResult;
import dev.replenish.app.Outcome;
import dev.replenish.app.RunResult;
import dev.replenish.app.TaskLine;
import dev.replenish.app.Tasks.GroupCount;
import dev.replenish.app.Tasks.Status;
import dev.replenish.board.CalendarDate;
import dev.replenish.board.Priority;
import dev.replenish.board.Problem;
import dev.replenish.board.Task;
import dev.replenish.rules.Selection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells where a board stands. */
public final class StatusView implements View<Status> {
  /** How wide the columns of numbers are: tasks, ready, incomplete. */
  private static final int[] WIDE = {12, 12, 12};

  private static final int LEAST_LABEL = 10;
  private static final int[] NARROW = {6, 6, 11};

  @Override
  public String command() {
    return "status";
  }

  @Override
  public void text(Status status, Text text) {
    if (text.style().quiet()) {
      return;
    }
    String room = status.room() == 0 ? "no room" : "room for " + status.room() + " more";
    String tasks = status.active().size() + " of " + status.batchSize() + " tasks, " + room;
    text.data().put(TextColor.BOLD, "Active: ").line(tasks);
    List<Task> active = new ArrayList<>();
    status.active().forEach(line -> active.add(line.task()));
    tasks(active, text);
    overdue(status, text);
    next(status, text);
    groups(status.groups(), text);
  }

  private static void overdue(Status status, Text text) {
    if (status.overdue().isEmpty()) {
      return;
    }
    text.data().put(TextColor.BOLD, "Overdue: ").line(String.valueOf(status.overdue().size()));
    for (TaskLine line : text.capped(status.overdue())) {
      String day = line.task().details().due().map(CalendarDate::words).orElse("");
      text.task(line.task().name(), "due " + day + ": " + line.task().title(), 0);
    }
    text.rest(status.overdue(), "  ");
  }

  private static void next(Status status, Text text) {
    status.next().problem().ifPresent(problem -> barred(problem, text));
    status.next().result().ifPresent(next -> next(next, text));
  }

  private static void barred(Problem problem, Text text) {
    nothing(problem.message() + Text.place(problem), text);
  }

  private static void next(RunResult next, Text text) {
    if (next.plan().selection() instanceof Selection.Batch batch) {
      String group = batch.group().label() + ", " + batch.rule().words();
      text.data().wrapped(TextColor.BOLD, "Next: ", group);
      tasks(batch.tasks(), text);
    } else if (next.plan().selection() instanceof Selection.Nothing nothing) {
      nothing(NothingToDoText.why(next, nothing.reason()), text);
    }
  }

  private static void nothing(String why, Text text) {
    text.data().wrapped(TextColor.BOLD, "Next: ", "nothing, " + why);
  }

  private static void tasks(List<Task> tasks, Text text) {
    int width = Text.nameWidth(tasks);
    text.capped(tasks).forEach(task -> text.task(task.name(), task.title(), width));
    text.rest(tasks, "  ");
  }

  private static void groups(List<GroupCount> groups, Text text) {
    List<GroupCount> shown = new ArrayList<>();
    int width = "Group".length();
    for (GroupCount count : groups) {
      if (count.tasks() > 0 || text.style().verbose()) {
        shown.add(count);
        width = Math.max(width, Columns.of(TerminalText.line(count.group().label())));
      }
    }
    int space = text.style().width();
    int[] numbers = width + WIDE[0] + WIDE[1] + WIDE[2] <= space ? WIDE : NARROW;
    int left = space - numbers[0] - numbers[1] - numbers[2];
    width = Math.min(width, Math.max(LEAST_LABEL, left));
    String heading = "Group" + " ".repeat(width - "Group".length());
    heading += number("tasks", numbers[0]) + number("ready", numbers[1]);
    heading += number("incomplete", numbers[2]);
    text.data().put(TextColor.BOLD, heading).end();
    for (GroupCount count : shown) {
      String label = Columns.cut(TerminalText.line(count.group().label()), width);
      text.data().put(label + " ".repeat(width - Columns.of(label)));
      row(count, numbers, text);
    }
    int empty = groups.size() - shown.size();
    if (empty > 0) {
      text.data().line(empty + (empty == 1 ? " empty group" : " empty groups") + " (-v shows all)");
    }
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

  @Override
  public void json(@Nullable String board, @Nullable Status status, Json json) {
    json.field("board", board);
    if (status == null) {
      json.nothing("todo").openArray("active").closeArray();
      json.openArray("overdue").closeArray();
      json.openArray("groups").closeArray().nothing("next");
      return;
    }
    json.open("todo").field("active", status.active().size());
    json.field("batchSize", status.batchSize()).close();
    List<TaskLine> active = status.active();
    JsonParts.taskLines("active", active, json);
    JsonParts.taskLines("overdue", status.overdue(), json);
    json.openArray("groups");
    for (GroupCount count : status.groups()) {
      json.open().field("type", count.group().type().orElse(null));
      json.field("priority", count.group().priority().map(Priority::word).orElse(null));
      json.field("line", count.group().line()).field("tasks", count.tasks());
      json.field("ready", count.ready()).field("incomplete", count.incomplete()).close();
    }
    json.closeArray();
    next(status.next(), json);
  }

  private static void next(BoardResult<RunResult> next, Json json) {
    RunResult result = next.result().orElse(null);
    json.open("next").field("outcome", (result == null ? Outcome.FAILED : result.outcome()).word());
    json.field("reason", result == null ? null : result.reason());
    RunView.batch(result, json);
    JsonParts.error(next.problem().orElse(null), json);
    json.close();
  }
}
