package dev.replenish.app.life;

import dev.replenish.app.BoardResult;
import dev.replenish.app.ChangeResult;
import dev.replenish.app.IdempotentReplay;
import dev.replenish.app.Proposal;
import dev.replenish.app.Transaction;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.Session;
import dev.replenish.app.board.TaskFinder;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Runs a command on the boards that hold its tasks. */
final class NamedBoards {
  private NamedBoards() {}

  /**
   * Runs {@code work} on each board that holds one of {@code ids}, with a commit for each. If one
   * board can't be changed, none is.
   *
   * @param work the change of a board and its tasks
   * @param replayed returns the result if an earlier call had the same key
   */
  static List<BoardResult<ChangeResult>> run(
      Session workspace,
      Transaction transaction,
      List<String> ids,
      BiFunction<BoardSnapshot, List<String>, Proposal<ChangeResult>> work,
      Function<IdempotentReplay, ChangeResult> replayed) {
    Map<String, List<String>> boards = TaskFinder.byBoard(workspace, transaction.tip(), ids);
    if (boards.size() > 1) {
      boards.forEach(
          (dir, named) -> transaction.preview(dir, base -> work.apply(base, named), replayed));
    }
    return BoardResult.each(
        boards, (dir, named) -> transaction.run(dir, base -> work.apply(base, named), replayed));
  }
}
