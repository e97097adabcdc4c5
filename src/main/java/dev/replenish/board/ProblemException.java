package dev.replenish.board;

import dev.replenish.text.Location;
import org.jspecify.annotations.Nullable;

/** Carries a {@link Problem} to the command line, which prints it and sets the exit code. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** A refusal without a place; nothing was written. */
  public ProblemException(ErrorCode code, String message, String next) {
    this(Problem.of(code, message, next), null);
  }

  /** A refusal with a place; nothing was written. */
  public ProblemException(ErrorCode code, Location where, String message, String next) {
    this(Problem.at(code, where, message, next), null);
  }

  ProblemException(Problem problem, @Nullable Throwable cause) {
    super(problem.message(), cause);
    this.problem = problem;
  }

  /** What went wrong. */
  public Problem problem() {
    return problem;
  }
}
