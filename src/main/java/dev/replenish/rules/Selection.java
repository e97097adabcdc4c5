package dev.replenish.rules;

import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.rules.Readiness.Verdict;
import java.util.List;
import java.util.Optional;

/** What one replenishment takes, and why. */
public sealed interface Selection {

  /** The tasks that were stepped over, with every reason, in listed order. */
  List<Verdict> skipped();

  /**
   * Tasks to move.
   *
   * @param group the group they all come from
   * @param tasks 1 to 5 tasks in listed order
   * @param rule the rule that chose the group
   * @param skipped the tasks of the group that were stepped over
   * @param otherwise the group that the other rule would have taken, where it is another one
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
   * @param reason the first reason that fits
   * @param skipped the tasks that were looked at
   */
  record Nothing(NothingToDo reason, List<Verdict> skipped) implements Selection {}
}
