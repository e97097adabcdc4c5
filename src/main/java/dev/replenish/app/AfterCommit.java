package dev.replenish.app;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;

/** What is said of a failure after the branch has moved. */
final class AfterCommit {
  private AfterCommit() {}

  /**
   * The failure, with the commit that was made.
   *
   * @param commit its 40 hex digits
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
