package dev.replenish.plan;

import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.board.TaskDefect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that every task that stays in a backlog stays in its group, and every group its place. */
final class GroupProof {
  private GroupProof() {}

  /**
   * What is wrong, or nothing.
   *
   * @param gone the lines of the tasks that have left
   * @param come the tasks that have come
   */
  static Optional<String> violation(
      Document before, Set<Integer> gone, Document after, List<Task> come, FileScope scope) {
    Set<Integer> added = new HashSet<>();
    for (Task task : come) {
      added.add(task.line());
    }
    List<Group> groups = new ArrayList<>();
    for (Group group : after.groups()) {
      if (!isMade(group, before, scope)) {
        groups.add(group);
      }
    }
    return sizes(before.groups(), gone).equals(sizes(groups, added))
        ? Optional.empty()
        : Optional.of("the groups of " + before.path() + " would change");
  }

  /** Whether a group was made for tasks that come in. */
  private static boolean isMade(Group group, Document before, FileScope scope) {
    for (Arrival arrival : scope.arrives()) {
      if (arrival.place().isPresent()
          && arrival.place().get().group().test(group)
          && before.groups().stream().noneMatch(arrival.place().get().group())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Where no markers enclose a group, it is gone when it is empty, and its first task places it.
   */
  private static List<String> sizes(List<Group> groups, Set<Integer> without) {
    List<String> marked = new ArrayList<>();
    List<String> unmarked = new ArrayList<>();
    for (Group group : groups) {
      int left = 0;
      for (Task task : group.tasks()) {
        boolean unclear = task.flaws().contains(TaskDefect.READING_UNCLEAR);
        left += unclear || without.contains(task.line()) ? 0 : 1;
      }
      if (group.section().isEmpty()) {
        marked.add(group.label() + " " + left);
      } else if (left > 0) {
        unmarked.add(group.label() + " " + left);
      }
    }
    Collections.sort(unmarked);
    marked.addAll(unmarked);
    return marked;
  }
}
