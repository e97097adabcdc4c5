package dev.replenish.forecast;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Readiness;
import dev.replenish.rules.Readiness.Verdict;
import dev.replenish.rules.Requirements;
import dev.replenish.rules.Selection;
import dev.replenish.rules.Selector;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The future batches, each chosen as by a run on the board that the previous batch leaves.
 * Incomplete tasks follow when nothing else is ready, with what they lack.
 */
final class BatchQueue {
  private final Policy policy;
  private Board board;

  BatchQueue(Board board, Policy policy) {
    this.board = board;
    this.policy = policy;
  }

  /**
   * The batch that fits into {@code TODO.md} on {@code day}, before any task is finished.
   *
   * @param inProgress the lines of the backlog's tasks that are already in progress
   */
  List<Verdict> first(LocalDate day, Set<Integer> inProgress) {
    board = without(inProgress);
    List<Verdict> batch = take(policy.on(day));
    board = withTodo(board.todo().map(BatchQueue::blocked));
    return batch;
  }

  /** The next batch on {@code day}; empty if there is none. */
  List<Verdict> next(LocalDate day) {
    Policy today = policy.on(day);
    List<Verdict> batch = take(today);
    if (batch.isEmpty() && board.todo().isPresent()) {
      board = withTodo(Optional.empty()); // blocked tasks must not hold up all others
      batch = take(today);
    }
    return batch.isEmpty() ? take(today.requiring(Set.of())) : batch;
  }

  private List<Verdict> take(Policy today) {
    if (!(Selector.select(board, today) instanceof Selection.Batch batch)) {
      return List.of();
    }
    Set<Integer> lines = new HashSet<>();
    List<Verdict> verdicts = new ArrayList<>();
    for (Task task : batch.tasks()) {
      lines.add(task.line());
      verdicts.add(new Verdict(task, Requirements.missing(task.details(), policy.require())));
    }
    board = without(lines);
    return verdicts;
  }

  /** The first day after {@code day} on which a task that is held back may be started. */
  Optional<LocalDate> nextDay(LocalDate day) {
    return board.backlog().tasks().stream()
        .filter(Task::isActive)
        .flatMap(task -> task.details().notBefore().stream())
        .filter(day::isBefore)
        .min(LocalDate::compareTo);
  }

  /** The tasks that no batch takes, without finished and blocked ones. */
  List<Verdict> remaining(LocalDate day) {
    Readiness readiness = new Readiness(board, policy.on(day));
    Map<Integer, Verdict> verdicts = new HashMap<>();
    for (Group group : board.backlog().groups()) {
      readiness.all(group).forEach(verdict -> verdicts.put(verdict.task().line(), verdict));
    }
    List<Verdict> remaining = new ArrayList<>();
    for (Task task : board.backlog().tasks()) {
      Optional<Status> status = task.details().status();
      boolean open = status.isEmpty() || status.get() == Status.TODO;
      if (open) {
        Verdict known = verdicts.get(task.line());
        remaining.add(known == null ? readiness.outside(task) : known);
      }
    }
    return remaining;
  }

  private Board without(Set<Integer> lines) {
    Document old = board.backlog();
    List<Group> groups = new ArrayList<>();
    for (Group group : old.groups()) {
      groups.add(group.with(without(group.tasks(), lines)));
    }
    Document backlog = old.with(groups, without(old.tasks(), lines));
    return new Board(
        board.dir(), backlog, board.todo(), board.archive(), board.index(), board.readme());
  }

  private static List<Task> without(List<Task> tasks, Set<Integer> lines) {
    return tasks.stream().filter(task -> !lines.contains(task.line())).toList();
  }

  private Board withTodo(Optional<Document> todo) {
    return new Board(
        board.dir(), board.backlog(), todo, board.archive(), board.index(), board.readme());
  }

  private static Document blocked(Document todo) {
    List<Task> blocked =
        todo.tasks().stream()
            .filter(task -> task.details().status().filter(Status.BLOCKED::equals).isPresent())
            .toList();
    return todo.with(List.of(), blocked);
  }
}
