package dev.replenish.rules;

import dev.replenish.board.Board;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.rules.Readiness.Verdict;
import dev.replenish.text.OneLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The batch of tasks named by the caller, under the rules for every batch
 * (docs/reference/choosing.md, "Named tasks").
 */
public final class NamedBatch {
  private final Board board;
  private final Policy policy;
  private final Selector selector;
  private final Collection<Task> named;
  private final List<Task> batch = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final List<String> objections = new ArrayList<>();

  /** The batch of {@code named}, which are tasks of the backlog of {@code board}. */
  public NamedBatch(Board board, Policy policy, Collection<Task> named) {
    this.board = board;
    this.policy = policy;
    this.selector = new Selector(board, policy);
    this.named = named;
    tasks();
    groups();
    room();
  }

  /** Everything that prevents moving the batch, in words; empty if it can be moved. */
  public List<String> objections() {
    return List.copyOf(objections);
  }

  /** The batch in listed order; empty if there is an objection. */
  public Optional<Selection> selection() {
    return objections.isEmpty()
        ? Optional.of(
            new Selection.Batch(
                groups.get(0),
                List.copyOf(batch),
                SelectionRule.NAMED,
                List.of(),
                Optional.empty()))
        : Optional.empty();
  }

  private void tasks() {
    Readiness readiness = new Readiness(board, policy);
    for (Group group : board.backlog().groups()) {
      Iterator<Verdict> verdicts = readiness.verdicts(group, named::contains);
      while (verdicts.hasNext()) {
        Verdict verdict = verdicts.next();
        if (named.contains(verdict.task())) {
          add(group, verdict);
        }
      }
    }
    for (Task task : named) {
      if (!batch.contains(task)) {
        object(readiness.outside(task));
      }
    }
  }

  private void add(Group group, Verdict verdict) {
    batch.add(verdict.task());
    if (!groups.contains(group)) {
      groups.add(group);
    }
    object(verdict);
  }

  private void object(Verdict verdict) {
    if (!verdict.ready()) {
      String reasons = Reason.words(verdict.reasons());
      objections.add(verdict.task().name() + " is not ready (" + OneLine.line(reasons) + ")");
    }
  }

  private void groups() {
    if (groups.size() > 1) {
      objections.add(
          "they are of several groups: "
              + groups.stream().map(Group::label).collect(Collectors.joining(", ")));
    }
    for (Group group : groups) {
      if (!selector.isUnlocked(group)) {
        objections.add(
            "TODO.md holds " + activeTypes() + " tasks, and they are of " + group.label());
      }
    }
  }

  private String activeTypes() {
    TreeSet<String> types = new TreeSet<>();
    board
        .todo()
        .ifPresent(
            todo ->
                todo.activeTasks()
                    .forEach(task -> types.add(OneLine.clean(task.type().orElse("untyped")))));
    return String.join(" and ", types);
  }

  private void room() {
    int room = selector.room();
    if (named.size() > room) {
      objections.add(
          room == 0 ? "TODO.md is full" : "TODO.md has room for " + room + " of " + named.size());
    }
  }
}
