package dev.replenish.app.edit;

import dev.replenish.app.BoardResult;
import dev.replenish.app.ChangeResult;
import dev.replenish.app.CommitRequest;
import dev.replenish.app.Proposal;
import dev.replenish.app.Transaction;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.audit.Event;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Task;
import dev.replenish.plan.Draft;
import dev.replenish.plan.edit.MoveStep;
import java.util.ArrayList;
import java.util.List;

/** Moves a task to another place in its group (docs/reference/editing.md, "Order"). */
public final class MoveTask {
  private MoveTask() {}

  /**
   * The request for {@code move}.
   *
   * @param id the task to move
   * @param target the task next to which it is moved
   * @param before whether to move it directly before the target, not directly after it
   * @param how the options of the commit, such as a dry run
   */
  public record Request(String id, String target, boolean before, CommitRequest how) {}

  /**
   * Moves the task.
   *
   * @throws ProblemException if the repository can't be used, or there are no such tasks
   */
  public static List<BoardResult<ChangeResult>> move(CallContext context, Request request) {
    try (Session workspace = new Session(context)) {
      Transaction transaction = new Transaction(workspace, request.how());
      String dir = EditTask.board(workspace, transaction.tip(), request.id());
      return List.of(
          BoardResult.of(
              dir,
              () ->
                  transaction.run(
                      dir,
                      base -> propose(base, request),
                      first -> first.change("move", Event.REORDERED))));
    }
  }

  private static Proposal<ChangeResult> propose(BoardSnapshot base, Request request) {
    Draft draft = base.draft();
    Editing moved = new Editing(base, draft, request.id());
    Editing target = new Editing(base, draft, request.target());
    Task task = moved.task();
    if (task.equals(target.task())) {
      throw refused(task.name() + " can't be moved next to itself", "Name two tasks.");
    }
    boolean together = moved.file() == target.file() && moved.group().equals(target.group());
    MoveStep step =
        new MoveStep(
            moved.file(), moved.document(), moved.group(), task, target.task(), request.before());
    if (!together || !step.isPossible()) {
      throw refused(
          task.name() + " and " + target.task().name() + " are in different groups",
          "'replenish edit ID' with --type and --priority moves a task to another group.");
    }
    List<Task> order = step.order();
    moved.take(step);
    List<Task> now = moved.listed(order.size());
    if (!titles(now).equals(titles(order))) {
      throw refused("the tasks would not be in this order", "Move it by hand, and commit.");
    }
    Task after = now.get(order.indexOf(task));
    return new TaskProposal(base, draft, moved.file(), after, Event.REORDERED)
        .proposal(request.how().key());
  }

  private static List<String> titles(List<Task> tasks) {
    List<String> titles = new ArrayList<>();
    tasks.forEach(task -> titles.add(task.id() + task.title()));
    return titles;
  }

  private static ProblemException refused(String message, String next) {
    return new ProblemException(ErrorCode.INVALID_DOCUMENT, message, next);
  }
}
