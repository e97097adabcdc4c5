package dev.replenish.app;

import dev.replenish.board.Finding;
import dev.replenish.plan.FileChange;
import java.util.List;
import java.util.Optional;

/**
 * What a command did to tasks of one board.
 *
 * @param dir the board
 * @param tasks the tasks it was about
 * @param refill what topping {@code TODO.md} up in the same commit came to, where it was asked for
 * @param changes the files that change; none where everything was so already
 * @param findings what is still to be done about these tasks
 * @param ending the commit, and what the user should know
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

  /** The same of a command that tops nothing up and finds nothing. */
  public static ChangeResult of(
      String dir, List<ChangedTask> tasks, List<FileChange> changes, CommitOutcome ending) {
    return new ChangeResult(dir, tasks, Optional.empty(), changes, List.of(), ending);
  }

  /** The commit's 40 hex digits, if one was made. */
  public Optional<String> commit() {
    return ending.commit();
  }

  /** Changed, planned or nothing. */
  public Outcome outcome() {
    if (changes.isEmpty()) {
      return Outcome.NOOP;
    }
    return commit().isPresent() ? Outcome.CHANGED : Outcome.PLANNED;
  }

  /** The change as {@code git diff} shows it; empty where nothing changes. */
  public String diff() {
    return Changes.diff(changes);
  }
}
