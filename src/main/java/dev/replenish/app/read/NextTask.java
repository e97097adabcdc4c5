package dev.replenish.app.read;

import dev.replenish.app.TaskLine;
import dev.replenish.app.board.BlockReason;
import dev.replenish.board.Assignee;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.rules.EffortScale;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Readiness;
import dev.replenish.rules.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the task to work on: the first in progress, else the first that can be started
 * (docs/reference/life-cycle.md, "The next task").
 */
final class NextTask {
  private final Policy policy;
  private final EffortScale scale;
  private final Readiness readiness;
  private final Optional<String> me;

  /**
   * Prepares a search on {@code board}.
   *
   * @param me the assignee whose task to find; empty for any task
   */
  NextTask(Board board, Policy policy, EffortScale scale, Optional<String> me) {
    this.policy = policy;
    this.scale = scale;
    this.readiness = new Readiness(board, policy);
    this.me = me;
  }

  /** Searches the active tasks of {@code todo}. */
  Tasks.Next in(String dir, Document todo) {
    List<Task> active = todo.activeTasks();
    Optional<Task> found = inProgress(active, true);
    if (found.isEmpty()) {
      found = inProgress(active, false);
    }
    List<TaskLine> passedOver = new ArrayList<>();
    for (Task task : active) {
      if (found.filter(task::equals).isPresent()) {
        break;
      }
      List<Reason> reasons = reasons(todo, task);
      if (reasons.isEmpty() && found.isEmpty()) {
        found = Optional.of(task);
        break;
      }
      if (!reasons.isEmpty()) {
        passedOver.add(TaskLine.of(todo, Optional.empty(), task, reasons, scale));
      }
    }
    Optional<TaskLine> line =
        found.map(task -> TaskLine.of(todo, Optional.empty(), task, List.of(), scale));
    String text = found.map(task -> todo.source().text(task.block())).orElse("");
    return new Tasks.Next(dir, line, text, passedOver);
  }

  /**
   * The first task in progress: my own if {@code mine}, else one without an assignee; any task if
   * there is no {@link #me}.
   */
  private Optional<Task> inProgress(List<Task> active, boolean mine) {
    for (Task task : active) {
      if (task.details().status().filter(Status.IN_PROGRESS::equals).isPresent()) {
        Optional<String> assigned = task.details().assignee();
        boolean admitted = me.isEmpty() || (assigned.isEmpty() ? !mine : isMine(assigned.get()));
        if (admitted) {
          return Optional.of(task);
        }
      }
    }
    return Optional.empty();
  }

  private boolean isMine(String assignee) {
    return me.filter(name -> Assignee.is(assignee, name)).isPresent();
  }

  /** Why the task is passed over; empty if it can be started. */
  private List<Reason> reasons(Document todo, Task task) {
    List<Reason> reasons = new ArrayList<>();
    Optional<Status> status = task.details().status();
    if (status.isEmpty()) {
      reasons.add(Reason.unknownStatus(task));
    } else if (status.get() == Status.BLOCKED) {
      reasons.add(Reason.blocked(BlockReason.of(todo, task)));
    }
    task.details()
        .assignee()
        .filter(name -> me.isPresent() && !isMine(name))
        .ifPresent(name -> reasons.add(Reason.assigned(name)));
    if (status.filter(Status.TODO::equals).isPresent()) {
      task.details()
          .notBefore()
          .filter(policy.today()::isBefore)
          .ifPresent(day -> reasons.add(Reason.notBefore(day)));
      if (policy.holdDependents()) {
        reasons.addAll(readiness.unfinished(task));
      }
    }
    return reasons;
  }
}
