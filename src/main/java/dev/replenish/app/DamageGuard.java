package dev.replenish.app;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.ProblemException;
import dev.replenish.board.TaskIndex;
import dev.replenish.text.Location;

/**
 * Refuses damaged documents: blocks can't be distinguished in them, so the effect of a change is
 * unknown.
 */
public final class DamageGuard {
  private DamageGuard() {}

  /**
   * Refuses a board with a damaged TODO.md, whose free room is unknown, or with a damaged index,
   * whose entries can't be assigned to tasks.
   *
   * @throws dev.replenish.board.ProblemException {@code INVALID_DOCUMENT} at the first damage
   */
  public static void require(Board board) {
    if (board.todo().isPresent()) {
      require(board.todo().get());
      requireSameForm(board.backlog(), board.todo().get());
    }
    if (board.index().isPresent()) {
      require(board.index().get());
    }
  }

  /**
   * Refuses a board if any of its files is damaged.
   *
   * @throws dev.replenish.board.ProblemException {@code INVALID_DOCUMENT} at the first damage
   */
  static void requireEach(Board board) {
    board.documents().forEach(DamageGuard::require);
    board.index().ifPresent(DamageGuard::require);
  }

  private static void require(TaskIndex index) {
    index.damage().ifPresent(DamageGuard::refuse);
  }

  /**
   * Refuses a TODO.md with markers beside a backlog without: a moved task keeps its form, and one
   * file can't hold both forms.
   */
  private static void requireSameForm(Document backlog, Document todo) {
    if (todo.marked() && !backlog.marked() && !backlog.tasks().isEmpty()) {
      throw new ProblemException(
          ErrorCode.INVALID_DOCUMENT,
          Location.of(backlog.path()),
          "the tasks of " + todo.path() + " have markers, and those of this file do not",
          "Convert it with 'replenish convert'; --dry-run shows the result first.");
    }
  }

  /**
   * Refuses a damaged document.
   *
   * @throws dev.replenish.board.ProblemException {@code INVALID_DOCUMENT} at the first damage
   */
  static void require(Document document) {
    document.damage().ifPresent(DamageGuard::refuse);
  }

  private static void refuse(Finding finding) {
    boolean byHand = finding.code() == FindingCode.SECOND_HEADER;
    String how = byHand ? "Fix it by hand" : "Fix it by hand or with 'replenish check --fix'";
    throw new ProblemException(
        ErrorCode.INVALID_DOCUMENT,
        finding.where(),
        finding.message(),
        how + ", and commit: " + finding.hint() + ".");
  }
}
