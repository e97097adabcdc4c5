package dev.replenish.report.agent;

import dev.replenish.app.Outcome;
import dev.replenish.app.RunResult;
import dev.replenish.audit.Commit;
import dev.replenish.board.Document;
import dev.replenish.board.Task;
import dev.replenish.plan.message.PromotionMessage;
import dev.replenish.plan.promote.Plan;
import dev.replenish.report.Json;
import dev.replenish.report.NothingToDoText;
import dev.replenish.report.Text;
import dev.replenish.report.UnclearTasks;
import dev.replenish.rules.NothingToDo;
import dev.replenish.rules.Readiness.Verdict;
import dev.replenish.rules.Reason;
import dev.replenish.rules.Selection;
import dev.replenish.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Replies to agents about moved tasks (docs/reference/mcp.md). */
public final class AgentRuns {
  private static final int SKIPPED = 5;

  private AgentRuns() {}

  /** What was, or would be, moved. */
  public static AgentReply of(RunResult result) {
    Json json =
        new Json().open().field("board", result.dir()).field("outcome", result.outcome().word());
    AgentText text = new AgentText();
    if (result.moves()) {
      json.field("planId", result.plan().id());
    }
    json.field("reason", result.reason());
    if (result.plan().selection() instanceof Selection.Batch batch) {
      json.field("why", PromotionMessage.why(result.plan()));
      text.line(did(result) + ": " + count(batch) + " to TODO.md.");
    } else {
      json.field("why", advice(result));
      text.line("Nothing to move (" + result.reason() + "). " + advice(result));
    }
    batch(result, json, text);
    skipped(result.plan(), json, text);
    AgentText.ending(result.commit(), result.ending().notices(), json, text);
    if (result.outcome() == Outcome.PLANNED) {
      text.line("Next: backlog_replenish with planId " + result.plan().id());
    }
    return text.reply(json);
  }

  private static String did(RunResult result) {
    return result.commit().map(id -> "Moved in " + Commit.shortened(id)).orElse("Would move");
  }

  private static String count(Selection.Batch batch) {
    return batch.tasks().size() + " of " + AgentText.group(batch.group());
  }

  /** Writes the result of a refill, as a field and lines of text. */
  static void refill(RunResult refill, Json json, AgentText text) {
    json.open("refill").field("reason", refill.reason());
    if (refill.plan().selection() instanceof Selection.Batch batch) {
      text.line("Refilled with " + count(batch) + ":");
    } else {
      text.line("Nothing to refill (" + refill.reason() + "). " + advice(refill));
    }
    batch(refill, json, text);
    json.close();
  }

  /** Writes the tasks, each with its place after the move. */
  private static void batch(RunResult result, Json json, AgentText text) {
    json.openArray("tasks");
    if (result.plan().selection() instanceof Selection.Batch batch) {
      List<Optional<Location>> places = result.places();
      for (int i = 0; i < batch.tasks().size(); i++) {
        Task task = batch.tasks().get(i);
        json.open().field("id", task.name()).field("title", AgentText.title(task));
        places.get(i).ifPresent(to -> json.field("path", to.path()).field("line", to.line()));
        json.close();
        text.line("- " + task.name() + places.get(i).map(to -> " (" + to + ")").orElse(""));
      }
    }
    json.closeArray();
  }

  private static void skipped(Plan plan, Json json, AgentText text) {
    List<Verdict> skipped = plan.selection().skipped();
    Document backlog = plan.board().backlog();
    if (skipped.isEmpty()) {
      return;
    }
    List<String> shown = new ArrayList<>();
    json.openArray("skipped");
    for (Verdict verdict : Text.first(SKIPPED, skipped)) {
      List<String> reasons = Reason.codes(verdict.reasons());
      json.open().field("id", verdict.task().name()).field("line", verdict.task().line());
      json.field("reasons", reasons).close();
      shown.add(verdict.task().name());
    }
    json.closeArray().field("skippedCount", skipped.size());
    String more = skipped.size() > SKIPPED ? ", and " + (skipped.size() - SKIPPED) + " more" : "";
    Verdict first = skipped.get(0);
    UnclearTasks unclear = UnclearTasks.of(skipped, backlog.path());
    if (unclear.covers(first.task())) {
      unclear.words().forEach(words -> text.line("Skipped: " + words));
    } else {
      text.line("Skipped: " + String.join(", ", shown) + more);
      text.line(first.task().name() + ": " + Reason.words(first.reasons()));
    }
  }

  /** Why there is nothing to do, and what would change that. */
  static String advice(RunResult result) {
    Optional<String> unknown = NothingToDoText.unknownType(result);
    if (unknown.isPresent()) {
      return unknown.get();
    }
    NothingToDo reason = ((Selection.Nothing) result.plan().selection()).reason();
    boolean skipped = !result.plan().selection().skipped().isEmpty();
    return NothingToDoText.why(result, reason)
        + switch (reason) {
          case TODO_FULL -> " Finish a task with backlog_set_status.";
          case BACKLOG_EMPTY -> " Add tasks with backlog_add.";
          case TYPE_LOCKED -> " Finish the active tasks first.";
          case NO_READY_TASK ->
              skipped
                  ? " " + NothingToDoText.completion(result)
                  : " backlog_status shows the groups.";
        };
  }
}
