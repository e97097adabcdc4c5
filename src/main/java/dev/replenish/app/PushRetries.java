package dev.replenish.app;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.git.remote.Remote;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** How often a push is tried, how long, and how long the pauses between may become. */
record PushRetries(int tries, int seconds, int longestPauseMillis) {
  private static final int SHORTEST_PAUSE_MILLIS = 50;

  /**
   * What {@code attempt} comes to, which is told its number, from 1, and gives nothing where others
   * were faster.
   *
   * @throws ProblemException {@code CONFLICT} where they were so each time
   */
  <R> R retry(Remote target, IntFunction<Optional<R>> attempt) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    int longest = SHORTEST_PAUSE_MILLIS;
    for (int number = 1; ; number++) {
      Optional<R> result = attempt.apply(number);
      if (result.isPresent()) {
        return result.get();
      }
      if (number == tries || System.nanoTime() - end > 0) {
        throw overtaken(number, target.lastWords());
      }
      pause(longest);
      longest = Math.min(2 * longest, longestPauseMillis);
    }
  }

  private static ProblemException overtaken(int tries, String said) {
    return new ProblemException(
        ErrorCode.CONFLICT,
        "others were faster, "
            + tries
            + " times in a row"
            + (said.isEmpty() ? "" : "; the remote's last answer: " + said),
        "Run it again later; it plans again on the new tip.");
  }

  /** Waits for a moment, so that two who try at the same time do not do so again. */
  static void pause(int longestMillis) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(1, longestMillis));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
