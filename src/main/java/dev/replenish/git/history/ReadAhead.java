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
 * Reads the next steps of a history in its own thread, while the caller processes earlier ones.
 * Only that thread may use the source until {@link #close}.
 *
 * @param <T> the steps
 */
public final class ReadAhead<T> implements AutoCloseable {
  private static final int BATCH_SIZE = 64;
  private static final int MAX_BATCHES = 8;

  private final Supplier<Optional<T>> source;
  private final BlockingQueue<Batch<T>> batches = new ArrayBlockingQueue<>(MAX_BATCHES);
  private final Thread thread = new Thread(this::read, "history");
  private volatile boolean closed;

  /** Some steps, whether they are the last ones, and the failure that ended reading, if any. */
  private record Batch<T>(List<T> steps, boolean last, @Nullable Throwable failure) {}

  /** Starts reading; {@code source} returns one step after another, then empty. */
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
      Thread.currentThread().interrupt(); // the reader is closed
    }
  }

  private Batch<T> batch() {
    List<T> steps = new ArrayList<>(BATCH_SIZE);
    try {
      while (steps.size() < BATCH_SIZE && !closed) {
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
   * Passes every step to {@code action}, in order. Throws what the source throws.
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

  /** Waits for the step that is being read, then stops reading. */
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
