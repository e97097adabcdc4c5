package dev.replenish.app.life;

import dev.replenish.app.Archive;
import dev.replenish.app.BoardResult;
import dev.replenish.app.ChangeResult;
import dev.replenish.app.ChangedTask;
import dev.replenish.app.CommitRequest;
import dev.replenish.app.DamageGuard;
import dev.replenish.app.Proposal;
import dev.replenish.app.TaskLine;
import dev.replenish.app.Transaction;
import dev.replenish.app.Version;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.app.board.TaskFinder;
import dev.replenish.audit.Event;
import dev.replenish.board.Board;
import dev.replenish.board.Task;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.plan.Draft;
import dev.replenish.plan.message.TaskMessage;
import java.util.List;
import java.util.Optional;

/**
 * Moves finished tasks from {@code TODO.md} to the archive (docs/reference/life-cycle.md, "The
 * archive").
 */
public final class ArchiveTasks {
  private ArchiveTasks() {}

  /**
   * Archives the finished tasks of every board that the call names; each board gets its own commit.
   *
   * @throws dev.replenish.board.ProblemException if the repository can't be used
   */
  public static List<BoardResult<ChangeResult>> archive(CallContext context, CommitRequest how) {
    try (Session workspace = new Session(context)) {
      Transaction transaction = new Transaction(workspace, how);
      CommitTree tip = transaction.tip();
      return BoardResult.each(
          workspace.boards(tip, workspace.settings(tip)),
          dir ->
              transaction.run(
                  dir,
                  base -> propose(base, how),
                  first -> first.change("archive", Event.ARCHIVED)));
    }
  }

  private static Proposal<ChangeResult> propose(BoardSnapshot base, CommitRequest how) {
    Board board = base.board();
    DamageGuard.require(board);
    Draft draft = base.draft();
    List<Task> archived = Archive.archiveAll(base, draft);
    TaskMessage message =
        new TaskMessage(board.dir(), "chore(todo): archive", archived)
            .event(Event.ARCHIVED, archived);
    return new Proposal<>(
        draft.changes(),
        () -> message.text(Version.current(), how.key()),
        ending ->
            ChangeResult.of(
                board.dir(),
                archived.stream().map(task -> changed(base, draft, task)).toList(),
                draft.changes(),
                ending));
  }

  private static ChangedTask changed(BoardSnapshot base, Draft draft, Task task) {
    TaskFinder.Found found = TaskFinder.one(draft.board(), task.name());
    TaskLine line = TaskLine.of(base, Optional.empty(), found);
    return new ChangedTask(line, List.of(Event.ARCHIVED));
  }
}
