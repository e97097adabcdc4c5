package dev.replenish.app.edit;

import dev.replenish.app.BoardResult;
import dev.replenish.app.ChangeResult;
import dev.replenish.app.CommitRequest;
import dev.replenish.app.IdempotentReplay;
import dev.replenish.app.Proposal;
import dev.replenish.app.Transaction;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.app.board.TaskFinder;
import dev.replenish.audit.Event;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.plan.Draft;
import java.util.List;

/** Changes fields of one task, in the form of its file (docs/reference/editing.md). */
public final class EditTask {
  private EditTask() {}

  /**
   * Applies {@code edit} to the task that {@code id} names.
   *
   * @throws dev.replenish.board.ProblemException if the repository can't be used, a value is
   *     invalid, or there is no such task
   */
  public static List<BoardResult<ChangeResult>> edit(
      CallContext context, String id, TaskEdit edit, CommitRequest how) {
    edit.check();
    try (Session workspace = new Session(context)) {
      Transaction transaction = new Transaction(workspace, how);
      String dir = board(workspace, transaction.tip(), id);
      return List.of(
          BoardResult.of(
              dir,
              () ->
                  transaction.run(dir, base -> propose(base, id, edit, how), EditTask::replayed)));
    }
  }

  /** The board that holds the task. */
  static String board(Session workspace, CommitTree tip, String id) {
    return TaskFinder.byBoard(workspace, tip, List.of(id)).keySet().iterator().next();
  }

  static ChangeResult replayed(IdempotentReplay first) {
    return first.change("edit", Event.EDITED);
  }

  private static Proposal<ChangeResult> propose(
      BoardSnapshot base, String id, TaskEdit edit, CommitRequest how) {
    Draft draft = base.draft();
    Editing editing = new Editing(base, draft, id);
    editing.apply(edit);
    base.updateIndex(draft, editing.task().id().stream().toList());
    return new TaskProposal(base, draft, editing.file(), editing.task(), Event.EDITED)
        .proposal(how.key());
  }
}
