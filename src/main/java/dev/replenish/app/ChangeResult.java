package dev.replenish.app;

import dev.replenish.board.Finding;
import dev.replenish.plan.FileChange;
import java.util.List;
import java.util.Optional;

/**
 * What a command did to tasks of one board.
 *
 * @param dir the board
 * @param tasks the tasks that the command named or changed
 * @param refill the result of topping up {@code TODO.md} in the same commit, if that was requested
 * @param changes the files that change; none if nothing had to change
 * @param findings the findings about these tasks
 * @param ending the commit, the push and the notices
 */
public record ChangeResult(
    String dir,
    List<ChangedTask> tasks,
    Optional<RunResult> refill,
    List<FileChange> changes,
    List<Finding> findings,
    CommitOutcome ending) {

  /** Copies the collections. */
  public ChangeResult {
    tasks = List.copyOf(tasks);
    changes = List.copyOf(changes);
    findings = List.copyOf(findings);
  }

  /** A result without a refill and without findings. */
  public static ChangeResult of(
      String dir, List<ChangedTask> tasks, List<FileChange> changes, CommitOutcome ending) {
    return new ChangeResult(dir, tasks, Optional.empty(), changes, List.of(), ending);
  }

  /** The commit's 40 hex digits, if one was made. */
  public Optional<String> commit() {
    return ending.commit();
  }

  /** CHANGED, PLANNED or NOOP. */
  public Outcome outcome() {
    if (changes.isEmpty()) {
      return Outcome.NOOP;
    }
    return commit().isPresent() ? Outcome.CHANGED : Outcome.PLANNED;
  }

  /** The change as {@code git diff} shows it; empty if nothing changes. */
  public String diff() {
    return Changes.diff(changes);
  }
}
