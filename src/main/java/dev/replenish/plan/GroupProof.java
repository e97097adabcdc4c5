package dev.replenish.plan;

import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that every task that stays in a backlog stays in its group, and every group its place. */
final class GroupProof {
  private GroupProof() {}

  /**
   * Tasks that are not counted, by their lines.
   *
   * @param moved those that come or go
   * @param changed those that change inside, which may finish one whose group has no markers
   */
  record Without(Set<Integer> moved, Set<Integer> changed) {

    boolean leavesOut(Group group, Task task) {
      return moved.contains(task.line())
          || (group.section().isPresent() && changed.contains(task.line()));
    }
  }

  /**
   * What is wrong, or nothing.
   *
   * @param gone the tasks of {@code before} that have left or change
   * @param come the tasks of {@code after} that have come or changed
   */
  static Optional<String> violation(
      Document before, Without gone, Document after, Without come, FileScope scope) {
    List<Group> groups = new ArrayList<>();
    for (Group group : after.groups()) {
      if (!isMade(group, before, scope)) {
        groups.add(group);
      }
    }
    return sizes(before.groups(), gone).equals(sizes(groups, come))
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
  private static List<String> sizes(List<Group> groups, Without without) {
    List<String> marked = new ArrayList<>();
    List<String> unmarked = new ArrayList<>();
    for (Group group : groups) {
      int left = 0;
      for (Task task : group.tasks()) {
        boolean unclear = task.isUnclear();
        left += unclear || without.leavesOut(group, task) ? 0 : 1;
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
