package dev.replenish.core;

import dev.replenish.core.GeneratedBoard.GroupModel;
import dev.replenish.core.GeneratedBoard.TaskModel;
import dev.replenish.rules.Policy;
import dev.replenish.rules.SelectionRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Predicts what happens to a generated board, from the facts that its generator knows. */
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
    for (TaskModel task : inBacklog()) {
      ids.add(task.id);
    }
    return ids;
  }

  /** The reason why nothing is moved, or the ids of the moved tasks. */
  String outcome() {
    int active = active().size();
    if (active >= policy.batchSize()) {
      return "todo-full";
    }
    if (board.groups.stream().allMatch(group -> withoutTemplates(group.tasks).isEmpty())) {
      return "backlog-empty";
    }
    GroupModel chosen = null;
    for (GroupModel group : board.groups) {
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
    List<TaskModel> ready = ready(chosen);
    return ids(ready.subList(0, Math.min(ready.size(), policy.batchSize() - active))).toString();
  }

  /** Records that the tasks have been moved and done. */
  void done(List<String> moved) {
    for (GroupModel group : board.groups) {
      List<TaskModel> leaving = new ArrayList<>(withoutTemplates(group.tasks));
      leaving.removeIf(task -> !moved.contains(task.id));
      group.tasks.removeAll(leaving);
      leaving.forEach(task -> task.status = "done");
      board.todo.addAll(leaving);
    }
  }

  private static int rank(GroupModel group) {
    return GeneratedBoard.PRIORITIES.indexOf(group.priority);
  }

  private static List<TaskModel> withoutTemplates(List<TaskModel> tasks) {
    return tasks.stream().filter(task -> !task.isTemplate()).toList();
  }

  private static List<String> ids(List<TaskModel> tasks) {
    return tasks.stream().map(task -> task.id).toList();
  }

  private List<TaskModel> inBacklog() {
    List<TaskModel> all = new ArrayList<>();
    board.groups.forEach(group -> all.addAll(withoutTemplates(group.tasks)));
    all.addAll(withoutTemplates(board.outside));
    return all;
  }

  private List<TaskModel> active() {
    return withoutTemplates(board.todo).stream()
        .filter(task -> !task.status.equals("done") && !task.status.equals("rejected"))
        .toList();
  }

  private boolean unlocked(GroupModel group) {
    Set<String> types = new TreeSet<>();
    active().forEach(task -> types.add(task.type.toLowerCase(Locale.ROOT)));
    types.remove("");
    return active().isEmpty() || types.equals(Set.of(group.type));
  }

  private List<TaskModel> ready(GroupModel group) {
    List<TaskModel> ready = new ArrayList<>();
    List<String> backlog = backlog();
    List<TaskModel> everywhere = new ArrayList<>(inBacklog());
    everywhere.addAll(withoutTemplates(board.todo));
    everywhere.addAll(withoutTemplates(board.archive));
    for (TaskModel task : withoutTemplates(group.tasks)) {
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
