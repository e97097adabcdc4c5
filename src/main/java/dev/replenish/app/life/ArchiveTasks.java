package dev.replenish.app.life;

import dev.replenish.app.Archive;
import dev.replenish.app.BoardResult;
import dev.replenish.app.ChangeResult;
import dev.replenish.app.ChangedTask;
import dev.replenish.app.CommitOutcome;
import dev.replenish.app.CommitRequest;
import dev.replenish.app.DamageGuard;
import dev.replenish.app.IdempotentReplay;
import dev.replenish.app.Proposal;
import dev.replenish.app.TaskLine;
import dev.replenish.app.Transaction;
import dev.replenish.app.Version;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.audit.Event;
import dev.replenish.board.Board;
import dev.replenish.board.Task;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.plan.Draft;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.message.TaskMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Moves what is finished from {@code TODO.md} to the archive (docs/reference/life-cycle.md, "The
 * archive").
 */
public final class ArchiveTasks {
  private final CommitRequest how;

  private ArchiveTasks(CommitRequest how) {
    this.how = how;
  }

  /**
   * Serves every board that the call names, each with a commit of its own.
   *
   * @throws dev.replenish.board.ProblemException if the repository can't be used
   */
  public static List<BoardResult<ChangeResult>> archive(CallContext context, CommitRequest how) {
    try (Session workspace = new Session(context)) {
      Transaction transaction = new Transaction(workspace, how);
      ArchiveTasks use = new ArchiveTasks(how);
      CommitTree tip = transaction.tip();
      return BoardResult.each(
          workspace.boards(tip, workspace.settings(tip)),
          dir -> transaction.on(dir, use::propose, use::again));
    }
  }

  private ChangeResult again(IdempotentReplay first) {
    return first.require(first.trail().action().equals("archive")).change(Event.ARCHIVED);
  }

  private Proposal<ChangeResult> propose(BoardSnapshot base) {
    Board board = base.board();
    DamageGuard.require(board);
    Draft draft = base.draft();
    List<Task> archived = Archive.all(base, draft);
    return new Proposal<>() {
      @Override
      public List<FileChange> changes() {
        return draft.changes();
      }

      @Override
      public String message() {
        return new TaskMessage(board.dir(), "chore(todo): archive", archived)
            .event(Event.ARCHIVED, archived)
            .text(Version.current(), how.key());
      }

      @Override
      public ChangeResult result(CommitOutcome ending) {
        List<ChangedTask> tasks = new ArrayList<>();
        for (Task task : archived) {
          TaskLine line =
              TaskLine.of(
                  draft.board(), Optional.empty(), task.name(), base.settings().effort(board));
          tasks.add(new ChangedTask(line, List.of(Event.ARCHIVED)));
        }
        return new ChangeResult(board.dir(), tasks, Optional.empty(), changes(), List.of(), ending);
      }
    };
  }
}
