package dev.replenish.board;

import dev.replenish.text.Location;
import org.jspecify.annotations.Nullable;

/**
 * Why a command could not do its work, as data; only the command line prints it.
 *
 * @param code the kind of failure; it decides the exit code
 * @param message what happened, one sentence without a final full stop
 * @param where the file and line, if there is one
 * @param kept what was kept safe, one sentence ("Nothing was written.")
 * @param next what to do now, one sentence; may hold a command
 */
public record Problem(
    ErrorCode code, String message, @Nullable Location where, String kept, String next) {

  /** What {@code kept} states in nearly every refusal. */
  public static final String NOTHING_WRITTEN = "Nothing was written.";

  /** A problem without a place; nothing was written. */
  public static Problem of(ErrorCode code, String message, String next) {
    return new Problem(code, message, null, NOTHING_WRITTEN, next);
  }

  /** A problem with a place; nothing was written. */
  public static Problem at(ErrorCode code, Location where, String message, String next) {
    return new Problem(code, message, where, NOTHING_WRITTEN, next);
  }

  /** The same problem with another statement of what was kept safe. */
  public Problem keeping(String other) {
    return new Problem(code, message, where, other, next);
  }

  /** An exception that carries this problem, with its cause, which {@code -v} prints. */
  public ProblemException refusal(Throwable cause) {
    return new ProblemException(this, cause);
  }
}
