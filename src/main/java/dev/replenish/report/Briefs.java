package dev.replenish.report;

import dev.replenish.app.ChangeResult;
import dev.replenish.app.ChangedTask;
import dev.replenish.app.RunResult;
import dev.replenish.app.TaskLine;
import dev.replenish.app.Tasks.GroupCount;
import dev.replenish.app.Tasks.Status;
import dev.replenish.board.Priority;
import dev.replenish.board.Problem;
import dev.replenish.plan.CommitMessage;
import dev.replenish.rules.Noop;
import dev.replenish.rules.Readiness.Verdict;
import dev.replenish.rules.Reason;
import dev.replenish.rules.Selection;
import dev.replenish.rules.Words;
import java.util.ArrayList;
import java.util.List;

/** Tells agents what came of a call (docs/reference/mcp.md). */
public final class Briefs {
  private static final int SHORT_COMMIT = 7;
  private static final int SKIPPED = 5;
  private static final int GROUPS = 12;

  private Briefs() {}

  /** Where a board stands. */
  public static Brief of(Status status) {
    Json json = new Json().open().field("board", status.dir());
    BriefText text = new BriefText();
    List<TaskLine> active = status.active();
    if (!active.isEmpty()) {
      json.field("todo", active.get(0).document().path());
    }
    json.openArray("active");
    int all = status.batchSize();
    text.line(active.size() + " of " + all + " tasks active, room for " + status.room() + ".");
    for (TaskLine line : active) {
      json.open().field("id", line.task().name()).field("title", BriefText.title(line.task()));
      json.field("line", line.task().line()).field("state", line.state()).close();
      text.task(" " + line.state(), line.document(), line.task());
    }
    json.closeArray().field("room", status.room());
    next(status, json, text);
    groups(status.groups(), json, text);
    return new Brief(json.close().toString(), text.toString());
  }

  private static void next(Status status, Json json, BriefText text) {
    RunResult next = status.next().result().orElse(null);
    List<String> ids = new ArrayList<>();
    if (next == null) {
      String problem = status.next().problem().map(Briefs::of).orElse("");
      json.open("next").field("reason", "failed");
      text.line("Next: nothing can be moved. " + problem.replace('\n', ' '));
    } else if (next.plan().selection() instanceof Selection.Batch batch) {
      batch.tasks().forEach(task -> ids.add(task.name()));
      json.open("next").field("reason", next.reason());
      String group = BriefText.group(batch.group()) + " (" + next.reason() + "): ";
      text.line("Next: backlog_replenish moves " + group + String.join(", ", ids));
    } else {
      json.open("next").field("reason", next.reason());
      text.line("Next: nothing to move. " + advice(next));
    }
    json.field("ids", ids).close();
  }

  private static void groups(List<GroupCount> groups, Json json, BriefText text) {
    List<GroupCount> filled = groups.stream().filter(count -> count.tasks() > 0).toList();
    List<String> words = new ArrayList<>();
    json.openArray("groups");
    for (GroupCount count : filled.subList(0, Math.min(GROUPS, filled.size()))) {
      json.open().field("type", Words.clean(count.group().type().orElse("?")));
      json.field("priority", count.group().priority().map(Priority::word).orElse("?"));
      json.field("tasks", count.tasks()).field("ready", count.ready()).close();
      words.add(BriefText.group(count.group()) + " " + count.ready() + "/" + count.tasks());
    }
    json.closeArray();
    String more = filled.size() > GROUPS ? " and " + (filled.size() - GROUPS) + " more groups" : "";
    text.line(
        "Backlog, ready/all: " + (words.isEmpty() ? "empty" : String.join(", ", words) + more));
  }

  /** What was, or would be, moved. */
  public static Brief of(RunResult result) {
    Json json = new Json().open().field("board", result.dir()).field("outcome", result.outcome());
    BriefText text = new BriefText();
    if (result.moves()) {
      json.field("planId", result.plan().id());
    }
    batch(result, json, text);
    skipped(result.plan().selection().skipped(), json, text);
    BriefText.ending(result.commit(), result.ending().notices(), json);
    result.ending().notices().forEach(notice -> text.line("Note: " + notice));
    if (result.outcome().equals("planned")) {
      text.line("Next: backlog_replenish with planId " + result.plan().id());
    }
    return new Brief(json.close().toString(), text.toString());
  }

  /** The reason, what it means, and the tasks. */
  private static void batch(RunResult result, Json json, BriefText text) {
    json.field("reason", result.reason());
    if (!(result.plan().selection() instanceof Selection.Batch batch)) {
      json.field("why", advice(result)).openArray("tasks").closeArray();
      text.line("Nothing to move (" + result.reason() + "). " + advice(result));
      return;
    }
    json.field("why", CommitMessage.why(result.plan()));
    BriefText.tasks(batch.tasks(), json);
    String did = result.commit().map(id -> "Moved in " + shortId(id)).orElse("Would move");
    int count = batch.tasks().size();
    text.line(did + ": " + count + " of " + BriefText.group(batch.group()) + " to TODO.md.");
    batch.tasks().forEach(task -> text.task("", result.plan().board().backlog(), task));
    text.line("Why: " + CommitMessage.why(result.plan()));
  }

  private static void skipped(List<Verdict> skipped, Json json, BriefText text) {
    if (skipped.isEmpty()) {
      return;
    }
    json.openArray("skipped");
    for (Verdict verdict : skipped.subList(0, Math.min(SKIPPED, skipped.size()))) {
      List<String> reasons = verdict.reasons().stream().map(Reason::code).toList();
      json.open().field("id", verdict.task().name()).field("line", verdict.task().line());
      json.field("reasons", reasons).close();
      text.line("Skipped " + verdict.task().name() + ": " + String.join(", ", reasons));
    }
    json.closeArray().field("skippedCount", skipped.size());
    if (skipped.size() > SKIPPED) {
      text.line("Skipped in all: " + skipped.size());
    }
  }

  /** What became of tasks. */
  public static Brief of(ChangeResult result) {
    Json json = new Json().open().field("board", result.dir()).field("outcome", result.outcome());
    BriefText text = new BriefText();
    text.line(
        result
            .commit()
            .map(id -> "Changed in " + shortId(id) + ":")
            .orElse("Nothing changed: it is so already."));
    json.openArray("tasks");
    for (ChangedTask task : result.tasks()) {
      TaskLine line = task.line();
      json.open().field("id", line.task().name()).field("title", BriefText.title(line.task()));
      json.field("state", line.state()).field("path", line.document().path());
      json.field("line", line.task().line()).close();
      text.task(" " + line.state(), line.document(), line.task());
    }
    json.closeArray();
    result.refill().ifPresent(refill -> refill(refill, json, text));
    BriefText.ending(result.commit(), result.ending().notices(), json);
    result.ending().notices().forEach(notice -> text.line("Note: " + notice));
    return new Brief(json.close().toString(), text.toString());
  }

  private static void refill(RunResult refill, Json json, BriefText text) {
    json.open("refill").field("reason", refill.reason());
    if (refill.plan().selection() instanceof Selection.Batch batch) {
      BriefText.tasks(batch.tasks(), json);
      text.line("Refilled with " + BriefText.ids(batch.tasks()) + " (" + refill.reason() + ").");
      batch.tasks().forEach(task -> text.task("", refill.plan().board().backlog(), task));
    } else {
      json.openArray("tasks").closeArray();
      text.line("Nothing to refill (" + refill.reason() + "). " + advice(refill));
    }
    json.close();
  }

  /** A refusal: what happened, what was kept, what to do next. */
  public static String of(Problem problem) {
    BriefText text = new BriefText();
    text.line("error (" + problem.code().word() + "): " + problem.message() + Text.place(problem));
    return text.line("kept: " + problem.kept()).line("next: " + problem.next()).toString();
  }

  private static String shortId(String commit) {
    return commit.substring(0, SHORT_COMMIT);
  }

  /** Why there is nothing to do, and what would change that. */
  private static String advice(RunResult result) {
    Noop reason = ((Selection.Nothing) result.plan().selection()).reason();
    String why = NothingToDo.why(result, reason);
    return why
        + switch (reason) {
          case TODO_FULL -> " Finish a task with backlog_set_status.";
          case BACKLOG_EMPTY -> " Nothing is left to be moved.";
          case TYPE_LOCKED -> " Finish the active tasks first.";
          case NO_READY_TASK -> " Write what the skipped tasks lack, and commit.";
        };
  }
}
