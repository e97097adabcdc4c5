package dev.replenish.app;

import dev.replenish.audit.Event;
import dev.replenish.text.Location;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A task that a command named or changed.
 *
 * @param line the task, in the file where it is afterwards
 * @param events what happened to it, in this order; none if nothing had to change
 */
public record ChangedTask(TaskLine line, List<Event> events) {
  private static final Set<Event> MOVES =
      EnumSet.of(Event.PROMOTED, Event.RETURNED, Event.ARCHIVED, Event.RESTORED);

  /** Copies the collection. */
  public ChangedTask {
    events = List.copyOf(events);
  }

  /** Where the task is now, if it was moved from one file to another. */
  public Optional<Location> destination() {
    boolean moved = events.stream().anyMatch(MOVES::contains);
    return moved
        ? Optional.of(new Location(line.document().path(), line.task().line(), 0))
        : Optional.empty();
  }
}
