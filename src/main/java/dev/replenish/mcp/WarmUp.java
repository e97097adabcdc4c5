package dev.replenish.mcp;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does once, while the client has nothing to ask yet, what its first call would have to wait for:
 * Java loads the classes of a call when they are needed first.
 */
final class WarmUp {
  private final Runnable work;
  private final AtomicBoolean begun = new AtomicBoolean();

  /** Warms up by {@code work}, whose outcome nobody sees. */
  WarmUp(Runnable work) {
    this.work = work;
  }

  /** Begins in the background, unless it has begun. */
  void begin() {
    if (begun.compareAndSet(false, true)) {
      Thread thread = new Thread(this::run, "warm-up");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void run() {
    try {
      work.run();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError ignored) {
      // The call that comes to the same says so.
    }
  }
}
