package dev.replenish.app;

import dev.replenish.audit.Event;
import java.util.List;

/**
 * A task that a command touched.
 *
 * @param line the task where it stands afterwards
 * @param events what happened to it, in this order; none where it was so already
 */
public record ChangedTask(TaskLine line, List<Event> events) {

  /** Copies the collection. */
  public ChangedTask {
    events = List.copyOf(events);
  }
}
