package dev.replenish.core;

import dev.replenish.board.Document;
import dev.replenish.board.FieldName;
import dev.replenish.board.Priority;
import dev.replenish.board.Task;
import dev.replenish.board.TaskDefect;
import dev.replenish.board.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tasks as lines to compare: state, id, type, priority and title, then effort and dependencies if
 * they are known.
 */
final class TaskLines {
  private TaskLines() {}

  /** The tasks of a document, a line for each. */
  static String of(Document document) {
    return document.tasks().stream().map(TaskLines::of).collect(Collectors.joining());
  }

  /** The line of a task; a hash of its words does not count as an id. */
  static String of(Task task) {
    List<String> parts =
        List.of(
            state(task),
            id(task).orElse("-"),
            task.type().orElse("-"),
            task.priority().map(Priority::word).orElse("-"),
            task.title());
    return String.join("  ", parts)
        + field(task, FieldName.EFFORT, "effort")
        + field(task, FieldName.DEPENDENCIES, "after")
        + "\n";
  }

  private static String state(Task task) {
    if (task.defects().contains(TaskDefect.PARKED)) {
      return "parked";
    }
    boolean undecided =
        task.defects().contains(TaskDefect.UNDECIDED)
            || task.defects().contains(TaskDefect.READING_UNCLEAR);
    return undecided
        ? "undecided"
        : task.details().status().map(status -> status.state().word()).orElse("?");
  }

  private static Optional<String> id(Task task) {
    return task.id().map(TaskId::value).filter(id -> task.isNamed() || !isHash(id));
  }

  private static boolean isHash(String id) {
    return id.matches("[0-9a-f]{8}");
  }

  private static String field(Task task, FieldName name, String word) {
    return task.details()
        .field(name)
        .map(field -> "  | " + word + ": " + field.value().strip())
        .orElse("");
  }
}
