package dev.replenish.core;

import dev.replenish.core.GeneratedBoard.G;
import dev.replenish.core.GeneratedBoard.T;
import dev.replenish.rules.Policy;
import dev.replenish.rules.SelectionRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What should become of a generated board, worked out the long way from what its generator knows.
 */
final class NaiveModel {
  private final GeneratedBoard board;
  private final Policy policy;

  NaiveModel(GeneratedBoard board, Policy policy) {
    this.board = board;
    this.policy = policy;
  }

  /** The ids of the backlog, in listed order. */
  List<String> backlog() {
    List<String> ids = new ArrayList<>();
    for (T task : inBacklog()) {
      ids.add(task.id);
    }
    return ids;
  }

  /** Why nothing is moved, or the ids that are. */
  String outcome() {
    int active = active().size();
    if (active >= policy.batchSize()) {
      return "todo-full";
    }
    if (board.groups.stream().allMatch(group -> real(group.tasks).isEmpty())) {
      return "backlog-empty";
    }
    G chosen = null;
    for (G group : board.groups) {
      boolean better =
          chosen == null
              || (policy.select() == SelectionRule.PRIORITY && rank(group) < rank(chosen));
      if (better && unlocked(group) && !ready(group).isEmpty()) {
        chosen = group;
      }
    }
    if (chosen == null) {
      return active > 0 ? "type-locked" : "no-ready-task";
    }
    List<T> ready = ready(chosen);
    return ids(ready.subList(0, Math.min(ready.size(), policy.batchSize() - active))).toString();
  }

  /** The chosen tasks have been moved and done. */
  void done(List<String> moved) {
    for (G group : board.groups) {
      List<T> gone = new ArrayList<>(real(group.tasks));
      gone.removeIf(task -> !moved.contains(task.id));
      group.tasks.removeAll(gone);
      gone.forEach(task -> task.status = "done");
      board.todo.addAll(gone);
    }
  }

  private static int rank(G group) {
    return GeneratedBoard.PRIORITIES.indexOf(group.priority);
  }

  private static List<T> real(List<T> tasks) {
    return tasks.stream().filter(task -> !task.isTemplate()).toList();
  }

  private static List<String> ids(List<T> tasks) {
    return tasks.stream().map(task -> task.id).toList();
  }

  private List<T> inBacklog() {
    List<T> all = new ArrayList<>();
    board.groups.forEach(group -> all.addAll(real(group.tasks)));
    all.addAll(real(board.outside));
    return all;
  }

  private List<T> active() {
    return real(board.todo).stream()
        .filter(task -> !task.status.equals("done") && !task.status.equals("rejected"))
        .toList();
  }

  private boolean unlocked(G group) {
    Set<String> held = new TreeSet<>();
    active().forEach(task -> held.add(task.type.toLowerCase(Locale.ROOT)));
    held.remove("");
    return active().isEmpty() || held.equals(Set.of(group.type));
  }

  private List<T> ready(G group) {
    List<T> ready = new ArrayList<>();
    List<String> backlog = backlog();
    List<T> everywhere = new ArrayList<>(inBacklog());
    everywhere.addAll(real(board.todo));
    everywhere.addAll(real(board.archive));
    for (T task : real(group.tasks)) {
      Set<String> waiting = new HashSet<>(task.dependencies);
      waiting.retainAll(backlog);
      waiting.removeAll(ids(ready));
      boolean unique = ids(everywhere).stream().filter(task.id::equals).count() == 1;
      boolean fits = task.type.isEmpty() || task.type.equalsIgnoreCase(group.type);
      boolean open = task.status.equals("todo");
      if (!group.damaged && unique && fits && open && task.complete && waiting.isEmpty()) {
        ready.add(task);
      }
    }
    return ready;
  }
}
