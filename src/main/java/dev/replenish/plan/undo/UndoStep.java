package dev.replenish.plan.undo;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.board.TaskIndex;
import dev.replenish.plan.Arrival;
import dev.replenish.plan.BlockComparison;
import dev.replenish.plan.BoardFile;
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
 * Takes a replenishment back: a merge of what it did, turned round, into what the board has become
 * since (docs/reference/life-cycle.md, "Undo"). A file that is still as the replenishment left it
 * gets its old bytes back; in any other one each block is put where it belongs, and everything else
 * stays.
 */
public final class UndoStep implements Step {
  private final Replenishment done;
  private final Document todo;
  private final Group home;
  private final List<Task> tasks;
  private final List<FileChange> changes = new ArrayList<>();
  private final boolean backlogAsBefore;
  private final boolean todoAsBefore;
  private final boolean indexAsBefore;

  /**
   * What a commit did that moved tasks and did nothing else.
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
     * The group that the tasks came from, where no markers kept it when it was emptied and nothing
     * has changed in the backlog since, so that it comes back as it was.
     */
    public Optional<Group> gone(Document backlog) {
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
   * The way back.
   *
   * @param now the board; its TODO holds every task of {@code done}
   * @param home the group of its backlog that they return to
   */
  public UndoStep(Board now, Group home, Replenishment done, FileNames files) {
    this.done = done;
    this.home = home;
    this.todo = now.todo().orElseThrow();
    this.tasks = todo.tasks().stream().filter(task -> task.isOneOf(done.ids())).toList();
    SourceText backlog = now.backlog().source();
    Document old = done.before().backlog();
    backlogAsBefore =
        isUntouched(backlog, done.after().backlog()) && tasks.stream().allMatch(this::isUnchanged);
    todoAsBefore =
        done.before().todo().isPresent()
            && isUntouched(todo.source(), done.after().todo().orElseThrow());
    change(
        backlogAsBefore
            ? Edits.between(backlog, old.source().bytes())
            : Optional.of(new ReturnPlacement(now, todo, home, old, files).edits(tasks)));
    change(
        todoAsBefore
            ? Edits.between(todo.source(), done.before().todo().get().source().bytes())
            : Optional.of(leaving(todo)));
    indexAsBefore = done.before().index().isPresent() && id(now).equals(id(done.after()));
    if (indexAsBefore) {
      byte[] bytes = done.before().index().get().source().bytes();
      change(Edits.between(now.index().get().source(), bytes));
    }
  }

  private static Optional<String> id(Board board) {
    return board.index().map(TaskIndex::source).map(SourceText::id);
  }

  private static boolean isUntouched(SourceText now, Document then) {
    return !now.id().isEmpty() && now.id().equals(then.source().id());
  }

  /** Whether nobody has written anything into the task since. */
  private boolean isUnchanged(Task task) {
    Document old = done.before().backlog();
    return old.tasks().stream()
        .anyMatch(
            then ->
                then.id().equals(task.id())
                    && BlockComparison.same(
                        old.source(), then.block(), todo.source(), task.block()));
  }

  private void change(Optional<Edits> edits) {
    edits.map(FileChange::edit).ifPresent(changes::add);
  }

  private Edits leaving(Document todo) {
    List<Replacement> edits = new ArrayList<>();
    tasks.forEach(task -> edits.add(Replacement.remove(task.extent())));
    return Edits.of(todo.source(), edits);
  }

  /** The tasks that return, as they are now. */
  public List<Task> tasks() {
    return tasks;
  }

  /** Whether the index gets its old bytes back, so that nothing has to be written there. */
  public boolean restoresIndex() {
    return indexAsBefore;
  }

  @Override
  public List<FileChange> changes() {
    return List.copyOf(changes);
  }

  /** The tasks leave TODO.md and come back into one group; what nobody has touched is restored. */
  @Override
  public Scope scope() {
    FileScope backlog =
        FileScope.of(BoardFile.BACKLOG)
            .arriving(Arrival.of(todo, tasks).unordered().into(this::isHome))
            .allowing(TextRule.lessAuditComment())
            .leniently();
    FileScope left = FileScope.of(BoardFile.TODO).leaving(tasks).leniently();
    Board then = done.before();
    Scope scope =
        Scope.of(
            backlogAsBefore ? backlog.restoring(then.backlog().source()) : backlog,
            todoAsBefore ? left.restoring(then.todo().orElseThrow().source()) : left);
    return indexAsBefore ? scope.restoringIndex(then.index().orElseThrow().source()) : scope;
  }

  private boolean isHome(Group group) {
    return group.label().equals(home.label());
  }
}
