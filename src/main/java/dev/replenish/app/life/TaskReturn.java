package dev.replenish.app.life;

import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.TaskFinder;
import dev.replenish.app.history.Origin;
import dev.replenish.audit.Event;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.git.Repo;
import dev.replenish.plan.Draft;
import dev.replenish.plan.life.UnarchiveStep;
import dev.replenish.plan.undo.ReturnPlacement;
import dev.replenish.plan.undo.ReturnStep;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Policy;
import java.util.List;
import java.util.Optional;

/** Moves tasks back to {@code TODO.md} or to the backlog (docs/reference/life-cycle.md). */
record TaskReturn(Repo repo, BoardSnapshot base, Draft draft) {

  /**
   * Moves a task from the archive to {@code TODO.md} if it has room and the same type, else to the
   * backlog.
   */
  Event fromArchive(String id) {
    TaskFinder.Found found = TaskFinder.one(draft.board(), id);
    Optional<Group> group =
        found
            .task()
            .form()
            .flatMap(form -> Origin.backlog(repo, base, id))
            .flatMap(old -> of(old, id));
    Optional<String> type = group.map(Group::type).orElse(found.task().type());
    if (fits(draft.board(), type)) {
      BoardSnapshot.take(draft, UnarchiveStep.of(draft.board(), found.task(), group));
      return Event.RESTORED;
    }
    toBacklog(FileRole.ARCHIVE, id);
    return Event.RETURNED;
  }

  private static Optional<Group> of(Document backlog, String id) {
    return backlog.groups().stream()
        .filter(
            group ->
                group.tasks().stream()
                    .flatMap(task -> task.id().stream())
                    .anyMatch(taskId -> taskId.value().equals(id)))
        .findFirst();
  }

  private boolean fits(Board board, Optional<String> taskType) {
    if (board.todo().isEmpty()) {
      return false;
    }
    Policy policy = base.policy(BatchFilter.NONE, board);
    List<Task> active = board.todo().get().activeTasks();
    return active.size() < policy.batchSize()
        && active.stream()
            .flatMap(other -> other.type().stream())
            .allMatch(type -> taskType.filter(type::equalsIgnoreCase).isPresent());
  }

  /**
   * Moves a task from {@code file} to its group in the backlog, to its old place among the tasks
   * that are still there.
   */
  void toBacklog(FileRole file, String id) {
    TaskFinder.Found found = TaskFinder.one(draft.board(), id);
    Board board = draft.board();
    Optional<Document> old = Origin.backlog(repo, base, id);
    Group home =
        old.flatMap(
                then ->
                    ReturnPlacement.home(
                        board.backlog(),
                        then,
                        found.task().id().stream().toList(),
                        base.settings().files()))
            .or(() -> matchingGroup(board.backlog(), found.task()))
            .orElseThrow(() -> noGroup(found, board.backlog()));
    BoardSnapshot.take(
        draft, ReturnStep.of(board, file, found.task(), home, old, base.settings().files()));
  }

  /** The group with the type and the priority of the task. */
  private static Optional<Group> matchingGroup(Document backlog, Task task) {
    return backlog.groups().stream()
        .filter(Group::isSound)
        .filter(
            group ->
                task.type()
                    .flatMap(type -> group.type().filter(type::equalsIgnoreCase))
                    .isPresent())
        .filter(group -> group.priority().equals(task.priority()))
        .findFirst();
  }

  private static RuntimeException noGroup(TaskFinder.Found found, Document backlog) {
    return found.refusal(
        found.task().name() + " has no group in " + backlog.path() + " to return to",
        "Add the group, commit and repeat the call, or move the task by hand.");
  }
}
