package dev.replenish.app;

import dev.replenish.board.Priority;
import dev.replenish.board.TaskId;
import dev.replenish.plan.add.AddPlace;
import dev.replenish.plan.add.TaskBody;
import dev.replenish.plan.add.TaskDraft;
import dev.replenish.plan.add.UnmarkedDraft;
import java.util.Optional;

/**
 * A requested new task, with checked values; its id and its place may still be open.
 *
 * @param id the requested id
 * @param place the requested place
 * @param fields the values of its fields
 * @param body Markdown instead of these fields
 */
public record NewTask(
    Optional<TaskId> id,
    String title,
    AddPlace place,
    Optional<String> component,
    TaskBody.Fields fields,
    Optional<TaskBody> body) {

  /**
   * The task with the unused id {@code free}, for a file with markers; without a body of its own,
   * it gets {@code fallback}.
   */
  public TaskDraft marked(TaskId free, String type, Priority priority, TaskBody fallback) {
    return new TaskDraft(free, title, type, priority, component, body.orElse(fallback));
  }

  /** The task for a file without markers; its body, if any, becomes the description. */
  public UnmarkedDraft unmarked(Optional<TaskId> free, TaskBody.Fields fallback) {
    return UnmarkedDraft.of(
        title, free, body.map(given -> fields.described(given.text())).orElse(fallback));
  }
}
