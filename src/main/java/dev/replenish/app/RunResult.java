package dev.replenish.app;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Finding;
import dev.replenish.board.Task;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.promote.Plan;
import dev.replenish.rules.Selection;
import dev.replenish.text.Location;
import java.util.List;
import java.util.Optional;

/**
 * The result of {@code run} or {@code plan} for one board.
 *
 * @param dir the board
 * @param plan what was, or would be, done and why
 * @param archived the finished tasks that are archived first, in the order of completion
 * @param changes the files that change; none if there is nothing to do
 * @param after the board as it is, or would be, when the command ends
 * @param dryRun whether the run was a dry run
 * @param findings the errors on the board
 * @param ending the commit, the push and the notices
 */
public record RunResult(
    String dir,
    Plan plan,
    List<Task> archived,
    List<FileChange> changes,
    Board after,
    boolean dryRun,
    List<Finding> findings,
    CommitOutcome ending) {

  /** Copies the collections. */
  public RunResult {
    archived = List.copyOf(archived);
    changes = List.copyOf(changes);
    findings = List.copyOf(findings);
  }

  /** The commit's 40 hex digits, if one was made. */
  public Optional<String> commit() {
    return ending.commit();
  }

  /** The batch that was, or would be, moved, if any. */
  public Optional<Selection.Batch> batch() {
    return plan.batch();
  }

  /** Whether the plan moves tasks. */
  public boolean moves() {
    return plan.moves();
  }

  /** MOVED, PLANNED or NOOP. */
  public Outcome outcome() {
    if (!plan.moves()) {
      return Outcome.NOOP;
    }
    return commit().isPresent() ? Outcome.MOVED : Outcome.PLANNED;
  }

  /** The code of the rule that chose the group, or why there is nothing to do. */
  public String reason() {
    return batch()
        .map(batch -> batch.rule().reason())
        .orElseGet(() -> ((Selection.Nothing) plan.selection()).reason().word());
  }

  /**
   * Where each task of the batch begins after the move, in listed order; empty if the task is not
   * moved or its place is ambiguous.
   */
  public List<Optional<Location>> places() {
    return batch()
        .map(batch -> MovedTasks.places(batch.tasks(), plan.board(), after))
        .orElse(List.of());
  }

  /** The counts of each group of the backlog as they are, or would be, when the command ends. */
  public List<GroupCount> left() {
    return GroupCount.all(after, plan.policy());
  }

  /** How many tasks of {@code TODO.md} are active before the move. */
  public int active() {
    return plan.board().todo().map(Document::activeTasks).map(List::size).orElse(0);
  }

  /** How many lines each file loses and gains. */
  public List<LineCount> lines() {
    return changes.stream().map(Changes::count).toList();
  }

  /** The change as {@code git diff} shows it; empty if nothing changes. */
  public String diff() {
    return Changes.diff(changes);
  }

  /** How many lines a change removes from a file and adds to it. */
  public record LineCount(String path, int removed, int added) {}
}
