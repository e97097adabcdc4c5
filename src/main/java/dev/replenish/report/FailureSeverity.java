package dev.replenish.report;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import java.util.List;
import java.util.Optional;

/** Which of several failures decides the exit code. */
public final class FailureSeverity {
  /**
   * The gravest first. What may pass by itself comes last: exit code 5 or 8 promises that trying
   * again is all it takes.
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

  /** The exit code of the gravest of {@code problems}; 0 where there are none. */
  static int exitCode(List<Problem> problems) {
    Optional<Problem> gravest = gravest(problems);
    return gravest.isPresent() ? gravest.get().code().exitCode() : 0;
  }

  /** The gravest of {@code problems}, of equal ones the first; empty where there are none. */
  public static Optional<Problem> gravest(List<Problem> problems) {
    Problem gravest = null;
    for (Problem problem : problems) {
      if (gravest == null || ORDER.indexOf(problem.code()) < ORDER.indexOf(gravest.code())) {
        gravest = problem;
      }
    }
    return Optional.ofNullable(gravest);
  }
}
