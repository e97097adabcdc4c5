package dev.replenish.app;

import dev.replenish.board.Priority;
import dev.replenish.board.TaskId;
import dev.replenish.plan.add.TaskBody;
import dev.replenish.plan.add.TaskDraft;
import java.util.List;
import java.util.Optional;

/**
 * A new task as it was asked for, checked: all but the id, where that is still to be found.
 *
 * @param id the id that was asked for
 * @param dependencies the ids that it names
 */
public record NewTask(
    Optional<TaskId> id,
    String title,
    String type,
    Priority priority,
    Optional<String> component,
    TaskBody body,
    List<String> dependencies) {

  /** The task under an id that is free. */
  public TaskDraft called(TaskId free) {
    return new TaskDraft(free, title, type, priority, component, body);
  }
}
