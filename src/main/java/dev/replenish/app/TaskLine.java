package dev.replenish.app;

import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.TaskFinder;
import dev.replenish.board.Assignee;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Priority;
import dev.replenish.board.Task;
import dev.replenish.board.WorkState;
import dev.replenish.rules.EffortScale;
import dev.replenish.rules.Reason;
import java.util.List;
import java.util.Optional;

/**
 * A task as {@code list} shows it.
 *
 * @param document the file it is in
 * @param task the task
 * @param type the task's own type, else its group's
 * @param priority its group's priority, else its own
 * @param ready whether the task may be moved; always false outside the backlog
 * @param reasons why the task may not be moved; always empty outside the backlog
 * @param scale converts its estimate to hours
 */
public record TaskLine(
    Document document,
    Task task,
    Optional<String> type,
    Optional<Priority> priority,
    boolean ready,
    List<Reason> reasons,
    EffortScale scale) {

  public static TaskLine of(
      Document document,
      Optional<Group> group,
      Task task,
      List<Reason> reasons,
      EffortScale scale) {
    return new TaskLine(
        document,
        task,
        task.type().or(() -> group.flatMap(Group::type)),
        group.flatMap(Group::priority).or(task::priority),
        group.isPresent() && reasons.isEmpty(),
        reasons,
        scale);
  }

  /** The line of a task that was found on a draft of {@code base}. */
  public static TaskLine of(BoardSnapshot base, Optional<Group> group, TaskFinder.Found found) {
    EffortScale scale = base.settings().effort(base.board());
    return of(found.document(), group, found.task(), List.of(), scale);
  }

  /** The state as it is displayed: the team's own word if the status field has one. */
  public String word() {
    WorkState state = state();
    return task.details().statusWord().filter(word -> state.isStated()).orElse(state.word());
  }

  /** Whether {@code name} is the assignee, or one of several. */
  public boolean isAssignedTo(String name) {
    return task.details().assignee().filter(assignee -> Assignee.is(assignee, name)).isPresent();
  }

  /** The estimated hours, if the estimate can be parsed. */
  public Optional<Double> hours() {
    return task.details().estimate().flatMap(scale::hours);
  }

  /** The state. */
  public WorkState state() {
    return task.state();
  }
}
