package dev.replenish.report;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import java.util.List;
import java.util.Optional;

/** Ranks failures: the most severe one determines the exit code. */
public final class FailureSeverity {
  /**
   * The most severe first. Temporary failures come last: exit codes 5 and 8 mean that a retry is
   * enough.
   */
  public static final List<ErrorCode> ORDER =
      List.of(
          ErrorCode.INTERNAL,
          ErrorCode.USAGE,
          ErrorCode.IO,
          ErrorCode.REPOSITORY_STATE,
          ErrorCode.INVALID_DOCUMENT,
          ErrorCode.PUSH_REJECTED,
          ErrorCode.LOCKED,
          ErrorCode.CONFLICT);

  private FailureSeverity() {}

  /** The exit code of the most severe of {@code problems}; 0 if there are none. */
  static int exitCode(List<Problem> problems) {
    Optional<Problem> mostSevere = mostSevere(problems);
    return mostSevere.isPresent() ? mostSevere.get().code().exitCode() : 0;
  }

  /** The most severe of {@code problems}, the first of equal ones; empty if there are none. */
  public static Optional<Problem> mostSevere(List<Problem> problems) {
    Problem mostSevere = null;
    for (Problem problem : problems) {
      if (mostSevere == null || ORDER.indexOf(problem.code()) < ORDER.indexOf(mostSevere.code())) {
        mostSevere = problem;
      }
    }
    return Optional.ofNullable(mostSevere);
  }
}
