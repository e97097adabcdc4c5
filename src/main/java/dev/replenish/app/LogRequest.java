package dev.replenish.app;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import java.util.Optional;

/**
 * What {@code log} is to show.
 *
 * @param since only what was committed since then: a date in any form that Git reads, or words such
 *     as {@code 2 weeks ago}
 * @param task only commits that say something of the task with this id
 * @param limit at most so many commits of each board, 1 or more
 */
public record LogRequest(Optional<String> since, Optional<String> task, int limit) {
  /** Everything. */
  public static final LogRequest ALL =
      new LogRequest(Optional.empty(), Optional.empty(), Integer.MAX_VALUE);

  /** The same of another task. */
  LogRequest about(String id) {
    return new LogRequest(since, Optional.of(id), limit);
  }

  /** Checks the limit once. */
  public LogRequest {
    if (limit < 1) {
      throw Problem.of(
              ErrorCode.USAGE, "the limit can't be '" + limit + "'", "Give a number from 1 up.")
          .refusal();
    }
  }
}
