package dev.replenish.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.TaskDefect;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which tasks of a backlog without markers are read as open. */
final class OpenTasks {
  private static final Set<TaskDefect> UNSETTLED =
      EnumSet.of(TaskDefect.PARKED, TaskDefect.UNDECIDED, TaskDefect.READING_UNCLEAR);

  private OpenTasks() {}

  /** Asserts that the open tasks of {@code backlog} begin on these lines. */
  static void assertOpen(String backlog, Integer... lines) {
    assertEquals(List.of(lines), open(backlog));
  }

  /** The lines on which the open tasks of a backlog begin. */
  static List<Integer> open(String backlog) {
    return read(backlog).stream().filter(OpenTasks::isOpen).map(Task::line).toList();
  }

  /** All tasks of a backlog. */
  static List<Task> read(String backlog) {
    return AnyReading.board(Map.of("BACKLOG.md", backlog.getBytes(StandardCharsets.UTF_8)))
        .board()
        .backlog()
        .tasks();
  }

  /** Whether a task is open, and neither parked, undecided nor unclear. */
  static boolean isOpen(Task task) {
    return Collections.disjoint(task.defects(), UNSETTLED)
        && task.details().status().equals(Optional.of(Status.TODO));
  }
}
