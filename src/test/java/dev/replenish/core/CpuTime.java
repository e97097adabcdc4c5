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
 * Measures and limits the CPU time of a call. Time for which its thread waits on a busy machine
 * does not count.
 */
public final class CpuTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int POLL_MS = 50;

  private CpuTime() {}

  /** Returns the result of {@code work}; fails as soon as its CPU time exceeds {@code limit}. */
  public static <T> T within(Duration limit, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "limited");
    thread.setDaemon(true);
    thread.start();
    while (true) {
      try {
        return task.get(POLL_MS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException unfinished) {
        if (THREADS.getThreadCpuTime(thread.getId()) > limit.toNanos()) {
          AssertionError error = new AssertionError("more work than " + limit);
          error.setStackTrace(thread.getStackTrace());
          thread.interrupt();
          throw error;
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

  /** The CPU time of {@code work} in nanoseconds. */
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
