package dev.replenish.app;

import dev.replenish.app.board.BoardReader;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.app.board.StatedPolicies;
import dev.replenish.app.board.TaskFinder;
import dev.replenish.board.Board;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.Tree;
import dev.replenish.plan.message.PromotionMessage;
import dev.replenish.plan.promote.Plan;
import dev.replenish.plan.promote.Planner;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Policy;
import dev.replenish.settings.Settings;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tops up {@code TODO.md}: {@code run}, {@code plan} and {@code --dry-run} share this code. */
public final class Replenish {
  private final Replenish.Request request;

  private Replenish(Replenish.Request request) {
    this.request = request;
  }

  /**
   * Tops up every board that the call names; each board gets its own commit.
   *
   * @throws ProblemException if the repository can't be used or the call is wrong
   */
  public static List<BoardResult<RunResult>> run(CallContext context, Replenish.Request request) {
    try (Session workspace = new Session(context)) {
      Transaction transaction = new Transaction(workspace, request.how());
      transaction.previewsEdits();
      CommitTree tip = transaction.tip();
      Settings settings = workspace.settings(tip);
      List<String> boards = workspace.boards(tip, settings);
      Replenish replenish = new Replenish(request);
      requireOneBoard(request, boards.size());
      Map<String, List<String>> named = request.byBoard(BoardReader.of(settings), tip, boards);
      return BoardResult.each(
          named,
          (dir, ids) ->
              transaction.run(dir, base -> replenish.propose(base, ids), replenish::replayed));
    }
  }

  private static void requireOneBoard(Replenish.Request request, int boards) {
    if (request.planId().isPresent() && boards > 1) {
      throw new ProblemException(
          ErrorCode.USAGE,
          "a plan belongs to one board, and " + boards + " are named",
          "Carry out one plan at a time, with --board.");
    }
  }

  /** What {@code run} would do with {@code board}; nothing is proven or written. */
  public static RunResult planned(Board board, Settings settings, LocalDate today) {
    DamageGuard.require(board);
    Policy policy = settings.policy(BatchFilter.NONE, board).on(today);
    Plan plan = new Planner(settings.files()).plan(board, policy, today);
    return new TopUp(plan, List.of(), List.of(), board, board, List.of())
        .result(true, CommitOutcome.PLAIN);
  }

  /** Plans the change of a board and proves it. */
  private Proposal<RunResult> propose(BoardSnapshot base, List<String> named) {
    BatchFilter narrowing = request.narrowing(named);
    TopUp topUp = TopUp.of(base, base.draft(), narrowing, named);
    requireSamePlan(topUp.plan());
    StatedPolicies rules = new StatedPolicies(base.board(), base.settings());
    if (topUp.moves() && !request.how().dryRun()) {
      rules.requireBatch(narrowing);
    }
    return new Proposal<>(
        topUp.moves() ? topUp.changes() : List.of(),
        () ->
            PromotionMessage.of(
                topUp.plan(),
                topUp.archived(),
                base.settings().files(),
                Version.current(),
                request.how().key()),
        ending -> {
          boolean preview = topUp.moves() && request.how().dryRun();
          List<String> notices = preview ? rules.notices(narrowing) : List.of();
          return topUp.result(request.how().dryRun(), ending.and(notices));
        });
  }

  private RunResult replayed(IdempotentReplay first) {
    return first.run(request.narrowing());
  }

  private void requireSamePlan(Plan plan) {
    if (request.planId().isPresent() && !request.planId().get().equals(plan.id())) {
      throw new ProblemException(
          ErrorCode.CONFLICT,
          "the plan has changed since: it is " + plan.id() + " now",
          "Look at it again with 'replenish plan'.");
    }
  }

  /**
   * The request for {@code run} and {@code plan}.
   *
   * @param narrowing which groups to choose from, and how many tasks to move
   * @param ids the ids of the batch's tasks; if empty, the rules choose the batch
   * @param planId the id of the expected plan, 16 hexadecimal digits; any other plan is refused
   * @param how the options of the commit, such as a dry run
   */
  public record Request(
      BatchFilter narrowing, List<String> ids, Optional<String> planId, CommitRequest how) {
    private static final int PLAN_ID = 16;

    /** Checks the values. */
    public Request {
      ids = List.copyOf(new LinkedHashSet<>(ids));
      if (!ids.isEmpty() && !narrowing.equals(BatchFilter.NONE)) {
        throw new ProblemException(
            ErrorCode.USAGE,
            "tasks are named, and groups are chosen as well",
            "Name the tasks without --type, --priority, --group and --max.");
      }
      if (planId.isPresent() && !isPlanId(planId.get())) {
        throw new ProblemException(
            ErrorCode.USAGE,
            "the plan's id can't be '" + planId.get() + "'",
            "Give it the 16 digits that 'replenish plan' shows.");
      }
    }

    /** A request for a batch that the rules choose. */
    public Request(BatchFilter narrowing, Optional<String> planId, CommitRequest how) {
      this(narrowing, List.of(), planId, how);
    }

    /** The named tasks of each board; every board if none are named. */
    private Map<String, List<String>> byBoard(BoardReader reader, Tree tip, List<String> boards) {
      if (!ids.isEmpty()) {
        return TaskFinder.byBoard(reader, tip, boards, ids);
      }
      Map<String, List<String>> all = new LinkedHashMap<>();
      boards.forEach(dir -> all.put(dir, ids));
      return all;
    }

    /** The filter; if tasks are named, it asks for as many. */
    private BatchFilter narrowing(List<String> named) {
      return named.isEmpty() ? narrowing : NamedTasks.filter(named.size());
    }

    private static boolean isPlanId(String text) {
      return text.length() == PLAN_ID
          && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    /** A request with a filter and default options. */
    public static Replenish.Request of(BatchFilter narrowing, boolean dryRun) {
      CommitRequest how = dryRun ? CommitRequest.DRY_RUN : CommitRequest.DEFAULT;
      return new Replenish.Request(narrowing, Optional.empty(), how);
    }
  }
}
