package dev.replenish.forecast;

import dev.replenish.board.Document;
import dev.replenish.board.Task;
import dev.replenish.rules.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A task that is not finished yet.
 *
 * @param document the file it is in
 * @param task the task
 * @param hours its estimate in hours, if known
 * @param due the day by which it should be finished
 * @param reasons why it can't be moved now: missing fields, dependencies or other obstacles
 */
public record WorkItem(
    Document document,
    Task task,
    Optional<Double> hours,
    Optional<LocalDate> due,
    List<Reason> reasons) {

  /** Copies the list. */
  public WorkItem {
    reasons = List.copyOf(reasons);
  }

  /** Where the task begins, as {@code file:line}: no other task has the same place. */
  String place() {
    return document.path() + ":" + task.line();
  }
}
