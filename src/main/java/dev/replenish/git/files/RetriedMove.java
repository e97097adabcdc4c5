package dev.replenish.git.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;

/**
 * Tries again what is refused for a moment only: on Windows a file can't be replaced while an
 * editor or a virus scanner has it open. Git waits as long.
 */
final class RetriedMove {
  static final int TRIES = 6;

  private RetriedMove() {}

  /** What may be refused. */
  interface Step {
    void run() throws IOException;
  }

  /** Runs the step, at most so many times; the last refusal counts. */
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
