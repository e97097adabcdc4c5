package dev.replenish.app;

import dev.replenish.board.Board;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.Refusal;
import dev.replenish.git.Tip;
import dev.replenish.plan.CommitMessage;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.Plan;
import dev.replenish.plan.Planner;
import dev.replenish.rules.Narrowing;
import dev.replenish.rules.Policy;
import java.time.LocalDate;
import java.util.List;

/** Tops {@code TODO.md} up: {@code run}, {@code plan} and {@code --dry-run} are this one pipe. */
public final class Replenish {
  private final RunRequest request;

  private Replenish(RunRequest request) {
    this.request = request;
  }

  /**
   * Serves every board that the call names, each with a commit of its own.
   *
   * @throws Refusal if the repository can't be used or the call is wrong
   */
  public static List<Outcome<RunResult>> run(Context context, RunRequest request) {
    try (Workspace workspace = new Workspace(context)) {
      Transaction transaction = new Transaction(workspace, request.how());
      Replenish replenish = new Replenish(request);
      Tip tip = transaction.tip();
      List<String> boards = workspace.boards(tip, workspace.settings(tip));
      requireOneBoard(request, boards.size());
      return Outcome.each(boards, dir -> transaction.on(dir, replenish::propose, replenish::again));
    }
  }

  private static void requireOneBoard(RunRequest request, int boards) {
    if (request.planId().isPresent() && boards > 1) {
      throw Problem.of(
              ErrorCode.USAGE,
              "a plan is one board's, and " + boards + " are named",
              "Carry out one plan at a time, with --board.")
          .refusal();
    }
  }

  /** What {@code run} would do with a board that was read already; nothing is proven or written. */
  static RunResult planned(Board board, Settings settings) {
    Whole.require(board);
    Policy policy = settings.policy(Narrowing.NONE, board);
    Plan plan = new Planner(settings.files()).plan(board, policy, LocalDate.EPOCH);
    return new TopUp(plan, List.of(), List.of(), board, board, List.of())
        .result(true, Ending.PLAIN);
  }

  /** From a board to a proven plan. */
  private Proposal<RunResult> propose(Base base) {
    TopUp topUp = TopUp.of(base, base.draft(), request.narrowing());
    requireSamePlan(topUp.plan());
    HouseRules rules = new HouseRules(base.board(), base.settings());
    if (topUp.moves() && !request.how().dryRun()) {
      rules.requireBatch(request.narrowing());
    }
    return new Proposal<>() {
      @Override
      public List<FileChange> changes() {
        return topUp.moves() ? topUp.changes() : List.of();
      }

      @Override
      public String message() {
        return CommitMessage.of(
            topUp.plan(),
            topUp.archived(),
            base.settings().files(),
            Version.current(),
            request.how().key());
      }

      @Override
      public RunResult result(Ending ending) {
        boolean looks = topUp.moves() && request.how().dryRun();
        List<String> said = looks ? rules.notices(request.narrowing()) : List.of();
        return topUp.result(request.how().dryRun(), ending.and(said));
      }
    };
  }

  private RunResult again(Replay first) {
    return first.run(request.narrowing());
  }

  private void requireSamePlan(Plan plan) {
    if (request.planId().isPresent() && !request.planId().get().equals(plan.id())) {
      throw Problem.of(
              ErrorCode.CONFLICT,
              "the plan has changed since: it is " + plan.id() + " now",
              "Look at it again with 'replenish plan'.")
          .refusal();
    }
  }
}
