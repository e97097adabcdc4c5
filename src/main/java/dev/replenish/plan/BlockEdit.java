package dev.replenish.plan;

import dev.replenish.board.Task;
import dev.replenish.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What may change inside the block of a task.
 *
 * @param task the task before the edit
 * @param values the spans whose text may be replaced
 * @param lines where lines may be inserted
 * @param becomes whether the task that is read afterwards is as intended
 */
public record BlockEdit(
    Task task, List<Span> values, Optional<Span> lines, Predicate<Task> becomes) {

  /** Copies the collection. */
  public BlockEdit {
    values = List.copyOf(values);
  }

  /** Whether an edit may touch {@code span}. */
  boolean allows(Span span) {
    for (Span value : values) {
      if (value.contains(span)) {
        return true;
      }
    }
    return span.length() == 0 && lines.isPresent() && lines.get().contains(span);
  }
}
