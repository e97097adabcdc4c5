package dev.replenish.rules;

import dev.replenish.board.Group;
import dev.replenish.board.Priority;
import java.util.Optional;

/**
 * The caller's restrictions: only groups of a type, of a priority, and a maximum number of tasks.
 *
 * @param type the type, lower case
 * @param priority the priority
 * @param max the most tasks to move, 1 to 5
 */
public record BatchFilter(Optional<String> type, Optional<Priority> priority, int max) {
  /** No restrictions. */
  public static final BatchFilter NONE =
      new BatchFilter(Optional.empty(), Optional.empty(), Policy.MAX_BATCH);

  /** Whether tasks may be taken from {@code group}. */
  public boolean admits(Group group) {
    return (type.isEmpty() || type.equals(group.type()))
        && (priority.isEmpty() || priority.equals(group.priority()));
  }

  /** Whether it excludes any group. */
  public boolean isNarrow() {
    return type.isPresent() || priority.isPresent();
  }
}
