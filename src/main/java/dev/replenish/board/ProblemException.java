package dev.replenish.board;

import org.jspecify.annotations.Nullable;

/** Carries a {@link Problem} to the edge, where it becomes words and an exit code. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ProblemException(Problem problem, @Nullable Throwable cause) {
    super(problem.message(), cause);
    this.problem = problem;
  }

  /** What went wrong. */
  public Problem problem() {
    return problem;
  }
}
