package dev.replenish.report.board;

import dev.replenish.app.BoardResult;
import dev.replenish.app.GroupCount;
import dev.replenish.app.Outcome;
import dev.replenish.app.RunResult;
import dev.replenish.app.TaskLine;
import dev.replenish.app.board.BlockReason;
import dev.replenish.app.read.Tasks.Status;
import dev.replenish.app.read.Tasks.TaskLists;
import dev.replenish.board.Problem;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.forecast.Forecast;
import dev.replenish.report.Columns;
import dev.replenish.report.GroupWords;
import dev.replenish.report.Json;
import dev.replenish.report.JsonParts;
import dev.replenish.report.NothingToDoText;
import dev.replenish.report.ReasonWords;
import dev.replenish.report.RunView;
import dev.replenish.report.TerminalText;
import dev.replenish.report.Text;
import dev.replenish.report.TextColor;
import dev.replenish.report.View;
import dev.replenish.rules.NothingToDo;
import dev.replenish.rules.Readiness.Verdict;
import dev.replenish.rules.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows the state of a board: the active tasks, then the next batch, then the backlog.
 *
 * @param columns whether the board is shown in columns
 * @param forecasts the forecasts to show below the columns, by board folder
 */
public record StatusView(boolean columns, Map<String, Forecast> forecasts) implements View<Status> {
  /** The most skipped tasks that are named if there is no next batch. */
  private static final int HINDRANCES = 3;

  private static final String HEADING = "Backlog";

  /** The widths of the number columns: tasks, ready, incomplete. */
  private static final int[] WIDE = {8, 8, 13};

  private static final int[] NARROW = {6, 6, 11};
  private static final int NARROWEST_NAME = 10;

  @Override
  public void text(Status status, Text text) {
    if (text.style().quiet()) {
      return;
    }
    if (columns) {
      BoardColumns.print(status, text);
      BoardProgress.print(
          status.progress(), Optional.ofNullable(forecasts.get(status.dir())), text);
      return;
    }
    String room = status.room() == 0 ? "no room" : "room for " + status.room() + " more";
    String tasks = status.tasks().active().size() + " of " + status.batchSize() + " tasks, " + room;
    text.data().put(TextColor.BOLD, "Active: ").line(tasks);
    new ActiveTasks(status, text).print();
    overdue(status, text);
    next(status, text);
    groups(status.groups(), text);
  }

  /** Prints the tasks of all files whose due date has passed. */
  private static void overdue(Status status, Text text) {
    List<String> words = new ArrayList<>();
    for (TaskLine line : status.tasks().overdue()) {
      Task task = line.task();
      words.add(task.name() + " (due " + task.details().due().orElseThrow() + ")");
    }
    if (!words.isEmpty()) {
      text.data().wrapped(TextColor.ERROR, "Overdue: ", String.join(", ", words));
    }
  }

  private static void next(Status status, Text text) {
    status.next().problem().ifPresent(problem -> failed(problem, text));
    status.next().result().ifPresent(next -> next(next, text));
  }

  private static void failed(Problem problem, Text text) {
    nothing(problem.message() + Text.place(problem), text);
    text.data().line("  " + problem.next());
  }

  private static void next(RunResult next, Text text) {
    if (next.plan().selection() instanceof Selection.Batch batch) {
      String group = GroupWords.of(batch.group()) + ", " + batch.rule().words();
      text.data().wrapped(TextColor.BOLD, "Next: ", group);
      tasks(batch.tasks(), text);
    } else if (next.plan().selection() instanceof Selection.Nothing nothing) {
      nothing(NothingToDoText.why(next, nothing.reason()), text);
      hindrances(next, nothing, text);
      text.data().wrapped("  ", NothingToDoText.advice(next, nothing.reason()));
    }
  }

  private static void nothing(String why, Text text) {
    text.data().wrapped(TextColor.BOLD, "Next: ", "nothing, " + why);
  }

  /** Prints what the first skipped tasks lack. */
  private static void hindrances(RunResult next, Selection.Nothing nothing, Text text) {
    if (nothing.reason() == NothingToDo.TODO_FULL) {
      return;
    }
    List<Verdict> skipped = RunView.worthReporting(next.plan());
    for (Verdict verdict : Text.first(HINDRANCES, skipped)) {
      String name = verdict.task().name() + ": ";
      text.data().wrapped("  ", name + ReasonWords.of(verdict.reasons()));
    }
    if (skipped.size() > HINDRANCES) {
      text.data().line("  ... and " + (skipped.size() - HINDRANCES) + " more: replenish list");
    }
  }

  private static void tasks(List<Task> tasks, Text text) {
    int width = Text.nameWidth(tasks);
    text.capped(tasks).forEach(task -> text.task(task.name(), task.title(), width));
    text.rest(tasks, "  ");
  }

  /** Prints the groups that hold tasks; with {@code -v}, all groups. */
  private static void groups(List<GroupCount> groups, Text text) {
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
    width = Math.min(width, Math.max(NARROWEST_NAME, left));
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
      text.data().line(Text.count(empty, "empty group") + " (-v shows all)");
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

  @Override
  public void json(Optional<String> board, Optional<Status> status, Json json) {
    List<TaskLine> active = status.map(Status::tasks).map(TaskLists::active).orElse(List.of());
    json.field("board", board).object("todo", status, StatusView::todo);
    JsonParts.taskLines("active", active, json);
    json.objects("work", active, (line, fields) -> work(status.orElseThrow(), line, fields));
    JsonParts.taskLines(
        "overdue", status.map(Status::tasks).map(TaskLists::overdue).orElse(List.of()), json);
    json.objects("groups", status.map(Status::groups).orElse(List.of()), StatusView::group);
    json.object("next", status.map(Status::next), StatusView::next);
  }

  private static void todo(Status status, Json json) {
    json.field("active", status.tasks().active().size()).field("batchSize", status.batchSize());
  }

  private static void work(Status status, TaskLine line, Json json) {
    json.field("id", line.task().id().map(TaskId::value));
    json.field("since", ActiveTasks.since(status, line));
    json.field("blocked", BlockReason.of(line.document(), line.task()));
  }

  private static void group(GroupCount count, Json json) {
    JsonParts.groupFields(count.group(), json);
    json.field("tasks", count.tasks());
    json.field("ready", count.ready()).field("incomplete", count.incomplete());
  }

  private static void next(BoardResult<RunResult> next, Json json) {
    Optional<RunResult> result = next.result();
    json.field("outcome", result.map(RunResult::outcome).orElse(Outcome.FAILED).word());
    json.field("reason", result.map(RunResult::reason));
    RunView.batch(result, json);
    JsonParts.error(next.problem(), json);
  }
}
