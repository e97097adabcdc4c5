package dev.replenish.app;

import dev.replenish.board.Priority;
import dev.replenish.board.TaskId;
import dev.replenish.plan.add.AddPlace;
import dev.replenish.plan.add.TaskBody;
import dev.replenish.plan.add.TaskDraft;
import dev.replenish.plan.add.UnmarkedDraft;
import java.util.Optional;

/**
 * A new task as it was asked for, checked: all but the id and the place, where these are still to
 * be found.
 *
 * @param id the id that was asked for
 * @param place where it is wanted
 * @param fields what is said of it
 * @param body Markdown in place of these fields
 */
public record NewTask(
    Optional<TaskId> id,
    String title,
    AddPlace place,
    Optional<String> component,
    TaskBody.Fields fields,
    Optional<TaskBody> body) {

  /** The task under an id that is free, as it is between markers; its own body comes first. */
  public TaskDraft called(TaskId free, String type, Priority priority, TaskBody otherwise) {
    return new TaskDraft(free, title, type, priority, component, body.orElse(otherwise));
  }

  /** The task as it is without markers; its body becomes a description. */
  public UnmarkedDraft unmarked(Optional<TaskId> free, TaskBody.Fields otherwise) {
    return UnmarkedDraft.of(
        title, free, body.map(given -> fields.described(given.text())).orElse(otherwise));
  }
}
