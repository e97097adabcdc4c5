package dev.replenish.app;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Finding;
import dev.replenish.board.Problem;
import dev.replenish.board.Refusal;
import dev.replenish.board.Severity;
import dev.replenish.git.Author;
import dev.replenish.git.Committed;
import dev.replenish.git.Repo;
import dev.replenish.git.Tip;
import dev.replenish.git.Tree;
import dev.replenish.git.Writing;
import dev.replenish.plan.CommitMessage;
import dev.replenish.plan.Plan;
import dev.replenish.plan.Planner;
import dev.replenish.plan.Proof;
import dev.replenish.rules.Narrowing;
import dev.replenish.rules.Policy;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Tops {@code TODO.md} up: {@code run}, {@code plan} and {@code --dry-run} are this one pipe. */
public final class Replenish {
  private static final int TRIES = 10;
  private static final int LONGEST_PAUSE_MILLIS = 50;

  private final Workspace workspace;
  private final RunRequest request;
  private final ZonedDateTime when;

  private Replenish(Workspace workspace, RunRequest request) {
    this.workspace = workspace;
    this.request = request;
    this.when = workspace.repo().authorTime(request.date());
  }

  /**
   * Serves every board that the call names, each with a commit of its own.
   *
   * @throws Refusal if the repository can't be used or the call is wrong
   */
  public static List<Outcome<RunResult>> run(Context context, RunRequest request) {
    try (Workspace workspace = new Workspace(context)) {
      Replenish replenish = new Replenish(workspace, request);
      Tip tip = workspace.repo().tip(context.ref());
      List<String> boards = workspace.boards(tip, workspace.settings(tip));
      requireOneBoard(request, boards.size());
      List<Outcome<RunResult>> outcomes = new ArrayList<>();
      for (String dir : boards) {
        outcomes.add(
            Outcome.of(dir, () -> request.dryRun() ? replenish.preview(dir) : replenish.run(dir)));
      }
      return outcomes;
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
    board.todo().ifPresent(Replenish::requireWhole);
    Policy policy = settings.policy(Narrowing.NONE);
    Plan plan = new Planner(settings.files()).plan(board, policy, LocalDate.EPOCH);
    return new RunResult(board.dir(), plan, true, Optional.empty(), broken(board), List.of());
  }

  /** The pipe, closed before the commit. */
  private RunResult preview(String dir) {
    Repo repo = workspace.repo();
    Tip tip = repo.tip(workspace.context().ref());
    Pipe pipe = new Pipe(tip, dir, paths -> repo.requireReady(tip, paths));
    return pipe.result(Optional.empty(), workspace.notices());
  }

  /** The whole pipe, from the start again whenever somebody else was faster. */
  private RunResult run(String dir) {
    for (int attempt = 1; ; attempt++) {
      Optional<RunResult> result = attempt(dir, attempt == TRIES);
      if (result.isPresent()) {
        return result.get();
      }
      pause();
    }
  }

  /** One try; empty where the branch moved in the meantime and there are tries left. */
  private Optional<RunResult> attempt(String dir, boolean last) {
    try (Writing writing = workspace.repo().begin(workspace.context().ref())) {
      Pipe pipe = new Pipe(writing.tip(), dir, writing::requireClean);
      List<String> notices = new ArrayList<>(writing.notices());
      if (!pipe.plan.moves()) {
        return Optional.of(pipe.result(Optional.empty(), notices));
      }
      try {
        Committed committed =
            writing.commit(Changes.toCommit(pipe.plan.changes()), pipe.message(), author());
        notices.addAll(workspace.notices());
        notices.addAll(committed.notices());
        return Optional.of(pipe.result(Optional.of(committed.id()), notices));
      } catch (Refusal refusal) {
        if (refusal.problem().code() != ErrorCode.CONFLICT || last) {
          throw refusal;
        }
        return Optional.empty();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Author author() {
    return new Author(request.author(), when, request.sign());
  }

  /** From a tree to a proven plan. */
  private final class Pipe {
    final BoardReader reader;
    final Settings settings;
    final Plan plan;

    /**
     * Looks at the repository before the documents: a backlog that is not committed yet is said to
     * be that, and not to be missing.
     */
    Pipe(Tree tree, String dir, Consumer<List<String>> requireReady) {
      settings = workspace.settings(tree);
      reader = new BoardReader(settings.files());
      requireReady.accept(reader.paths(dir));
      Board board = reader.read(tree, dir);
      board.todo().ifPresent(Replenish::requireWhole);
      plan =
          new Planner(settings.files())
              .plan(board, settings.policy(request.narrowing()), when.toLocalDate());
      requireSamePlan(plan);
      Proof.violation(plan, reader::readBacklog, reader::readTodo)
          .ifPresent(
              violation -> {
                throw unproven(violation).refusal();
              });
    }

    String message() {
      return CommitMessage.of(plan, settings.files(), Version.current(), request.key());
    }

    RunResult result(Optional<String> commit, List<String> notices) {
      return new RunResult(
          plan.board().dir(), plan, request.dryRun(), commit, broken(plan.board()), notices);
    }
  }

  /** A damaged TODO.md bars the run: nobody can say how much room it has. */
  private static void requireWhole(Document todo) {
    if (todo.damage().isPresent()) {
      Finding finding = todo.damage().get();
      throw Problem.at(
              ErrorCode.INVALID_DOCUMENT,
              finding.where(),
              finding.message(),
              "Mend it by hand or with 'replenish check --fix', and commit: "
                  + finding.hint()
                  + ".")
          .refusal();
    }
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

  private static Problem unproven(String violation) {
    return Problem.of(
        ErrorCode.INTERNAL,
        "the plan could not be proven: " + violation,
        "This is a bug in Replenish. Please report it, with BACKLOG.md and TODO.md if you may.");
  }

  private static List<Finding> broken(Board board) {
    List<Finding> findings = new ArrayList<>(board.backlog().findings());
    board.todo().ifPresent(todo -> findings.addAll(todo.findings()));
    return findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
  }
}
