package dev.replenish.index;

import dev.replenish.board.Field;
import dev.replenish.board.Priority;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The entry that {@code TASK_INDEX.md} should have for one task (docs/reference/format.md, "The
 * index").
 *
 * @param id the task
 * @param title its title, as written
 * @param type its type, if it has one
 * @param priority its priority, if it has one
 * @param component its component, if it has one
 * @param status its status; empty if the file has an unknown word, with which the index need not
 *     agree
 * @param fileName the name of the file that holds it, such as {@code TODO.md}
 * @param created the day on which it was created, if known
 * @param completed the day on which it was finished, if it is finished and the day is known
 */
public record ExpectedEntry(
    TaskId id,
    String title,
    Optional<String> type,
    Optional<String> priority,
    Optional<String> component,
    Optional<Status> status,
    String fileName,
    Optional<LocalDate> created,
    Optional<LocalDate> completed) {

  /**
   * The entry by the task's own block, for a task that is, or will be, in {@code fileName}.
   *
   * @throws java.util.NoSuchElementException if the task has no id
   */
  public static ExpectedEntry of(Task task, String fileName) {
    Optional<Status> status = task.details().status();
    boolean finished = status.isPresent() && !status.get().isActive();
    return new ExpectedEntry(
        task.id().orElseThrow(),
        task.title(),
        task.tag("type"),
        task.tag("priority"),
        task.tag("component"),
        status,
        fileName,
        date(task, "created"),
        finished ? date(task, "completed") : Optional.empty());
  }

  private static Optional<LocalDate> date(Task task, String label) {
    for (Field field : task.details().fields()) {
      if (field.label().equalsIgnoreCase(label)) {
        return Days.in(field.value());
      }
    }
    return Optional.empty();
  }

  /** The same entry for a task that was created on {@code day}. */
  public ExpectedEntry createdOn(LocalDate day) {
    return new ExpectedEntry(
        id, title, type, priority, component, status, fileName, Optional.of(day), completed);
  }

  /** The same entry with the group's type and priority if the task's own header has none. */
  public ExpectedEntry orElse(Optional<String> groupType, Optional<Priority> groupPriority) {
    return new ExpectedEntry(
        id,
        title,
        type.isPresent() ? type : groupType,
        priority.isPresent() ? priority : groupPriority.map(Priority::word),
        component,
        status,
        fileName,
        created,
        completed);
  }

  /** Whether the task is known to be unfinished, so that it has no day of completion. */
  boolean isOpen() {
    return completed.isEmpty() && status.map(Status::isActive).orElse(false);
  }
}
