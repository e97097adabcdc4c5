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
 * Finds the task to work on: the first in progress, else the first that can be begun
 * (docs/reference/life-cycle.md, "The next task").
 */
final class NextTask {
  private final Policy policy;
  private final EffortScale scale;
  private final Readiness readiness;
  private final Optional<String> me;

  /**
   * A search on {@code board}.
   *
   * @param me whose task it is to be; whoever's where nobody is named
   */
  NextTask(Board board, Policy policy, EffortScale scale, Optional<String> me) {
    this.policy = policy;
    this.scale = scale;
    this.readiness = new Readiness(board, policy);
    this.me = me;
  }

  /** What is found among the active tasks of {@code todo}. */
  Tasks.Next in(String dir, Document todo) {
    List<Task> active = todo.activeTasks();
    Optional<Task> found = atWork(active, true);
    if (found.isEmpty()) {
      found = atWork(active, false);
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

  /** The first task in progress: mine, or one of which nobody says whose it is. */
  private Optional<Task> atWork(List<Task> active, boolean mine) {
    for (Task task : active) {
      if (task.details().status().filter(Status.IN_PROGRESS::equals).isPresent()) {
        Optional<String> has = task.details().assignee();
        boolean admitted = me.isEmpty() || (has.isEmpty() ? !mine : isMine(has.get()));
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

  /** Why it is passed over; none where it can be begun. */
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
