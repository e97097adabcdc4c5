package dev.replenish.mcp;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Loads the classes of a call once, before the client's first call, which would otherwise wait
 * until Java has loaded them.
 */
final class WarmUp {
  private final Runnable work;
  private final AtomicBoolean begun = new AtomicBoolean();

  /** Warms up by {@code work}, whose outcome is ignored. */
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
      // A call of the client that fails in the same way reports it.
    }
  }
}
