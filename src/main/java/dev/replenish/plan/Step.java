package dev.replenish.plan;

import dev.replenish.board.Board;
import java.util.List;
import java.util.Optional;

/** One thing that is done to a board, with the proof that it does that and no more. */
public interface Step {

  /** The files that change; none where there is nothing to do. */
  List<FileChange> changes();

  /** Other ways to do the same thing, for where the proof of this one fails. */
  default List<? extends Step> otherwise() {
    return List.of();
  }

  /**
   * What is wrong with the result, or nothing.
   *
   * @param before the board that the step was made for
   * @param after the same board with the changed files read again
   */
  Optional<String> violation(Board before, Board after);
}
