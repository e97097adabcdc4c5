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
 * @param commit the commit's 40 hex digits, if one was made
 * @param findings what is still to be done about these tasks
 * @param notices what the user should know
 * @param replayed whether the call was made before, and nothing is done again
 */
public record ChangeResult(
    String dir,
    List<ChangedTask> tasks,
    Optional<RunResult> refill,
    List<FileChange> changes,
    Optional<String> commit,
    List<Finding> findings,
    List<String> notices,
    boolean replayed) {

  /** Copies the collections. */
  public ChangeResult {
    tasks = List.copyOf(tasks);
    changes = List.copyOf(changes);
    findings = List.copyOf(findings);
    notices = List.copyOf(notices);
  }

  /** The same of a call that is made for the first time. */
  public ChangeResult(
      String dir,
      List<ChangedTask> tasks,
      Optional<RunResult> refill,
      List<FileChange> changes,
      Optional<String> commit,
      List<Finding> findings,
      List<String> notices) {
    this(dir, tasks, refill, changes, commit, findings, notices, false);
  }

  /** The same of a call that was made before under its key. */
  ChangeResult asReplay() {
    return new ChangeResult(dir, tasks, refill, changes, commit, findings, notices, true);
  }

  /** {@code changed}, {@code planned} or {@code noop}. */
  public String outcome() {
    if (changes.isEmpty()) {
      return "noop";
    }
    return commit.isPresent() ? "changed" : "planned";
  }

  /** The change as {@code git diff} shows it; empty where nothing changes. */
  public String diff() {
    return Changes.diff(changes);
  }
}
