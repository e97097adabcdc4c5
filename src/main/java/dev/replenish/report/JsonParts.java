package dev.replenish.report;

import dev.replenish.app.CommitOutcome;
import dev.replenish.app.TaskLine;
import dev.replenish.board.Document;
import dev.replenish.board.Finding;
import dev.replenish.board.Group;
import dev.replenish.board.Priority;
import dev.replenish.board.Problem;
import dev.replenish.board.Task;
import dev.replenish.board.TaskFields;
import dev.replenish.board.TaskId;
import dev.replenish.board.Uncommitted;
import dev.replenish.rules.Readiness.Verdict;
import dev.replenish.rules.Reason;
import dev.replenish.text.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of JSON objects that several commands have in common. */
public final class JsonParts {
  private JsonParts() {}

  public static void error(@Nullable Problem problem, Json json) {
    if (problem == null) {
      json.nothing("error");
      return;
    }
    json.open("error").field("code", problem.code().word()).field("message", problem.message());
    place(problem.where(), json);
    json.field("kept", problem.kept()).field("next", problem.next()).close();
  }

  private static void place(@Nullable Location where, Json json) {
    json.field("path", where == null ? null : where.path());
    json.known("line", where == null ? 0 : where.line());
    json.known("column", where == null ? 0 : where.column());
  }

  static void findings(String name, List<Finding> findings, Json json) {
    json.openArray(name);
    for (Finding finding : findings) {
      json.open();
      place(finding.where(), json);
      json.field("severity", finding.severity().word());
      json.field("code", finding.code().word());
      json.field("message", finding.message());
      json.field("hint", finding.hint());
      json.field("fixable", finding.fixable()).close();
    }
    json.closeArray();
  }

  static void group(String name, @Nullable Group group, Json json) {
    if (group == null) {
      json.nothing(name);
    } else {
      json.open(name);
      groupFields(group, json);
      json.close();
    }
  }

  static void groupFields(Group group, Json json) {
    json.field("type", group.type().orElse(null));
    json.field("priority", group.priority().map(Priority::word).orElse(null));
    json.field("line", group.line());
  }

  /** Tasks out of {@code group}, whose type and priority count, and where each of them goes. */
  static void tasks(Group group, List<Task> tasks, List<Optional<Location>> places, Json json) {
    json.openArray("tasks");
    for (int i = 0; i < tasks.size(); i++) {
      Task task = tasks.get(i);
      json.open();
      name(task, json);
      json.field("type", task.type().or(group::type).orElse(null));
      json.field("priority", group.priority().map(Priority::word).orElse(null));
      json.field("component", task.tag("component").orElse(null));
      json.field("line", task.line());
      to(places.get(i), json);
      json.close();
    }
    json.closeArray();
  }

  /** Where a task is after a move. */
  static void to(Optional<Location> place, Json json) {
    if (place.isEmpty()) {
      json.nothing("to");
    } else {
      json.open("to").field("path", place.get().path());
      json.field("line", place.get().line()).close();
    }
  }

  static void skipped(List<Verdict> skipped, Json json) {
    json.openArray("skipped");
    for (Verdict verdict : skipped) {
      json.open().field("id", verdict.task().id().map(TaskId::value).orElse(null));
      json.field("line", verdict.task().line());
      json.field("reasons", codes(verdict.reasons())).close();
    }
    json.closeArray();
  }

  /** The fields of a task as {@code list} shows it. */
  static void taskFields(TaskLine line, Json json) {
    Task task = line.task();
    name(task, json);
    json.field("path", line.document().path()).field("line", task.line());
    json.field("type", line.type().orElse(null));
    json.field("priority", line.priority().map(Priority::word).orElse(null));
    json.field("component", task.tag("component").orElse(null));
    json.field("state", line.state().word()).field("ready", line.ready());
    json.field("reasons", codes(line.reasons()));
    TaskFields details = task.details();
    json.field("status", line.word());
    json.field("effort", line.hours().orElse(null));
    json.field("estimate", details.estimate().orElse(null));
    json.field("due", details.due().map(LocalDate::toString).orElse(null));
    json.field("notBefore", details.notBefore().map(LocalDate::toString).orElse(null));
    json.field("assignee", details.assignee().orElse(null));
  }

  public static void taskLines(String name, List<TaskLine> lines, Json json) {
    json.openArray(name);
    for (TaskLine line : lines) {
      json.open();
      taskFields(line, json);
      json.close();
    }
    json.closeArray();
  }

  /** What every command that commits ends with; {@code ending} is null where it failed. */
  static void ending(@Nullable CommitOutcome ending, Json json) {
    CommitOutcome known = ending == null ? CommitOutcome.PLAIN : ending;
    List<String> notices = new ArrayList<>(known.notices());
    known.uncommitted().ifPresent(edits -> notices.add(preview(edits)));
    json.field("notices", notices).field("replayed", known.replayed());
    if (known.push().isEmpty()) {
      json.nothing("push");
      return;
    }
    CommitOutcome.Pushed push = known.push().get();
    json.open("push").field("remote", push.remote()).field("branch", push.branch());
    json.field("pushed", push.pushed()).field("tries", push.tries());
    json.field("localBranch", push.localBranch().orElse(null)).close();
  }

  /** Says of which edits a plan was made, and what has to be done before it can be carried out. */
  static String preview(Uncommitted edits) {
    String them = edits.paths().size() == 1 ? "it" : "them";
    return "Of your uncommitted "
        + String.join(", ", edits.paths())
        + "; commit "
        + them
        + " before 'run': "
        + edits.command();
  }

  /** Says where the commit was pushed to, if it was. */
  static void pushed(CommitOutcome ending, Text text) {
    CommitOutcome.Pushed push = ending.push().filter(CommitOutcome.Pushed::pushed).orElse(null);
    if (push != null) {
      String where = "Pushed to " + push.remote() + ", branch " + push.branch();
      text.remark(where + (push.tries() == 1 ? "." : ", at try " + push.tries() + "."));
    }
  }

  /** A task's place for people: {@code TODO.md:12}. */
  public static String place(Document document, Task task) {
    return document.path() + ":" + task.line();
  }

  private static void name(Task task, Json json) {
    json.field("id", task.id().map(TaskId::value).orElse(null)).field("title", task.title());
  }

  private static List<String> codes(List<Reason> reasons) {
    List<String> codes = new ArrayList<>();
    for (Reason reason : reasons) {
      codes.add(reason.code());
    }
    return codes;
  }
}
