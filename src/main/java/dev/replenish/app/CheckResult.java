package dev.replenish.app;

import dev.replenish.board.Finding;
import dev.replenish.board.Severity;
import dev.replenish.plan.FileChange;
import java.util.List;
import java.util.Optional;

/**
 * What {@code check} found on a board, and mended.
 *
 * @param dir the board
 * @param findings what is left to be said, file by file from top to bottom
 * @param fixed what was, or would be, mended
 * @param changes the files that change
 * @param commit the commit's 40 hex digits, if one was made
 * @param notices what the user should know
 * @param replayed whether the call was made before, and nothing is done again
 */
public record CheckResult(
    String dir,
    List<Finding> findings,
    List<Finding> fixed,
    List<FileChange> changes,
    Optional<String> commit,
    List<String> notices,
    boolean replayed) {

  /** The same of a call that is made for the first time. */
  public CheckResult(
      String dir,
      List<Finding> findings,
      List<Finding> fixed,
      List<FileChange> changes,
      Optional<String> commit,
      List<String> notices) {
    this(dir, findings, fixed, changes, commit, notices, false);
  }

  /** The same of a call that was made before under its key. */
  CheckResult asReplay() {
    return new CheckResult(dir, findings, fixed, changes, commit, notices, true);
  }

  /** Whether an error is left: then the documents forbid something. */
  public boolean hasErrors() {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }

  /** The change as {@code git diff} shows it. */
  public String diff() {
    return Changes.diff(changes);
  }
}
