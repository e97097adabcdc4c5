package dev.replenish.git;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Closes the session when a signal ends the program, but first lets a commit in progress finish.
 */
final class Release extends Thread {
  private static final long TIMEOUT_SECONDS = 10;

  private final ReentrantLock guard;
  private final Runnable close;

  /**
   * A hook that is not registered yet.
   *
   * @param guard held while a commit is made
   */
  Release(ReentrantLock guard, Runnable close) {
    super("replenish-release");
    this.guard = guard;
    this.close = close;
  }

  void register() {
    Runtime.getRuntime().addShutdownHook(this);
  }

  void unregister() {
    try {
      Runtime.getRuntime().removeShutdownHook(this);
    } catch (IllegalStateException e) {
      // The program is ending already.
    }
  }

  @Override
  public void run() {
    try {
      if (guard.tryLock(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        // Keeps the guard locked: no commit may begin after this.
        close.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
