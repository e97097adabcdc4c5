package dev.replenish.forecast;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.rules.BatchSequence;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Readiness;
import dev.replenish.rules.Readiness.Verdict;
import dev.replenish.rules.Requirements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The future batches, each chosen as by a run on the board that the previous batch leaves.
 * Incomplete tasks follow when nothing else is ready, with what they lack.
 */
final class BatchQueue {
  private final Board board;
  private final Policy policy;
  private final Set<Integer> taken;
  private Optional<Document> todo;
  private BatchSequence ready;
  private @Nullable BatchSequence incomplete;

  /**
   * The batches of {@code board}.
   *
   * @param inProgress the lines of the backlog's tasks that are already in progress
   */
  BatchQueue(Board board, Policy policy, Set<Integer> inProgress) {
    this.board = board;
    this.policy = policy;
    this.taken = new HashSet<>(inProgress);
    this.todo = board.todo();
    this.ready = new BatchSequence(left(), policy);
  }

  /** The batch that fits into {@code TODO.md} on {@code day}, before any task is finished. */
  List<Verdict> first(LocalDate day) {
    List<Verdict> batch = take(ready, day);
    if (todo.isPresent()) {
      setTodo(todo.map(BatchQueue::blocked));
    }
    return batch;
  }

  /** The next batch on {@code day}; empty if there is none. */
  List<Verdict> next(LocalDate day) {
    List<Verdict> batch = take(ready, day);
    if (batch.isEmpty() && todo.isPresent()) {
      setTodo(Optional.empty()); // blocked tasks must not hold up all others
      batch = take(ready, day);
    }
    if (!batch.isEmpty()) {
      return batch;
    }
    BatchSequence others = incomplete;
    if (others == null) {
      others = new BatchSequence(left(), policy.requiring(Set.of()));
      incomplete = others;
    }
    return take(others, day);
  }

  private List<Verdict> take(BatchSequence batches, LocalDate day) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Task task : batches.next(day)) {
      taken.add(task.line());
      verdicts.add(new Verdict(task, Requirements.missing(task.details(), policy.require())));
      BatchSequence other = batches == ready ? incomplete : ready;
      if (other != null) {
        other.remove(task);
      }
    }
    return verdicts;
  }

  private void setTodo(Optional<Document> other) {
    todo = other;
    ready = new BatchSequence(left(), policy);
  }

  /** The first day after {@code day} on which a task that is held back may be started. */
  Optional<LocalDate> nextDay(LocalDate day) {
    return nextDay(left(board.backlog().tasks()), day);
  }

  /** The first day after {@code day} on which one of the tasks may be started. */
  static Optional<LocalDate> nextDay(List<Task> tasks, LocalDate day) {
    return tasks.stream()
        .filter(Task::isActive)
        .flatMap(task -> task.details().notBefore().stream())
        .filter(day::isBefore)
        .min(LocalDate::compareTo);
  }

  /** The tasks that no batch takes, without finished and blocked ones. */
  List<Verdict> remaining(LocalDate day) {
    Board left = left();
    Readiness readiness = new Readiness(left, policy.on(day));
    Map<Integer, Verdict> verdicts = new HashMap<>();
    for (Group group : left.backlog().groups()) {
      readiness.all(group).forEach(verdict -> verdicts.put(verdict.task().line(), verdict));
    }
    List<Verdict> remaining = new ArrayList<>();
    for (Task task : left.backlog().tasks()) {
      Optional<Status> status = task.details().status();
      boolean open = status.isEmpty() || status.get() == Status.TODO;
      if (open) {
        Verdict known = verdicts.get(task.line());
        remaining.add(known == null ? readiness.outside(task) : known);
      }
    }
    return remaining;
  }

  /** The board without the tasks that were taken. */
  private Board left() {
    Document old = board.backlog();
    List<Group> groups = new ArrayList<>();
    for (Group group : old.groups()) {
      groups.add(group.with(left(group.tasks())));
    }
    Document backlog = old.with(groups, left(old.tasks()));
    return new Board(board.dir(), backlog, todo, board.archive(), board.index(), board.readme());
  }

  private List<Task> left(List<Task> tasks) {
    return tasks.stream().filter(task -> !taken.contains(task.line())).toList();
  }

  private static Document blocked(Document todo) {
    List<Task> blocked =
        todo.tasks().stream()
            .filter(task -> task.details().status().filter(Status.BLOCKED::equals).isPresent())
            .toList();
    return todo.with(List.of(), blocked);
  }
}
