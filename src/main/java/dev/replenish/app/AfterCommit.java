package dev.replenish.app;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;

/** Describes a failure that happens after the branch has moved. */
final class AfterCommit {
  private AfterCommit() {}

  /**
   * Returns the failure with a note that the commit was made.
   *
   * @param commit the commit's 40 hex digits
   */
  static ProblemException failed(String commit, Throwable e) {
    String kept = "The commit " + commit + " is made.";
    if (e instanceof ProblemException refusal) {
      return refusal.problem().keeping(kept).refusal(e);
    }
    return new Problem(
            ErrorCode.INTERNAL,
            "what was done can't be reported: " + e,
            null,
            kept,
            "Look at it with `git show`; this is a bug in Replenish, please report it.")
        .refusal(e);
  }
}
