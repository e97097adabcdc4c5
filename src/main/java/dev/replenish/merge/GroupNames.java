package dev.replenish.merge;

import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.TaskId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Gives a group the same name in all versions of a file, even if its heading has changed. */
final class GroupNames {
  private final List<Group> base;
  private final Map<TaskId, List<Integer>> groupsById = new HashMap<>();

  GroupNames(Document base) {
    this.base = base.groups();
    for (int i = 0; i < this.base.size(); i++) {
      for (TaskId id : ids(this.base.get(i))) {
        groupsById.computeIfAbsent(id, any -> new ArrayList<>()).add(i);
      }
    }
  }

  /** The names of the groups of {@code side}, in their order. */
  List<String> of(Document side) {
    List<Group> groups = side.groups();
    String[] names = new String[groups.size()];
    boolean[] taken = new boolean[base.size()];
    for (int i = 0; i < names.length; i++) {
      assign(names, i, byTasks(groups.get(i), taken), taken);
    }
    for (int i = 0; i < names.length; i++) {
      if (names[i] == null) {
        String label = groups.get(i).label();
        assign(names, i, first(taken, group -> group.label().equals(label)), taken);
      }
    }
    for (int i = 0; i < names.length && names.length == base.size(); i++) {
      if (names[i] == null) {
        // as many groups as before: this one has another heading
        assign(names, i, first(taken, group -> true), taken);
      }
    }
    Map<String, Integer> fresh = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      if (names[i] == null) {
        String label = groups.get(i).label();
        names[i] = label + " " + fresh.merge(label, 1, Integer::sum);
      }
    }
    return List.of(names);
  }

  /** The name of the group with the number {@code index} in the base, from 0. */
  static String ofBase(int index) {
    return "base " + index;
  }

  private static void assign(String[] names, int i, int found, boolean[] taken) {
    if (found >= 0) {
      taken[found] = true;
      names[i] = ofBase(found);
    }
  }

  /**
   * The free group of the base that shares the most tasks, preferably one with the same label; -1
   * for none.
   */
  private int byTasks(Group group, boolean[] taken) {
    SortedMap<Integer, Integer> shared = new TreeMap<>();
    for (TaskId id : new HashSet<>(ids(group))) {
      groupsById.getOrDefault(id, List.of()).forEach(i -> shared.merge(i, 2, Integer::sum));
    }
    int best = -1;
    int most = 0;
    for (Map.Entry<Integer, Integer> each : shared.entrySet()) {
      int i = each.getKey();
      int weight = each.getValue() + (base.get(i).label().equals(group.label()) ? 1 : 0);
      if (!taken[i] && weight > most) {
        best = i;
        most = weight;
      }
    }
    return best;
  }

  private static List<TaskId> ids(Group group) {
    return group.tasks().stream().flatMap(task -> task.id().stream()).toList();
  }

  /** The first free group of the base that {@code wanted} accepts; -1 for none. */
  private int first(boolean[] taken, Predicate<Group> wanted) {
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i] && wanted.test(base.get(i))) {
        return i;
      }
    }
    return -1;
  }
}
