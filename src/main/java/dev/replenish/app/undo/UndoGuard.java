package dev.replenish.app.undo;

import dev.replenish.app.board.TaskFinder;
import dev.replenish.audit.AuditRecord;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Group;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Status;
import dev.replenish.board.Tag;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.rules.Policy;
import dev.replenish.text.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks whether a command can be undone (docs/reference/life-cycle.md, "Undo"). */
record UndoGuard(Board board) {

  void requireStillTodo(TaskId id) {
    TaskFinder.Found found = one(id);
    if (!found.isIn(board.todo())) {
      String now = found.isIn(board.archive()) ? "has been archived" : "is back";
      throw refused(found, id + " " + now + " in " + found.document().path());
    }
    Optional<Status> status = found.task().details().status();
    if (!status.equals(Optional.of(Status.TODO))) {
      String word = status.map(now -> "now " + now.word()).orElse("no longer todo");
      throw refused(found, id + " is " + word);
    }
  }

  /** Refuses if the task's file or text has changed since the commit. */
  void requireUnchanged(Effect effect) {
    TaskFinder.Found found = one(effect.id());
    Effect.Place now = Effect.place(board, effect.id()).orElseThrow();
    if (now.file() != effect.after().file()) {
      throw refused(found, effect.id() + " is now in " + found.document().path());
    }
    if (!now.sameText(effect.after())) {
      throw refused(found, effect.id() + " has changed since");
    }
  }

  ProblemException movedSince(TaskId id) {
    return refused(one(id), id + " has been moved since");
  }

  void requireInBacklog(TaskId id) {
    TaskFinder.Found found = one(id);
    if (!found.isIn(Optional.of(board.backlog()))) {
      throw refused(found, id + " is in " + found.document().path() + " already");
    }
    if (!found.task().isWhole()) {
      throw refused(found, id + " is damaged");
    }
  }

  private TaskFinder.Found one(TaskId id) {
    List<TaskFinder.Found> found = TaskFinder.all(board, id.value());
    if (found.isEmpty()) {
      throw new ProblemException(
          ErrorCode.INVALID_DOCUMENT,
          id + " is no longer in any file",
          "'replenish show " + id + "' shows where it went.");
    }
    return TaskFinder.one(board, id.value());
  }

  private ProblemException refused(TaskFinder.Found found, String message) {
    return found.refusal(
        message + ", so it can't be undone",
        "'replenish show ID' shows what happened; 'replenish defer ID' returns one task.");
  }

  void requireRoom(Policy policy, Group from, int count) {
    List<Task> active = board.todo().map(Document::activeTasks).orElse(List.of());
    String type = from.type().orElseThrow();
    boolean otherType =
        active.stream()
            .flatMap(task -> task.type().stream())
            .anyMatch(other -> !other.toLowerCase(Locale.ROOT).equals(type));
    if (otherType || active.size() + count > policy.batchSize()) {
      String why =
          otherType
              ? "TODO.md holds tasks of another type"
              : "TODO.md has room for " + Math.max(0, policy.batchSize() - active.size());
      throw new ProblemException(
          ErrorCode.INVALID_DOCUMENT,
          why + ", so it can't be undone",
          "Finish what is active first.");
    }
  }

  ProblemException noGroup(AuditRecord trail) {
    String label =
        trail
            .group()
            .map(
                group ->
                    Tag.text("type", group.type())
                        + group.priority().map(p -> Tag.text("priority", p.word())).orElse(""))
            .orElse("of the tasks");
    return new ProblemException(
        ErrorCode.INVALID_DOCUMENT,
        Location.of(board.backlog().path()),
        "the group " + label + " no longer exists, or is damaged",
        "Add it again, commit, and repeat the undo.");
  }
}
