package dev.replenish.app.life;

import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.TaskFinder;
import dev.replenish.board.Board;
import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.TaskFields;
import dev.replenish.board.Transition;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.plan.life.StatusStep;
import dev.replenish.text.OneLine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks whether a task may get another status (docs/reference/life-cycle.md). */
record StatusGuard(StatusRequest request, Claim claim) {

  /**
   * Whether the task needs a change.
   *
   * @throws ProblemException {@code INVALID_DOCUMENT} if the change is not allowed, with what is
   *     possible instead
   */
  boolean needsChange(BoardSnapshot base, TaskFinder.Found found) {
    Board board = base.board();
    Transition transition = request.transition();
    Task task = found.task();
    Status status = status(found);
    boolean inTodo = found.isIn(board.todo());
    boolean archived = found.isIn(board.archive());
    if (inTodo && claim.isRestart(status) && claim.claims(base, found)) {
      return true;
    }
    if (status == transition.target() && (inTodo || transition != Transition.START)) {
      return !archived
          && status.isActive()
          && request.reason().filter(why -> !states(found, why)).isPresent();
    }
    if (archived && transition != Transition.REOPEN) {
      throw found.refusal(
          task.name()
              + " is in "
              + found.document().path()
              + ", and archived tasks are not changed",
          "'replenish reopen' moves it back.");
    }
    if (inTodo || transition != Transition.START) {
      requirePossible(found, status);
    }
    requireForm(found);
    return true;
  }

  private void requirePossible(TaskFinder.Found found, Status status) {
    Transition transition = request.transition();
    if (!transition.isPossibleFrom(status)) {
      throw found.refusal(
          found.task().name()
              + " is "
              + status.word()
              + ", so '"
              + transition.word()
              + "' is not possible",
          transition == Transition.REOPEN
              ? "'replenish defer' puts it back into the backlog."
              : "Take that back first with 'replenish reopen ID'.");
    }
  }

  private void requireForm(TaskFinder.Found found) {
    Task task = found.task();
    Transition transition = request.transition();
    if (!task.isWhole()) {
      throw found.refusal(task.name() + " is damaged", "Fix it, and commit.");
    }
    if (!transition.target().isActive() && task.form().map(UnmarkedForm::openParts).orElse(false)) {
      throw found.refusal(
          task.name() + " has open parts, so it can't be " + transition.target().word(),
          "Tick its parts off first, and commit.");
    }
    if (!StatusStep.canWrite(task)) {
      throw found.refusal(
          task.name() + " has no place to say that it is " + transition.target().word(),
          "Write it by hand, or convert the board with 'replenish convert'.");
    }
  }

  /** Whether the task already states the reason, so that a repeated call changes nothing. */
  private static boolean states(TaskFinder.Found found, String reason) {
    String block = found.document().source().text(found.task().block());
    return block.contains(StatusStep.written(found.task(), reason));
  }

  /** The status of the task; an empty status field means todo. */
  private static Status status(TaskFinder.Found found) {
    TaskFields details = found.task().details();
    boolean isEmpty =
        details.field(FieldName.STATUS).map(Field::value).filter(String::isEmpty).isPresent();
    return isEmpty ? Status.TODO : details.status().orElseThrow(() -> unknownStatus(found));
  }

  private static ProblemException unknownStatus(TaskFinder.Found found) {
    String words =
        List.of(Status.values()).stream().map(Status::word).collect(Collectors.joining(", "));
    Optional<String> written =
        found.task().details().field(FieldName.STATUS).map(Field::value).map(OneLine::clean);
    return found.refusal(
        found.task().name()
            + written
                .map(word -> " has the status '" + word + "', which is not a status")
                .orElse(" does not say clearly whether it is open"),
        "Correct it to one of " + words + ", and commit.");
  }
}
