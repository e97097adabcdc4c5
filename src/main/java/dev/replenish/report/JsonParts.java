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

/** Writes the parts of JSON objects that several commands share. */
public final class JsonParts {
  private JsonParts() {}

  public static void error(Optional<Problem> problem, Json json) {
    json.object("error", problem, JsonParts::fields);
  }

  private static void fields(Problem problem, Json json) {
    json.field("code", problem.code().word()).field("message", problem.message());
    place(problem.where(), json);
    json.field("kept", problem.kept()).field("next", problem.next());
  }

  private static void place(@Nullable Location where, Json json) {
    json.field("path", where == null ? null : where.path());
    json.fieldOrNull("line", where == null ? 0 : where.line());
    json.fieldOrNull("column", where == null ? 0 : where.column());
  }

  static void findings(String name, List<Finding> findings, Json json) {
    json.objects(name, findings, JsonParts::fields);
  }

  private static void fields(Finding finding, Json json) {
    place(finding.where(), json);
    json.field("severity", finding.severity().word());
    json.field("code", finding.code().word());
    json.field("message", finding.message());
    json.field("hint", finding.hint());
    json.field("fixable", finding.fixable());
  }

  public static void groupFields(Group group, Json json) {
    json.field("type", group.type());
    json.field("priority", group.priority().map(Priority::word));
    json.field("line", group.line());
  }

  /**
   * Writes tasks of {@code group}, each with its new place. Their priority is that of the group, as
   * is the type of a task without one.
   */
  static void tasks(Group group, List<Task> tasks, List<Optional<Location>> places, Json json) {
    json.openArray("tasks");
    for (int i = 0; i < tasks.size(); i++) {
      Task task = tasks.get(i);
      json.open();
      name(task, json);
      json.field("type", task.type().or(group::type));
      json.field("priority", group.priority().map(Priority::word));
      json.field("component", task.tag("component"));
      json.field("line", task.line());
      to(places.get(i), json);
      json.close();
    }
    json.closeArray();
  }

  /** Writes the place of a task after a move. */
  static void to(Optional<Location> place, Json json) {
    json.object("to", place, (to, j) -> j.field("path", to.path()).field("line", to.line()));
  }

  static void skipped(List<Verdict> skipped, Json json) {
    json.objects(
        "skipped",
        skipped,
        (verdict, fields) -> {
          fields.field("id", verdict.task().id().map(TaskId::value));
          fields.field("line", verdict.task().line());
          fields.field("reasons", Reason.codes(verdict.reasons()));
        });
  }

  /** Writes the fields of a task, as in {@code list}. */
  static void taskFields(TaskLine line, Json json) {
    Task task = line.task();
    name(task, json);
    json.field("path", line.document().path()).field("line", task.line());
    json.field("type", line.type());
    json.field("priority", line.priority().map(Priority::word));
    json.field("component", task.tag("component"));
    json.field("state", line.state().word()).field("ready", line.ready());
    json.field("reasons", Reason.codes(line.reasons()));
    TaskFields details = task.details();
    json.field("status", line.word());
    json.field("effort", line.hours().orElse(null));
    json.field("estimate", details.estimate());
    json.field("due", details.due().map(LocalDate::toString));
    json.field("notBefore", details.notBefore().map(LocalDate::toString));
    json.field("assignee", details.assignee());
  }

  public static void taskLines(String name, List<TaskLine> lines, Json json) {
    json.objects(name, lines, JsonParts::taskFields);
  }

  /** Writes {@code dryRun}; false if an earlier call with the same key did the work. */
  static void dryRun(boolean dryRun, Optional<CommitOutcome> ending, Json json) {
    json.field("dryRun", dryRun && !ending.map(CommitOutcome::replayed).orElse(false));
  }

  /** Writes the last fields of every command that commits; {@code ending} is empty if it failed. */
  static void ending(Optional<CommitOutcome> ending, Json json) {
    CommitOutcome known = ending.orElse(CommitOutcome.PLAIN);
    List<String> notices = new ArrayList<>(known.notices());
    known.uncommitted().ifPresent(edits -> notices.add(preview(edits)));
    json.field("notices", notices).field("replayed", known.replayed());
    json.object("push", known.push(), JsonParts::fields);
  }

  private static void fields(CommitOutcome.Pushed push, Json json) {
    json.field("remote", push.remote()).field("branch", push.branch());
    json.field("pushed", push.pushed()).field("tries", push.tries());
    json.field("localBranch", push.localBranch());
  }

  /** States which uncommitted edits a plan includes, and how to commit them before {@code run}. */
  static String preview(Uncommitted edits) {
    String them = edits.paths().size() == 1 ? "it" : "them";
    return "Of your uncommitted "
        + String.join(", ", edits.paths())
        + "; commit "
        + them
        + " before 'run': "
        + edits.command();
  }

  /** Prints where the commit was pushed to, if it was pushed. */
  static void pushed(CommitOutcome ending, Text text) {
    CommitOutcome.Pushed push = ending.push().filter(CommitOutcome.Pushed::pushed).orElse(null);
    if (push != null) {
      String where = "Pushed to " + push.remote() + ", branch " + push.branch();
      text.remark(where + (push.tries() == 1 ? "." : ", at try " + push.tries() + "."));
    }
  }

  /** A task's place: {@code TODO.md:12}. */
  public static String place(Document document, Task task) {
    return document.path() + ":" + task.line();
  }

  /** Writes the task's id, if it has one, and its title. */
  public static void name(Task task, Json json) {
    json.field("id", task.id().map(TaskId::value)).field("title", task.title());
  }
}
