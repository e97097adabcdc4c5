package dev.replenish.app;

import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.board.Board;
import dev.replenish.board.Finding;
import dev.replenish.board.Severity;
import dev.replenish.board.Task;
import dev.replenish.plan.Draft;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.promote.Plan;
import dev.replenish.plan.promote.Planner;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Policy;
import java.util.ArrayList;
import java.util.List;

/**
 * A replenishment ready to be committed: finished tasks are archived, then the batch is moved to
 * {@code TODO.md}. Without a batch, nothing is done.
 *
 * @param plan the plan for the board after the archiving
 * @param archived the archived tasks, in the order of completion
 * @param changes the files that change, both steps together
 * @param board the board before both steps
 * @param after the board after both steps
 * @param kept why finished tasks stay in {@code TODO.md}
 */
public record TopUp(
    Plan plan,
    List<Task> archived,
    List<FileChange> changes,
    Board board,
    Board after,
    List<String> kept) {

  /** Plans and proves a replenishment on top of {@code draft}. */
  public static TopUp of(BoardSnapshot base, Draft draft, BatchFilter narrowing) {
    return of(base, draft, narrowing, List.of());
  }

  /**
   * Plans and proves a replenishment with the tasks called {@code named}; if there are none, the
   * rules choose the batch.
   *
   * @throws dev.replenish.board.ProblemException {@code INVALID_DOCUMENT} if the named tasks can't
   *     be a batch
   */
  static TopUp of(BoardSnapshot base, Draft draft, BatchFilter narrowing, List<String> named) {
    DamageGuard.require(draft.board());
    List<String> kept = new ArrayList<>();
    List<Task> archived =
        Archive.isAutomatic(base) ? Archive.archivePossible(base, draft, kept) : List.of();
    Planner planner = new Planner(base.settings().files());
    Policy policy = base.policy(narrowing, draft.board());
    Plan plan =
        named.isEmpty()
            ? planner.plan(draft.board(), policy, base.today())
            : planner.plan(
                draft.board(),
                policy,
                base.today(),
                NamedTasks.batch(draft.board(), policy, named));
    BoardSnapshot.take(draft, plan);
    return new TopUp(plan, archived, draft.changes(), base.board(), draft.board(), kept);
  }

  /** Whether a batch is moved; without one, nothing is done. */
  public boolean moves() {
    return plan.moves();
  }

  public RunResult result(boolean dryRun, CommitOutcome ending) {
    return new RunResult(
        board.dir(),
        plan,
        moves() ? archived : List.of(),
        moves() ? changes : List.of(),
        moves() ? after : board,
        dryRun,
        errors(),
        moves() ? ending.and(kept) : ending);
  }

  private List<Finding> errors() {
    List<Finding> findings = new ArrayList<>(board.backlog().findings());
    board.todo().ifPresent(todo -> findings.addAll(todo.findings()));
    return findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
  }
}
