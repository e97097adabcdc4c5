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

/** The boards that hold the tasks of a call. */
final class NamedBoards {
  private NamedBoards() {}

  /**
   * Serves each board that holds one of {@code ids} with a commit of its own; none if one of them
   * can't be served.
   *
   * @param work what is to be done on a board with its tasks
   * @param again what it came to, where the call was made before under its key
   */
  static List<BoardResult<ChangeResult>> serve(
      Session workspace,
      Transaction transaction,
      List<String> ids,
      BiFunction<BoardSnapshot, List<String>, Proposal<ChangeResult>> work,
      Function<IdempotentReplay, ChangeResult> again) {
    Map<String, List<String>> boards = TaskFinder.byBoard(workspace, transaction.tip(), ids);
    if (boards.size() > 1) {
      boards.forEach(
          (dir, named) -> transaction.preview(dir, base -> work.apply(base, named), again));
    }
    return BoardResult.each(
        boards, (dir, named) -> transaction.run(dir, base -> work.apply(base, named), again));
  }
}
