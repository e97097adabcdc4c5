package dev.replenish.app.life;

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
import dev.replenish.board.ErrorCode;
import dev.replenish.board.FileRole;
import dev.replenish.board.Group;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.Transition;
import dev.replenish.plan.Draft;
import dev.replenish.plan.life.StatusStep;
import dev.replenish.plan.message.TaskMessage;
import dev.replenish.text.OneLine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Returns tasks of {@code TODO.md} to their groups in the backlog: all named tasks or none
 * (docs/reference/life-cycle.md, "Deferring").
 */
public final class DeferTasks {
  private final Session workspace;
  private final Request request;

  private DeferTasks(Session workspace, Request request) {
    this.workspace = workspace;
    this.request = request;
  }

  /**
   * Defers the tasks on every board that holds one of them; each board gets its own commit. If one
   * board can't be changed, none is.
   *
   * @throws ProblemException if the repository can't be used or a task is not found
   */
  public static List<BoardResult<ChangeResult>> defer(CallContext context, Request request) {
    try (Session workspace = new Session(context)) {
      Transaction transaction = new Transaction(workspace, request.how());
      DeferTasks command = new DeferTasks(workspace, request);
      return NamedBoards.run(
          workspace,
          transaction,
          request.ids(),
          command::propose,
          first -> first.change("defer", Event.RETURNED));
    }
  }

  private Proposal<ChangeResult> propose(BoardSnapshot base, List<String> words) {
    DamageGuard.require(base.board());
    List<String> ids = words.stream().map(word -> TaskFinder.fullId(base.board(), word)).toList();
    Draft draft = base.draft();
    List<Task> tasks = new ArrayList<>();
    for (String id : ids) {
      TaskFinder.Found found = TaskFinder.one(base.board(), id);
      if (mustReturn(base, found)) {
        tasks.add(found.task());
        setToTodo(base, draft, id);
        new TaskReturn(workspace.repo(), base, draft).toBacklog(FileRole.TODO, id);
      }
    }
    base.updateIndex(draft, Task.ids(tasks));
    TaskMessage message =
        new TaskMessage(base.board().dir(), "chore(todo): defer", tasks)
            .event(Event.RETURNED, tasks)
            .reason(request.reason());
    return new Proposal<>(
        draft.changes(),
        () -> message.text(Version.current(), request.how().key()),
        ending ->
            ChangeResult.of(
                base.board().dir(),
                ids.stream().map(id -> changed(base, draft, id, tasks)).toList(),
                draft.changes(),
                ending));
  }

  private static boolean mustReturn(BoardSnapshot base, TaskFinder.Found found) {
    if (found.isIn(Optional.of(base.board().backlog()))) {
      return false;
    }
    Optional<Status> status = found.task().details().status();
    if (!found.isIn(base.board().todo()) || !status.map(Status::isActive).orElse(false)) {
      String what = status.map(Status::word).orElse("in no known state");
      throw found.refusal(
          found.task().name() + " is " + what + ", so it can't be deferred",
          "Take that back first with 'replenish reopen ID'.");
    }
    if (!found.task().isWhole()) {
      throw found.refusal(found.task().name() + " is damaged", "Fix it, and commit.");
    }
    return true;
  }

  /** Sets a task in progress to todo; a blocked task stays blocked, with its reason. */
  private static void setToTodo(BoardSnapshot base, Draft draft, String id) {
    TaskFinder.Found now = TaskFinder.one(draft.board(), id);
    if (now.task().details().status().filter(Status.IN_PROGRESS::equals).isPresent()) {
      BoardSnapshot.take(
          draft,
          StatusStep.of(
              FileRole.TODO,
              now.document(),
              List.of(now.task()),
              Transition.REOPEN,
              Optional.empty(),
              base.today()));
    }
  }

  private static ChangedTask changed(
      BoardSnapshot base, Draft draft, String id, List<Task> returned) {
    Board board = draft.board();
    TaskFinder.Found now = TaskFinder.one(board, id);
    Optional<Group> group =
        board.backlog().groups().stream()
            .filter(candidate -> candidate.tasks().contains(now.task()))
            .findFirst();
    boolean moved = returned.stream().anyMatch(task -> task.id().equals(now.task().id()));
    return new ChangedTask(
        TaskLine.of(base, group, now), moved ? List.of(Event.RETURNED) : List.of());
  }

  /**
   * The request for {@code defer}.
   *
   * @param ids the tasks, at least one
   * @param reason the reason, for the commit's message: up to 500 characters on one line
   * @param how the options of the commit, such as a dry run
   */
  public record Request(List<String> ids, Optional<String> reason, CommitRequest how) {
    private static final int LONGEST_REASON = 500;

    /** Checks the values; removes repeated ids. */
    public Request {
      ids = List.copyOf(new LinkedHashSet<>(ids));
      reason = reason.map(OneLine::line).filter(text -> !text.isEmpty());
      if (ids.isEmpty()) {
        throw new ProblemException(
            ErrorCode.USAGE, "no task is given", "Name one or more: 'replenish defer ID'.");
      }
      if (reason.map(String::length).orElse(0) > LONGEST_REASON) {
        throw new ProblemException(
            ErrorCode.USAGE,
            "the reason is too long",
            "Say it in " + LONGEST_REASON + " characters.");
      }
    }
  }
}
