package dev.replenish.report;

import dev.replenish.app.CommitOutcome;
import dev.replenish.app.Outcome;
import dev.replenish.app.RunResult;
import dev.replenish.app.RunResult.LineCount;
import dev.replenish.audit.Commit;
import dev.replenish.board.Finding;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.plan.message.PromotionMessage;
import dev.replenish.plan.promote.Plan;
import dev.replenish.rules.Readiness;
import dev.replenish.rules.Readiness.Verdict;
import dev.replenish.rules.Reason;
import dev.replenish.rules.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Shows what {@code run} did and {@code plan} would do.
 *
 * @param dryRun whether the call was a dry run
 * @param diff whether the changes are shown, and not only counted
 * @param options the options to repeat when the plan is carried out: "" or with a space in front
 * @param boardOptions the same for the boards that were named
 */
public record RunView(boolean dryRun, boolean diff, String options, String boardOptions)
    implements View<RunResult> {
  /** A view that shows no options for carrying out the plan. */
  public static RunView of(boolean dryRun) {
    return new RunView(dryRun, false, "", "");
  }

  /** This view with the options to repeat when the plan is carried out. */
  public RunView carriedOutWith(String repeated, String repeatedBoards) {
    return new RunView(dryRun, diff, repeated, repeatedBoards);
  }

  @Override
  public void text(RunResult result, Text text) {
    if (dryRun && result.ending().replayed()) {
      // an earlier call with this key did it
      new RunView(false, false, options, boardOptions).text(result, text);
      return;
    }
    text.notes(result.ending().notices());
    if (text.style().quiet()) {
      return;
    }
    if (result.ending().uncommitted().isPresent()) {
      text.data().line(JsonParts.preview(result.ending().uncommitted().get()));
    }
    choice(result, text);
    JsonParts.pushed(result.ending(), text);
    if (dryRun && result.plan().moves()) {
      stat(result, text);
      text.data().put("Plan ").put(TextColor.BOLD, result.plan().id()).put(". Carry it out with: ");
      String board =
          text.hasSeveralBoards() ? " --board " + ShellWord.quoted(result.dir()) : boardOptions;
      text.data().line("replenish run --plan " + result.plan().id() + options + board);
      if (diff || text.style().verbose()) {
        text.data().end();
        text.diff(result.diff());
      }
    }
  }

  /** How many lines each file loses and gains: {@code BACKLOG.md -45 +1, TODO.md +48}. */
  private void stat(RunResult result, Text text) {
    text.data().put("Changes: ");
    String comma = "";
    for (LineCount count : result.lines()) {
      text.data().put(comma + count.path());
      text.data().put(TextColor.REMOVED, count.removed() == 0 ? "" : " -" + count.removed());
      text.data().put(TextColor.ADDED, count.added() == 0 ? "" : " +" + count.added());
      comma = ", ";
    }
    text.data().line(diff || text.style().verbose() ? "" : " (see them with --diff)");
  }

  /** Prints what was chosen and what was skipped, each with the reason. */
  void choice(RunResult result, Text text) {
    if (result.plan().selection() instanceof Selection.Batch batch) {
      moved(result, batch, text);
    } else if (result.plan().selection() instanceof Selection.Nothing nothing) {
      NothingToDoText.text(result, nothing.reason(), text);
    }
    if (!result.archived().isEmpty()) {
      String ids = result.archived().stream().map(Task::name).collect(Collectors.joining(", "));
      text.data().wrapped("Archived: ", ids);
    }
    skipped(result.plan(), text);
  }

  private void moved(RunResult result, Selection.Batch batch, Text text) {
    Plan plan = result.plan();
    Group group = batch.group();
    int count = batch.tasks().size();
    String counted = dryRun ? count + " of " + ready(plan, group) + " ready" : "" + count;
    String tasks = GroupWords.tasks(counted, count == 1, group);
    String files = plan.board().backlog().path() + " to " + NothingToDoText.todoPath(result);
    String commit = result.commit().isPresent() ? Commit.shortened(result.commit().get()) : "";
    String in = commit.isEmpty() ? "" : " in " + commit;
    String verb = dryRun ? "Would move " : "Moved ";
    text.data().wrapped(verb, tasks + " from " + files + in + ":", commit);
    int width = Text.nameWidth(batch.tasks());
    for (Task task : batch.tasks()) {
      text.task(task.name(), task.title(), width);
    }
    String rule = GroupWords.of(group) + " (" + place(plan, group) + "): ";
    text.data().wrapped("Why: ", rule + PromotionMessage.rule(plan) + ".");
    if (batch.otherwise().isPresent()) {
      Group other = batch.otherwise().get();
      String otherRule = "select=" + batch.rule().other().word() + " would have taken ";
      String words = GroupWords.of(other) + " (" + place(plan, other) + ").";
      text.data().wrapped("     ", otherRule + words);
    }
  }

  private static int ready(Plan plan, Group group) {
    int ready = 0;
    for (Verdict verdict : new Readiness(plan.board(), plan.policy()).all(group)) {
      ready += verdict.ready() ? 1 : 0;
    }
    return ready;
  }

  private static String place(Plan plan, Group group) {
    return plan.board().backlog().path() + ":" + group.line();
  }

  /** The skipped tasks without those that are finished. */
  public static List<Verdict> worthReporting(Plan plan) {
    List<Verdict> reported = new ArrayList<>();
    for (Verdict verdict : plan.selection().skipped()) {
      if (verdict.task().isActive() || verdict.task().isUnsettled()) {
        reported.add(verdict);
      }
    }
    return reported;
  }

  private static void skipped(Plan plan, Text text) {
    List<Verdict> skipped = printUnclear(plan, worthReporting(plan), text);
    for (Verdict verdict : text.capped(skipped)) {
      String where = JsonParts.place(plan.board().backlog(), verdict.task());
      String what = verdict.task().name() + " (" + where + "): " + Reason.words(verdict.reasons());
      text.data().wrapped("Skipped: ", what);
    }
    text.rest(skipped, "Skipped: ");
  }

  /** Prints the unclear tasks among {@code skipped} and returns the others. */
  private static List<Verdict> printUnclear(Plan plan, List<Verdict> skipped, Text text) {
    for (Verdict verdict : skipped) { // a run without such a task loads no class for them
      if (verdict.task().isUnclear()) {
        UnclearTasks unclear = UnclearTasks.of(skipped, plan.board().backlog().path());
        unclear.words().forEach(words -> text.data().wrapped("Skipped: ", words));
        return unclear.others(skipped);
      }
    }
    return skipped;
  }

  @Override
  public List<Finding> findings(RunResult result) {
    return result.findings();
  }

  @Override
  public Outcome outcome(RunResult result) {
    return result.outcome();
  }

  @Override
  public Optional<String> commit(RunResult result) {
    return result.commit();
  }

  @Override
  public void json(Optional<String> board, Optional<RunResult> result, Json json) {
    Optional<CommitOutcome> ending = result.map(RunResult::ending);
    json.field("reason", result.map(RunResult::reason));
    JsonParts.dryRun(dryRun, ending, json);
    json.field("board", board);
    json.field("planId", result.map(each -> each.plan().id()));
    batch(result, json);
    JsonParts.skipped(
        result.map(each -> each.plan().selection().skipped()).orElse(List.of()), json);
    json.object("todo", result, RunView::todo);
    json.field("commit", result.flatMap(RunResult::commit));
    JsonParts.findings("findings", result.map(RunResult::findings).orElse(List.of()), json);
    json.field("why", result.map(RunView::why));
    json.object(
        "alternative",
        result.flatMap(RunResult::batch).flatMap(Selection.Batch::otherwise),
        JsonParts::groupFields);
    archived(result, json);
    json.objects("files", result.map(RunResult::lines).orElse(List.of()), RunView::file);
    JsonParts.ending(ending, json);
  }

  /** Writes the finished tasks that go to the archive in the same commit. */
  static void archived(Optional<RunResult> result, Json json) {
    List<Task> archived = result.map(RunResult::archived).orElse(List.of());
    json.field("archived", archived.stream().map(Task::name).toList());
  }

  private static void file(LineCount count, Json json) {
    json.field("path", count.path()).field("removed", count.removed());
    json.field("added", count.added());
  }

  /** Writes the group and the tasks of the batch. */
  public static void batch(Optional<RunResult> result, Json json) {
    Optional<Selection.Batch> batch = result.flatMap(RunResult::batch);
    json.object("group", batch.map(Selection.Batch::group), JsonParts::groupFields);
    if (batch.isPresent()) {
      Selection.Batch chosen = batch.get();
      JsonParts.tasks(chosen.group(), chosen.tasks(), result.orElseThrow().places(), json);
    } else {
      json.openArray("tasks").closeArray();
    }
  }

  /** Writes how many active tasks {@code TODO.md} holds when the command ends. */
  private static void todo(RunResult result, Json json) {
    int moved = result.commit().isPresent() ? result.batch().orElseThrow().tasks().size() : 0;
    json.field("active", result.active() + moved);
    json.field("batchSize", result.plan().policy().batchSize());
  }

  private static String why(RunResult result) {
    return result.plan().selection() instanceof Selection.Nothing nothing
        ? NothingToDoText.why(result, nothing.reason())
        : PromotionMessage.why(result.plan());
  }
}
