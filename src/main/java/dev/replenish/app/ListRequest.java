package dev.replenish.app;

import dev.replenish.board.Priority;
import java.util.Optional;

/**
 * Which tasks {@code list} is to show.
 *
 * @param state only of this state
 * @param type only of this type, lower case
 * @param priority only of this priority
 * @param readyOnly only those that may be moved
 * @param path only those in this file: its path in the repository, or its name
 * @param explain the line of the backlog of which it is to be told how it was read, from 1
 */
public record ListRequest(
    Optional<String> state,
    Optional<String> type,
    Optional<Priority> priority,
    boolean readyOnly,
    Optional<String> path,
    Optional<Integer> explain) {

  boolean admits(TaskLine line) {
    return state.map(wanted -> wanted.equals(line.state())).orElse(true)
        && type.map(wanted -> wanted.equalsIgnoreCase(line.type().orElse(""))).orElse(true)
        && priority.map(wanted -> Optional.of(wanted).equals(line.priority())).orElse(true)
        && (!readyOnly || line.ready())
        && path.map(wanted -> isAt(line.document().path(), wanted)).orElse(true);
  }

  private static boolean isAt(String path, String wanted) {
    return path.equals(wanted) || path.endsWith("/" + wanted);
  }
}
