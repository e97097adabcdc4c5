package dev.replenish.plan;

import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that every task that stays in a backlog keeps its group, and every group its place. */
final class GroupProof {
  private GroupProof() {}

  /**
   * The lines of the tasks that are not counted.
   *
   * @param moved tasks that were inserted or removed
   * @param changed edited tasks; they count only in groups with markers, as an edit may finish them
   */
  record Without(Set<Integer> moved, Set<Integer> changed) {

    boolean leavesOut(Group group, Task task) {
      return moved.contains(task.line())
          || (group.section().isPresent() && changed.contains(task.line()));
    }
  }

  /**
   * What is wrong, if anything.
   *
   * @param gone the tasks of {@code before} that were removed or edited
   * @param arrived the tasks of {@code after} that were inserted or edited
   */
  static Optional<String> violation(
      Document before, Without gone, Document after, Without arrived, FileScope scope) {
    List<Group> groups = new ArrayList<>();
    for (Group group : after.groups()) {
      if (!isCreated(group, before, scope)) {
        groups.add(group);
      }
    }
    return sizes(before.groups(), gone).equals(sizes(groups, arrived))
        ? Optional.empty()
        : Optional.of("the groups of " + before.path() + " would change");
  }

  /** Whether the group was created for inserted tasks. */
  private static boolean isCreated(Group group, Document before, FileScope scope) {
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
   * The groups with their numbers of tasks. Without markers, an empty group is gone, and the first
   * task decides on the place.
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
