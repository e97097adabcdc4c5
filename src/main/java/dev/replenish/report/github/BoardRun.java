package dev.replenish.report.github;

import dev.replenish.app.BoardResult;
import dev.replenish.app.Outcome;
import dev.replenish.app.RunResult;
import dev.replenish.board.Problem;
import dev.replenish.board.Task;
import dev.replenish.rules.Selection;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of {@code run} or {@code plan} on one board.
 *
 * @param board the board; "" if the command failed before it found one
 * @param result the result, if there is one
 * @param problem what prevented a result, if anything did
 */
record BoardRun(String board, Optional<RunResult> result, Optional<Problem> problem) {

  static BoardRun of(BoardResult<?> outcome) {
    Optional<RunResult> result = outcome.result().map(RunResult.class::cast);
    return new BoardRun(outcome.board(), result, outcome.problem());
  }

  static BoardRun failed(Problem problem) {
    return new BoardRun("", Optional.empty(), Optional.of(problem));
  }

  Outcome outcome() {
    return result.map(RunResult::outcome).orElse(Outcome.FAILED);
  }

  Optional<Selection.Batch> batch() {
    return result.flatMap(RunResult::batch);
  }

  List<Task> tasks() {
    return batch().map(Selection.Batch::tasks).orElse(List.of());
  }

  /** Whether this call made a commit, not an earlier one with the same key. */
  boolean changed() {
    return commit().isPresent() && !result.map(run -> run.ending().replayed()).orElse(false);
  }

  Optional<String> commit() {
    return result.flatMap(RunResult::commit);
  }
}
