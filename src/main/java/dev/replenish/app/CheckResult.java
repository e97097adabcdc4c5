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
 * @param ending the commit, and what the user should know
 */
public record CheckResult(
    String dir,
    List<Finding> findings,
    List<Finding> fixed,
    List<FileChange> changes,
    Ending ending) {

  /** The commit's 40 hex digits, if one was made. */
  public Optional<String> commit() {
    return ending.commit();
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
