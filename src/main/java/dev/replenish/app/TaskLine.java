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
 * @param type its own type, else its group's
 * @param priority its group's priority, else its own
 * @param ready whether it may be moved; never so outside the backlog
 * @param reasons why not; none outside the backlog
 * @param scale how many hours its estimate is
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

  /** A task that was {@code found} on a draft of {@code base}. */
  public static TaskLine of(BoardSnapshot base, Optional<Group> group, TaskFinder.Found found) {
    EffortScale scale = base.settings().effort(base.board());
    return of(found.document(), group, found.task(), List.of(), scale);
  }

  /** The state for people: the team's own word where a field has it. */
  public String word() {
    WorkState state = state();
    return task.details().statusWord().filter(word -> state.isStated()).orElse(state.word());
  }

  /** Whether it is {@code name}'s, among others or alone. */
  public boolean isAssignedTo(String name) {
    return task.details().assignee().filter(assignee -> Assignee.is(assignee, name)).isPresent();
  }

  /** The hours that it takes, where its estimate can be understood. */
  public Optional<Double> hours() {
    return task.details().estimate().flatMap(scale::hours);
  }

  /** How far it is. */
  public WorkState state() {
    return task.state();
  }
}
