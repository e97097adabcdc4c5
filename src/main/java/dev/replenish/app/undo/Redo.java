package dev.replenish.app.undo;

import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.audit.AuditRecord;
import dev.replenish.board.Board;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.plan.Draft;
import dev.replenish.plan.promote.Planner;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Selection;
import dev.replenish.rules.SelectionRule;
import java.util.List;
import java.util.Optional;

/** Moves tasks to {@code TODO.md} again, by the rules for a batch. */
final class Redo {
  private Redo() {}

  /**
   * Moves the tasks called {@code ids}, in memory.
   *
   * @param undone the commit that returned them to the backlog
   * @throws dev.replenish.board.ProblemException {@code INVALID_DOCUMENT} if no group holds all of
   *     them, or {@code TODO.md} has no room for them
   */
  static Selection.Batch move(
      BoardSnapshot base, Draft draft, UndoGuard guard, AuditRecord undone, List<TaskId> ids) {
    Board board = draft.board();
    Group from =
        board.backlog().groups().stream()
            .filter(group -> group.isSound() && tasksOf(group, ids).size() == ids.size())
            .findFirst()
            .orElseThrow(() -> guard.noGroup(undone));
    Policy policy = base.policy(BatchFilter.NONE, board);
    guard.requireRoom(policy, from, ids.size());
    Selection.Batch batch =
        new Selection.Batch(
            from, tasksOf(from, ids), SelectionRule.LISTED, List.of(), Optional.empty());
    Planner planner = new Planner(base.settings().files());
    BoardSnapshot.take(draft, planner.plan(board, policy, base.today(), batch));
    return batch;
  }

  private static List<Task> tasksOf(Group group, List<TaskId> ids) {
    return group.tasks().stream().filter(task -> task.isOneOf(ids)).toList();
  }
}
