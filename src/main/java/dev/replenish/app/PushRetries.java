package dev.replenish.app;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.git.remote.Remote;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** How often and for how long a push is retried, and the longest pause between two tries. */
record PushRetries(int tries, int seconds, int longestPauseMillis) {
  private static final int SHORTEST_PAUSE_MILLIS = 50;

  /**
   * Repeats {@code attempt} until it has a result. It is called with its number, from 1, and
   * returns nothing if another push came first.
   *
   * @throws ProblemException {@code CONFLICT} if another push came first each time
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
        throw conflict(number, target.lastAnswer());
      }
      pause(longest);
      longest = Math.min(2 * longest, longestPauseMillis);
    }
  }

  private static ProblemException conflict(int tries, String answer) {
    return new ProblemException(
        ErrorCode.CONFLICT,
        "other pushes came first, "
            + tries
            + " times in a row"
            + (answer.isEmpty() ? "" : "; the remote's last answer: " + answer),
        "Run it again later; it plans again on the new tip.");
  }

  /** Waits for a random time, so that two processes don't retry at the same moment again. */
  static void pause(int longestMillis) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(1, longestMillis));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
