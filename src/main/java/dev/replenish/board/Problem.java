package dev.replenish.board;

import dev.replenish.text.Location;
import org.jspecify.annotations.Nullable;

/**
 * Why a command could not do its work, as data: printed at the edge, never half-way.
 *
 * @param code the kind of failure; it decides the exit code
 * @param message what happened, one sentence without a final full stop
 * @param where the file and line, if there is one
 * @param kept what was kept safe, one sentence ("Nothing was written.")
 * @param next what to do now, one sentence; may hold a command
 */
public record Problem(
    ErrorCode code, String message, @Nullable Location where, String kept, String next) {

  /** What nearly every refusal can promise. */
  public static final String NOTHING_WRITTEN = "Nothing was written.";

  /** A problem without a place that wrote nothing. */
  public static Problem of(ErrorCode code, String message, String next) {
    return new Problem(code, message, null, NOTHING_WRITTEN, next);
  }

  /** A problem with a place that wrote nothing. */
  public static Problem at(ErrorCode code, Location where, String message, String next) {
    return new Problem(code, message, where, NOTHING_WRITTEN, next);
  }

  /** The same problem where something else was kept safe. */
  public Problem keeping(String other) {
    return new Problem(code, message, where, other, next);
  }

  /** This problem as something to throw. */
  public ProblemException refusal() {
    return new ProblemException(this, null);
  }

  /** This problem as something to throw, with what caused it for {@code -v}. */
  public ProblemException refusal(Throwable cause) {
    return new ProblemException(this, cause);
  }
}
