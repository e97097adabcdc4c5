package dev.replenish.rules;

import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.rules.Readiness.Verdict;
import java.util.List;
import java.util.Optional;

/** The tasks that one replenishment moves, or why it moves none. */
public sealed interface Selection {

  /** The tasks that were skipped, with every reason, in listed order. */
  List<Verdict> skipped();

  /**
   * Tasks to move.
   *
   * @param group the group that holds them all
   * @param tasks 1 to 5 tasks in listed order
   * @param rule the rule that chose the group
   * @param skipped the tasks of the group that were skipped
   * @param otherwise the group that the other rule would have taken, if it is a different one
   */
  record Batch(
      Group group,
      List<Task> tasks,
      SelectionRule rule,
      List<Verdict> skipped,
      Optional<Group> otherwise)
      implements Selection {}

  /**
   * Nothing to move.
   *
   * @param reason the first reason that applies
   * @param skipped the tasks that were examined
   */
  record Nothing(NothingToDo reason, List<Verdict> skipped) implements Selection {}
}
