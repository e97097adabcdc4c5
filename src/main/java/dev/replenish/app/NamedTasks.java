package dev.replenish.app;

import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.StatedPolicies;
import dev.replenish.app.board.TaskFinder;
import dev.replenish.board.Board;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Task;
import dev.replenish.plan.Draft;
import dev.replenish.plan.promote.Plan;
import dev.replenish.plan.promote.Planner;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.NamedBatch;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The batch of tasks that a call names (docs/reference/choosing.md, "Named tasks"). */
public final class NamedTasks {
  private NamedTasks() {}

  /** The filter for a call that names {@code count} tasks. */
  public static BatchFilter filter(int count) {
    return new BatchFilter(Optional.empty(), Optional.empty(), Math.min(count, Policy.MAX_BATCH));
  }

  /**
   * The batch of the tasks that {@code words} name.
   *
   * @throws ProblemException {@code INVALID_DOCUMENT} with every reason against it
   */
  static Selection batch(Board board, Policy policy, List<String> words) {
    return of(
        board,
        policy,
        words.stream().map(w -> TaskFinder.one(board, TaskFinder.fullId(board, w))).toList());
  }

  /**
   * The batch of the tasks in {@code found}.
   *
   * @throws ProblemException {@code INVALID_DOCUMENT} with every reason against it
   */
  public static Selection of(Board board, Policy policy, List<TaskFinder.Found> found) {
    List<Task> tasks = new ArrayList<>();
    List<String> objections = new ArrayList<>();
    for (TaskFinder.Found each : found) {
      boolean inBacklog = each.document().path().equals(board.backlog().path());
      if (!inBacklog) {
        objections.add(each.task().name() + " is in " + each.document().path() + " already");
      } else if (!tasks.contains(each.task())) {
        tasks.add(each.task());
      }
    }
    NamedBatch batch = new NamedBatch(board, policy, tasks);
    objections.addAll(batch.objections());
    if (!objections.isEmpty()) {
      throw found
          .get(0)
          .refusal(
              "the named tasks can't be moved: " + String.join("; ", objections),
              "'replenish plan' shows what can be moved now.");
    }
    return batch.selection().orElseThrow();
  }

  /**
   * Moves the tasks in {@code found} to {@code TODO.md}, in memory.
   *
   * @throws ProblemException {@code INVALID_DOCUMENT} if the rules don't allow it
   */
  public static Plan move(
      BoardSnapshot base, Draft draft, List<TaskFinder.Found> found, boolean dryRun) {
    BatchFilter filter = filter(found.size());
    if (!dryRun) {
      new StatedPolicies(base.board(), base.settings()).requireBatch(filter);
    }
    Board board = draft.board();
    Policy policy = base.policy(filter, board);
    Plan plan =
        new Planner(base.settings().files())
            .plan(board, policy, base.today(), of(board, policy, found));
    BoardSnapshot.take(draft, plan);
    return plan;
  }
}
