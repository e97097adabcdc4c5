package dev.replenish.core;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How much work a call is, as the processor counts it for its thread: a busy machine makes it wait,
 * and that does not count.
 */
public final class CpuTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int LOOK_EVERY_MS = 50;

  private CpuTime() {}

  /** What {@code work} returns; fails as soon as it has used more than {@code limit}. */
  public static <T> T within(Duration limit, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "limited");
    thread.setDaemon(true);
    thread.start();
    while (true) {
      try {
        return task.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException working) {
        if (THREADS.getThreadCpuTime(thread.getId()) > limit.toNanos()) {
          AssertionError tooMuch = new AssertionError("more work than " + limit);
          tooMuch.setStackTrace(thread.getStackTrace());
          thread.interrupt();
          throw tooMuch;
        }
      } catch (ExecutionException e) {
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        throw new AssertionError(e.getCause());
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** The nanoseconds that {@code work} takes. */
  static long of(Runnable work) {
    long[] used = new long[1];
    within(
        Duration.ofHours(1),
        () -> {
          long before = THREADS.getCurrentThreadCpuTime();
          work.run();
          used[0] = THREADS.getCurrentThreadCpuTime() - before;
          return null;
        });
    return used[0];
  }
}
