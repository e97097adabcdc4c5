package dev.replenish.report;

import dev.replenish.app.ChangeResult;
import dev.replenish.app.ChangedTask;
import dev.replenish.app.Outcome;
import dev.replenish.app.RunResult;
import dev.replenish.app.TaskLine;
import dev.replenish.app.Tasks.GroupCount;
import dev.replenish.app.Tasks.Status;
import dev.replenish.audit.Commit;
import dev.replenish.board.Priority;
import dev.replenish.board.Problem;
import dev.replenish.plan.message.PromotionMessage;
import dev.replenish.rules.NothingToDo;
import dev.replenish.rules.Readiness.Verdict;
import dev.replenish.rules.Reason;
import dev.replenish.rules.Selection;
import dev.replenish.text.OneLine;
import java.util.ArrayList;
import java.util.List;

/** Tells agents what came of a call (docs/reference/mcp.md). */
public final class AgentReplies {
  private static final int SKIPPED = 5;
  private static final int GROUPS = 12;

  private AgentReplies() {}

  /** Where a board stands. */
  public static AgentReply of(Status status) {
    Json json = new Json().open().field("board", status.dir());
    AgentText text = new AgentText();
    List<TaskLine> active = status.active();
    if (!active.isEmpty()) {
      json.field("todo", active.get(0).document().path());
    }
    json.openArray("active");
    int all = status.batchSize();
    text.line(active.size() + " of " + all + " tasks active, room for " + status.room() + ".");
    for (TaskLine line : active) {
      json.open().field("id", line.task().name()).field("title", AgentText.title(line.task()));
      json.field("line", line.task().line()).field("state", line.state()).close();
      text.task(" " + line.state(), line.document(), line.task());
    }
    json.closeArray().field("room", status.room());
    next(status, json, text);
    groups(status.groups(), json, text);
    return new AgentReply(json.close().toString(), text.toString());
  }

  private static void next(Status status, Json json, AgentText text) {
    RunResult next = status.next().result().orElse(null);
    List<String> ids = new ArrayList<>();
    if (next == null) {
      String problem = status.next().problem().map(AgentReplies::of).orElse("");
      json.open("next").field("reason", "failed");
      text.line("Next: nothing can be moved. " + problem.replace('\n', ' '));
    } else if (next.plan().selection() instanceof Selection.Batch batch) {
      batch.tasks().forEach(task -> ids.add(task.name()));
      json.open("next").field("reason", next.reason());
      String group = AgentText.group(batch.group()) + " (" + next.reason() + "): ";
      text.line("Next: backlog_replenish moves " + group + String.join(", ", ids));
    } else {
      json.open("next").field("reason", next.reason());
      text.line("Next: nothing to move. " + advice(next));
    }
    json.field("ids", ids).close();
  }

  private static void groups(List<GroupCount> groups, Json json, AgentText text) {
    List<GroupCount> filled = groups.stream().filter(count -> count.tasks() > 0).toList();
    List<String> words = new ArrayList<>();
    json.openArray("groups");
    for (GroupCount count : filled.subList(0, Math.min(GROUPS, filled.size()))) {
      json.open().field("type", OneLine.clean(count.group().type().orElse("?")));
      json.field("priority", count.group().priority().map(Priority::word).orElse("?"));
      json.field("tasks", count.tasks()).field("ready", count.ready()).close();
      words.add(AgentText.group(count.group()) + " " + count.ready() + "/" + count.tasks());
    }
    json.closeArray();
    String more = filled.size() > GROUPS ? " and " + (filled.size() - GROUPS) + " more groups" : "";
    text.line(
        "Backlog, ready/all: " + (words.isEmpty() ? "empty" : String.join(", ", words) + more));
  }

  /** What was, or would be, moved. */
  public static AgentReply of(RunResult result) {
    Json json =
        new Json().open().field("board", result.dir()).field("outcome", result.outcome().word());
    AgentText text = new AgentText();
    if (result.moves()) {
      json.field("planId", result.plan().id());
    }
    batch(result, json, text);
    skipped(result.plan().selection().skipped(), json, text);
    AgentText.ending(result.commit(), result.ending().notices(), json);
    result.ending().notices().forEach(notice -> text.line("Note: " + notice));
    if (result.outcome() == Outcome.PLANNED) {
      text.line("Next: backlog_replenish with planId " + result.plan().id());
    }
    return new AgentReply(json.close().toString(), text.toString());
  }

  /** The reason, what it means, and the tasks. */
  private static void batch(RunResult result, Json json, AgentText text) {
    json.field("reason", result.reason());
    if (!(result.plan().selection() instanceof Selection.Batch batch)) {
      json.field("why", advice(result)).openArray("tasks").closeArray();
      text.line("Nothing to move (" + result.reason() + "). " + advice(result));
      return;
    }
    json.field("why", PromotionMessage.why(result.plan()));
    AgentText.tasks(batch.tasks(), json);
    String did = result.commit().map(id -> "Moved in " + Commit.shortened(id)).orElse("Would move");
    int count = batch.tasks().size();
    text.line(did + ": " + count + " of " + AgentText.group(batch.group()) + " to TODO.md.");
    batch.tasks().forEach(task -> text.task("", result.plan().board().backlog(), task));
    text.line("Why: " + PromotionMessage.why(result.plan()));
  }

  private static void skipped(List<Verdict> skipped, Json json, AgentText text) {
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
  public static AgentReply of(ChangeResult result) {
    Json json =
        new Json().open().field("board", result.dir()).field("outcome", result.outcome().word());
    AgentText text = new AgentText();
    text.line(
        result
            .commit()
            .map(id -> "Changed in " + Commit.shortened(id) + ":")
            .orElse("Nothing changed: it is so already."));
    json.openArray("tasks");
    for (ChangedTask task : result.tasks()) {
      TaskLine line = task.line();
      json.open().field("id", line.task().name()).field("title", AgentText.title(line.task()));
      json.field("state", line.state()).field("path", line.document().path());
      json.field("line", line.task().line()).close();
      text.task(" " + line.state(), line.document(), line.task());
    }
    json.closeArray();
    result.refill().ifPresent(refill -> refill(refill, json, text));
    AgentText.ending(result.commit(), result.ending().notices(), json);
    result.ending().notices().forEach(notice -> text.line("Note: " + notice));
    return new AgentReply(json.close().toString(), text.toString());
  }

  private static void refill(RunResult refill, Json json, AgentText text) {
    json.open("refill").field("reason", refill.reason());
    if (refill.plan().selection() instanceof Selection.Batch batch) {
      AgentText.tasks(batch.tasks(), json);
      text.line("Refilled with " + AgentText.ids(batch.tasks()) + " (" + refill.reason() + ").");
      batch.tasks().forEach(task -> text.task("", refill.plan().board().backlog(), task));
    } else {
      json.openArray("tasks").closeArray();
      text.line("Nothing to refill (" + refill.reason() + "). " + advice(refill));
    }
    json.close();
  }

  /** A refusal: what happened, what was kept, what to do next. */
  public static String of(Problem problem) {
    AgentText text = new AgentText();
    text.line("error (" + problem.code().word() + "): " + problem.message() + Text.place(problem));
    return text.line("kept: " + problem.kept()).line("next: " + problem.next()).toString();
  }

  /** Why there is nothing to do, and what would change that. */
  private static String advice(RunResult result) {
    NothingToDo reason = ((Selection.Nothing) result.plan().selection()).reason();
    String why = NothingToDoText.why(result, reason);
    return why
        + switch (reason) {
          case TODO_FULL -> " Finish a task with backlog_set_status.";
          case BACKLOG_EMPTY -> " Nothing is left to be moved.";
          case TYPE_LOCKED -> " Finish the active tasks first.";
          case NO_READY_TASK -> " Write what the skipped tasks lack, and commit.";
        };
  }
}
