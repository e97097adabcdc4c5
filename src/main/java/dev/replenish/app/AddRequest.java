package dev.replenish.app;

import java.util.List;

/**
 * What {@code add} is asked.
 *
 * @param tasks the new tasks, 1 to {@link #MOST}
 * @param how what the commit carries, and whether it is made
 */
public record AddRequest(List<TaskInput> tasks, Committing how) {
  /** The most tasks that one call adds. */
  public static final int MOST = 100;

  /** The most bytes that a body, or the JSON of all tasks, may have. */
  public static final int MOST_BYTES = 1 << 20;

  /** Copies the collection. */
  public AddRequest {
    tasks = List.copyOf(tasks);
  }
}
