package dev.replenish.git.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the next steps of a history in a thread of its own, while the caller works on earlier ones.
 * Whatever the source uses belongs to that thread until {@link #close}.
 *
 * @param <T> the steps
 */
public final class ReadAhead<T> implements AutoCloseable {
  private static final int BATCH = 64;
  private static final int MOST_BATCHES = 8;

  private final Supplier<Optional<T>> source;
  private final BlockingQueue<Batch<T>> batches = new ArrayBlockingQueue<>(MOST_BATCHES);
  private final Thread thread = new Thread(this::read, "history");
  private volatile boolean closed;

  /** Some steps, whether they are the last, and what ended the reading before its time. */
  private record Batch<T>(List<T> steps, boolean last, @Nullable Throwable failure) {}

  /** Begins to read; {@code source} gives one step after another, and nothing at the end. */
  public ReadAhead(Supplier<Optional<T>> source) {
    this.source = source;
    thread.setDaemon(true);
    thread.start();
  }

  private void read() {
    try {
      boolean more = true;
      while (more && !closed) {
        Batch<T> batch = batch();
        batches.put(batch);
        more = !batch.last;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody waits for more
    }
  }

  private Batch<T> batch() {
    List<T> steps = new ArrayList<>(BATCH);
    try {
      while (steps.size() < BATCH && !closed) {
        Optional<T> step = source.get();
        if (step.isEmpty()) {
          return new Batch<>(steps, true, null);
        }
        steps.add(step.get());
      }
      return new Batch<>(steps, false, null);
    } catch (RuntimeException | Error e) {
      return new Batch<>(steps, true, e);
    }
  }

  /**
   * Hands every step to {@code action}, in order. Throws as the source does.
   *
   * @throws IllegalStateException after {@link #close}
   */
  public void forEach(Consumer<T> action) {
    Batch<T> batch;
    do {
      batch = take();
      batch.steps.forEach(action);
      if (batch.failure instanceof RuntimeException failure) {
        throw failure;
      }
      if (batch.failure instanceof Error failure) {
        throw failure;
      }
    } while (!batch.last);
  }

  private Batch<T> take() {
    if (closed) {
      throw new IllegalStateException("a history that is closed");
    }
    try {
      return batches.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a history is read", e);
    }
  }

  /** Waits for the step that is being read, and reads no more. */
  @Override
  public void close() {
    closed = true;
    batches.clear();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
