package dev.replenish.app;

import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.TaskFinder;
import dev.replenish.audit.AuditRecord;
import dev.replenish.audit.Commit;
import dev.replenish.audit.Event;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Group;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Readme;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.board.TaskIndex;
import dev.replenish.git.history.CommitInfo;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.promote.Plan;
import dev.replenish.plan.promote.Planner;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Selection;
import dev.replenish.rules.SelectionRule;
import dev.replenish.text.Edits;
import dev.replenish.text.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The result of the first call with a key, read back from its commit
 * (docs/reference/commits-and-trailers.md, "Keys").
 *
 * @param before the board that the commit was made on
 * @param after the board as the commit left it
 * @param revision the commit
 * @param trail the audit record in its message
 * @param notices additional messages for the user
 */
public record IdempotentReplay(
    BoardSnapshot before,
    Board after,
    CommitInfo revision,
    AuditRecord trail,
    List<String> notices) {

  /** Returns a copy with these notices. */
  IdempotentReplay and(List<String> more) {
    return more.isEmpty() ? this : new IdempotentReplay(before, after, revision, trail, more);
  }

  /**
   * Returns this replay after a check.
   *
   * @param sameCommand whether the commit was made by the current command
   * @throws ProblemException {@code USAGE} if the key was used for another command
   */
  public IdempotentReplay require(boolean sameCommand) {
    if (!sameCommand) {
      throw new ProblemException(
          ErrorCode.USAGE,
          "the key was used for something else, in " + shortId() + " (" + trail.action() + ")",
          "Give each call its own key; 'replenish log' shows the keys that were used.");
    }
    return this;
  }

  private String shortId() {
    return Commit.shortened(revision.id());
  }

  public CommitOutcome ending() {
    String notice = "The key was used already, in " + shortId() + ": nothing is done again.";
    CommitOutcome ending =
        new CommitOutcome(Optional.of(revision.id()), Optional.empty(), List.of(notice), true);
    return ending.and(notices);
  }

  /** The result of a {@code run} with the filter {@code narrowing}. */
  RunResult run(BatchFilter narrowing) {
    boolean isRun = trail.action().equals("run") && !trail.ids(Event.PROMOTED).isEmpty();
    IdempotentReplay replay = require(isRun);
    if (rule().filter(SelectionRule.NAMED::equals).isPresent()) {
      return replay.batch(List.of());
    }
    TopUp replanned = TopUp.of(before, before.draft(), narrowing);
    boolean same =
        replanned.plan().selection() instanceof Selection.Batch batch
            && Task.ids(batch.tasks()).equals(trail.ids(Event.PROMOTED))
            && batch.rule() == rule().orElse(batch.rule());
    RunResult withoutReasons = replay.batch(List.of());
    return same ? replanned.result(false, ending()) : withoutReasons;
  }

  /**
   * The batch that the commit moved; {@code others} are tasks that another step of the commit
   * archived.
   */
  private RunResult batch(Collection<TaskId> others) {
    List<TaskId> ids = trail.ids(Event.PROMOTED);
    Board board = before.board();
    Group group =
        board.backlog().groups().stream()
            .filter(
                candidate -> candidate.isSound() && Task.ids(candidate.tasks()).containsAll(ids))
            .findFirst()
            .orElseThrow(this::untrue);
    List<Task> tasks = group.tasks().stream().filter(task -> task.isOneOf(ids)).toList();
    Policy policy = before.policy(BatchFilter.NONE, board);
    SelectionRule rule = rule().orElse(policy.select());
    Selection batch = new Selection.Batch(group, tasks, rule, List.of(), Optional.empty());
    Planner planner = new Planner(before.settings().files());
    Plan plan = planner.plan(board, policy, before.today(), batch);
    List<TaskId> archived = new ArrayList<>(trail.ids(Event.ARCHIVED));
    archived.removeAll(others);
    List<Task> finished =
        board.todo().stream()
            .flatMap(todo -> todo.tasks().stream())
            .filter(task -> task.isOneOf(archived))
            .toList();
    return new RunResult(board.dir(), plan, finished, changes(), after, false, List.of(), ending());
  }

  /** The rule that chose the batch; commits of earlier versions only state it in a sentence. */
  private Optional<SelectionRule> rule() {
    return trail.rule().isPresent()
        ? SelectionRule.of(trail.rule().get())
        : Stream.of(SelectionRule.values())
            .filter(rule -> trail.why().contains(rule.words()))
            .findFirst();
  }

  /**
   * The result of the command {@code action} that caused {@code event}.
   *
   * @throws ProblemException {@code USAGE} if the key was used for another command
   */
  public ChangeResult change(String action, Event event) {
    return require(trail.action().equals(action)).change(event);
  }

  /** The result of a command that caused {@code event}, and may have refilled {@code TODO.md}. */
  public ChangeResult change(Event event) {
    List<TaskId> ids = trail.ids(event);
    List<ChangedTask> tasks = ids.stream().map(this::changed).toList();
    List<TaskId> others = new ArrayList<>(trail.ids(Event.PROMOTED));
    others.removeAll(ids);
    boolean refilled = !others.isEmpty();
    return change(tasks, refilled ? Optional.of(batch(ids)) : Optional.empty());
  }

  /** The result of an undo: its tasks except those that it removed. */
  public ChangeResult undo() {
    List<ChangedTask> tasks =
        trail.tasks().stream()
            .map(AuditRecord.Entry::id)
            .distinct()
            .filter(id -> !TaskFinder.all(after, id.value()).isEmpty())
            .map(this::changed)
            .toList();
    return change(tasks, Optional.empty());
  }

  private ChangeResult change(List<ChangedTask> tasks, Optional<RunResult> refill) {
    return new ChangeResult(after.dir(), tasks, refill, changes(), List.of(), ending());
  }

  private ChangedTask changed(TaskId id) {
    TaskFinder.Found now =
        TaskFinder.all(after, id.value()).stream().findFirst().orElseThrow(this::untrue);
    Optional<Group> group =
        after.backlog().groups().stream()
            .filter(candidate -> now.isIn(Optional.of(after.backlog())))
            .filter(candidate -> now.task().isOneOf(Task.ids(candidate.tasks())))
            .findFirst();
    List<Event> events =
        trail.tasks().stream()
            .filter(entry -> entry.id().equals(id))
            .map(AuditRecord.Entry::event)
            .toList();
    TaskLine line =
        TaskLine.of(now.document(), group, now.task(), List.of(), before.settings().effort(after));
    return new ChangedTask(line, events);
  }

  /** The refusal of a commit that did not make the change that its message states. */
  public ProblemException untrue() {
    return new ProblemException(
        ErrorCode.INVALID_DOCUMENT,
        shortId() + " has the key, but did not change the board as its message says",
        "Look at it with `git show`; give this call another key.");
  }

  /** How the commit changed the board's files. */
  public List<FileChange> changes() {
    Board board = before.board();
    List<FileChange> changes = new ArrayList<>();
    change(Optional.of(board.backlog().source()), Optional.of(after.backlog().source()), changes);
    change(board.todo().map(Document::source), after.todo().map(Document::source), changes);
    change(board.archive().map(Document::source), after.archive().map(Document::source), changes);
    change(board.index().map(TaskIndex::source), after.index().map(TaskIndex::source), changes);
    change(board.readme().map(Readme::source), after.readme().map(Readme::source), changes);
    return changes;
  }

  private static void change(
      Optional<SourceText> old, Optional<SourceText> now, List<FileChange> changes) {
    if (old.isPresent() && now.isPresent()) {
      Edits.between(old.get(), now.get().bytes()).map(FileChange::edit).ifPresent(changes::add);
    } else {
      now.ifPresent(text -> changes.add(FileChange.create(text.path(), text.bytes())));
    }
  }
}
