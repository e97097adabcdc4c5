package dev.replenish.git.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;

/**
 * Retries a move that is refused only briefly: on Windows a file can't be replaced while an editor
 * or a virus scanner has it open. Waits as long as Git does.
 */
final class RetriedMove {
  static final int MAX_TRIES = 6;

  private RetriedMove() {}

  /** The operation that may be refused. */
  interface Step {
    void run() throws IOException;
  }

  /** Runs the step up to {@code tries} times; throws the last refusal. */
  static void times(int tries, Step step) throws IOException {
    long pause = 1;
    for (int left = tries - 1; ; left--) {
      try {
        step.run();
        return;
      } catch (AccessDeniedException e) {
        if (left <= 0) {
          throw e;
        }
        pause(pause, e);
        pause *= 3;
      }
    }
  }

  private static void pause(long millis, AccessDeniedException refused) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused;
    }
  }
}
