package dev.replenish.report;

import dev.replenish.app.Outcome;
import dev.replenish.app.RunResult;
import dev.replenish.app.TaskLine;
import dev.replenish.app.Tasks.GroupCount;
import dev.replenish.app.Tasks.Status;
import dev.replenish.board.Priority;
import dev.replenish.board.Problem;
import dev.replenish.board.Task;
import dev.replenish.rules.Selection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells where a board stands. */
public final class StatusView implements View<Status> {
  private static final int NUMBER = 12;

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
    text.data().put(Tone.BOLD, "Active: ").line(tasks);
    List<Task> active = new ArrayList<>();
    status.active().forEach(line -> active.add(line.task()));
    tasks(active, text);
    next(status, text);
    groups(status.groups(), text);
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
      text.data().put(Tone.BOLD, "Next: ").line(group);
      tasks(batch.tasks(), text);
    } else if (next.plan().selection() instanceof Selection.Nothing nothing) {
      nothing(NothingToDo.why(next, nothing.reason()), text);
    }
  }

  private static void nothing(String why, Text text) {
    text.data().wrapped(Tone.BOLD, "Next: ", "nothing, " + why);
  }

  private static void tasks(List<Task> tasks, Text text) {
    int width = tasks.stream().mapToInt(task -> task.name().length()).max().orElse(0);
    text.capped(tasks).forEach(task -> text.task(task.name(), task.title(), width));
    text.rest(tasks, "  ");
  }

  private static void groups(List<GroupCount> groups, Text text) {
    List<GroupCount> shown = new ArrayList<>();
    int width = "Group".length();
    for (GroupCount count : groups) {
      if (count.tasks() > 0 || text.style().verbose()) {
        shown.add(count);
        width = Math.max(width, Clean.line(count.group().label()).length());
      }
    }
    String heading = "Group" + " ".repeat(width - "Group".length());
    heading += number("tasks") + number("ready") + number("incomplete");
    text.data().put(Tone.BOLD, heading).end();
    for (GroupCount count : shown) {
      String label = Clean.line(count.group().label());
      text.data().put(label + " ".repeat(width - label.length()));
      row(count.tasks(), count.ready(), count.incomplete(), text);
    }
    int empty = groups.size() - shown.size();
    if (empty > 0) {
      text.data().line(empty + (empty == 1 ? " empty group" : " empty groups") + " (-v shows all)");
    }
  }

  private static void row(int tasks, int ready, int incomplete, Text text) {
    text.data().put(number(tasks + ""));
    text.data().put(ready > 0 ? Tone.GOOD : Tone.PLAIN, number(ready + ""));
    text.data().put(incomplete > 0 ? Tone.WARNING : Tone.PLAIN, number(incomplete + "")).end();
  }

  private static String number(String word) {
    return " ".repeat(Math.max(1, NUMBER - word.length())) + word;
  }

  @Override
  public void json(@Nullable String board, @Nullable Status status, Json json) {
    json.field("board", board);
    if (status == null) {
      json.nothing("todo").openArray("active").closeArray();
      json.openArray("groups").closeArray().nothing("next");
      return;
    }
    json.open("todo").field("active", status.active().size());
    json.field("batchSize", status.batchSize()).close();
    List<TaskLine> active = status.active();
    Parts.taskLines("active", active, json);
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

  private static void next(Outcome<RunResult> next, Json json) {
    RunResult result = next.result().orElse(null);
    json.open("next").field("outcome", result == null ? "failed" : result.outcome());
    json.field("reason", result == null ? null : result.reason());
    RunView.batch(result, json);
    Parts.error(next.problem().orElse(null), json);
    json.close();
  }
}
