package dev.replenish.git;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Closes when a signal ends the program, but lets a commit that has begun come to its end. */
final class Release extends Thread {
  private static final long PATIENCE_SECONDS = 10;

  private final ReentrantLock guard;
  private final Runnable close;

  /**
   * Not registered yet.
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
      if (guard.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        // Not given back: nothing may begin after this.
        close.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
