package dev.replenish.plan.undo;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.board.TaskIndex;
import dev.replenish.plan.Arrival;
import dev.replenish.plan.BlockComparison;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.FileScope;
import dev.replenish.plan.Scope;
import dev.replenish.plan.Step;
import dev.replenish.plan.TextRule;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Undoes a replenishment: merges the reverse of its changes into the current board
 * (docs/reference/life-cycle.md, "Undo"). A file that is still as the replenishment left it gets
 * its old bytes back; in any other file, each block is put back where it belongs, and everything
 * else stays.
 *
 * @param tasks the tasks that return, as they are now
 * @param scope the tasks leave TODO.md and return to one group; untouched files are restored
 * @param restoresIndex whether the index gets its old bytes back, so that it needs no update
 */
public record UndoStep(
    List<Task> tasks, List<FileChange> changes, Scope scope, boolean restoresIndex)
    implements Step {

  /**
   * A commit that moved tasks and did nothing else.
   *
   * @param before the board before it
   * @param after the board after it
   * @param ids the tasks that it moved, in order
   */
  public record Replenishment(Board before, Board after, List<TaskId> ids) {

    /** Copies the collection. */
    public Replenishment {
      ids = List.copyOf(ids);
    }

    /**
     * The group that the tasks came from, if it had no markers to keep it when it became empty, and
     * the backlog is unchanged since, so that it can be restored as it was.
     */
    public Optional<Group> vanishedGroup(Document backlog) {
      boolean untouched = !backlog.marked() && isUntouched(backlog.source(), after.backlog());
      return untouched
          ? before.backlog().groups().stream().filter(this::heldAll).findFirst()
          : Optional.empty();
    }

    private boolean heldAll(Group group) {
      return Task.ids(group.tasks()).containsAll(ids);
    }
  }

  /**
   * The step that undoes {@code done}.
   *
   * @param now the board; its TODO holds every task of {@code done}
   * @param home the group of its backlog to which they return
   */
  public static UndoStep of(Board now, Group home, Replenishment done, FileNames files) {
    Board then = done.before();
    Document todo = now.todo().orElseThrow();
    SourceText backlog = now.backlog().source();
    Document old = then.backlog();
    List<Task> tasks = todo.tasks().stream().filter(task -> task.isOneOf(done.ids())).toList();
    boolean backlogAsBefore =
        isUntouched(backlog, done.after().backlog())
            && tasks.stream().allMatch(task -> isUnchanged(old, todo, task));
    boolean todoAsBefore =
        then.todo().isPresent() && isUntouched(todo.source(), done.after().todo().orElseThrow());
    boolean indexAsBefore = then.index().isPresent() && id(now).equals(id(done.after()));
    FileScope backlogScope =
        FileScope.of(FileRole.BACKLOG)
            .arriving(
                Arrival.of(todo, tasks)
                    .unordered()
                    .into(group -> group.label().equals(home.label())))
            .allowing(TextRule.reducedAuditComment())
            .leniently();
    FileScope todoScope = FileScope.of(FileRole.TODO).leaving(tasks).leniently();
    Scope scope =
        Scope.of(
            backlogAsBefore ? backlogScope.restoring(old.source()) : backlogScope,
            todoAsBefore ? todoScope.restoring(then.todo().get().source()) : todoScope);
    List<FileChange> changes = new ArrayList<>();
    change(
        backlogAsBefore
            ? Edits.between(backlog, old.source().bytes())
            : Optional.of(new ReturnPlacement(now, todo, home, old, files).edits(tasks)),
        changes);
    change(
        todoAsBefore
            ? Edits.between(todo.source(), then.todo().get().source().bytes())
            : Optional.of(removal(todo, tasks)),
        changes);
    if (indexAsBefore) {
      SourceText index = then.index().get().source();
      scope = scope.restoringIndex(index);
      change(Edits.between(now.index().get().source(), index.bytes()), changes);
    }
    return new UndoStep(tasks, changes, scope, indexAsBefore);
  }

  private static Optional<String> id(Board board) {
    return board.index().map(TaskIndex::source).map(SourceText::id);
  }

  private static boolean isUntouched(SourceText now, Document then) {
    return !now.id().isEmpty() && now.id().equals(then.source().id());
  }

  /** Whether the text of the task is unchanged since. */
  private static boolean isUnchanged(Document old, Document todo, Task task) {
    return old.tasks().stream()
        .anyMatch(
            then ->
                then.id().equals(task.id())
                    && BlockComparison.same(
                        old.source(), then.block(), todo.source(), task.block()));
  }

  private static void change(Optional<Edits> edits, List<FileChange> changes) {
    edits.map(FileChange::edit).ifPresent(changes::add);
  }

  private static Edits removal(Document todo, List<Task> tasks) {
    return Edits.of(
        todo.source(), tasks.stream().map(task -> Replacement.remove(task.extent())).toList());
  }
}
