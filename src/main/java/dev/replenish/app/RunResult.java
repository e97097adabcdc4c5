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
 * What became of one board.
 *
 * @param dir the board
 * @param plan what was, or would be, done and why
 * @param archived the finished tasks that go to the archive before, in the order of completion
 * @param changes the files that change; none where there is nothing to do
 * @param after the board as it is when the command ends, or as it would be
 * @param dryRun whether nothing was to be written
 * @param findings what is broken on the board
 * @param ending the commit, and what the user should know
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

  /** What was, or would be, moved; empty where that is nothing. */
  public Optional<Selection.Batch> batch() {
    return plan.batch();
  }

  /** Whether there was, or is, something to do. */
  public boolean moves() {
    return plan.moves();
  }

  /** Moved, planned or nothing. */
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
   * Where each task of the batch begins after the move, in listed order; empty where it is not
   * moved, or its place is not certain.
   */
  public List<Optional<Location>> places() {
    return batch()
        .map(batch -> MovedTasks.places(batch.tasks(), plan.board(), after))
        .orElse(List.of());
  }

  /** What each group of the backlog holds when the command ends, or would hold. */
  public List<GroupCount> left() {
    return GroupCount.all(after, plan.policy());
  }

  /** How many tasks of {@code TODO.md} take room, before the move. */
  public int active() {
    return plan.board().todo().map(Document::activeTasks).map(List::size).orElse(0);
  }

  /** How many lines each file loses and gains. */
  public List<LineCount> lines() {
    return changes.stream().map(Changes::count).toList();
  }

  /** The change as {@code git diff} shows it; empty where nothing changes. */
  public String diff() {
    return Changes.diff(changes);
  }

  /** How many lines a change takes out of a file and puts into it. */
  public record LineCount(String path, int removed, int added) {}
}
