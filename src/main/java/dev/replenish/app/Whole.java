package dev.replenish.app;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Finding;
import dev.replenish.board.Index;
import dev.replenish.board.Problem;

/** Refuses documents in which blocks can't be told apart: nobody can say what would happen. */
final class Whole {
  private Whole() {}

  /**
   * Refuses a board with a damaged TODO.md, of which nobody can say how much room it has, or with a
   * damaged index, of which nobody can say which entry is whose.
   *
   * @throws dev.replenish.board.Refusal {@code INVALID_DOCUMENT} at the first damage
   */
  static void require(Board board) {
    board.todo().ifPresent(Whole::require);
    board.index().ifPresent(Whole::require);
  }

  private static void require(Index index) {
    index.damage().ifPresent(Whole::refuse);
  }

  /**
   * Refuses a damaged document.
   *
   * @throws dev.replenish.board.Refusal {@code INVALID_DOCUMENT} at the first damage
   */
  static void require(Document document) {
    document.damage().ifPresent(Whole::refuse);
  }

  private static void refuse(Finding finding) {
    throw Problem.at(
            ErrorCode.INVALID_DOCUMENT,
            finding.where(),
            finding.message(),
            "Mend it by hand or with 'replenish check --fix', and commit: " + finding.hint() + ".")
        .refusal();
  }
}
