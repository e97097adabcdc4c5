package dev.replenish.plan.undo;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.board.TaskIndex;
import dev.replenish.plan.BlockComparison;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.Step;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
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
  private final List<Task> tasks;
  private final List<FileChange> changes = new ArrayList<>();
  private final boolean backlogAsBefore;
  private final boolean todoAsBefore;
  private final boolean indexAsBefore;

  /**
   * What a commit did.
   *
   * @param before the board before it
   * @param after the board after it
   * @param ids the tasks that it moved, in order
   * @param alone whether it did nothing else to {@code TODO.md}
   */
  public record Replenishment(Board before, Board after, List<TaskId> ids, boolean alone) {

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
      return group.tasks().stream().flatMap(task -> task.id().stream()).toList().containsAll(ids);
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
    Document todo = now.todo().orElseThrow();
    this.tasks = todo.tasks().stream().filter(this::isMeant).toList();
    SourceText backlog = now.backlog().source();
    backlogAsBefore = isUntouched(backlog, done.after().backlog());
    todoAsBefore =
        done.alone()
            && done.before().todo().isPresent()
            && isUntouched(todo.source(), done.after().todo().orElseThrow());
    Document old = done.before().backlog();
    change(
        backlogAsBefore
            ? Edits.between(backlog, old.source().bytes())
            : Optional.of(new ReturnPlacement(now, home, old, files).edits(tasks)));
    change(
        todoAsBefore
            ? Edits.between(todo.source(), done.before().todo().get().source().bytes())
            : Optional.of(leaving(todo)));
    indexAsBefore =
        done.alone() && done.before().index().isPresent() && id(now).equals(id(done.after()));
    if (indexAsBefore) {
      byte[] bytes = done.before().index().get().source().bytes();
      change(Edits.between(now.index().get().source(), bytes));
    }
  }

  private static Optional<String> id(Board board) {
    return board.index().map(TaskIndex::source).map(SourceText::id);
  }

  private boolean isMeant(Task task) {
    return task.id().filter(done.ids()::contains).isPresent();
  }

  private static boolean isUntouched(SourceText now, Document then) {
    return !now.id().isEmpty() && now.id().equals(then.source().id());
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

  /** Whether the index gets its old bytes back, so that nothing has to be told there. */
  public boolean restoresIndex() {
    return indexAsBefore;
  }

  @Override
  public List<FileChange> changes() {
    return List.copyOf(changes);
  }

  @Override
  public Optional<String> violation(Board before, Board after) {
    Board then = done.before();
    boolean differs =
        backlogAsBefore && differ(after.backlog().source(), then.backlog().source())
            || todoAsBefore
                && differ(after.todo().orElseThrow().source(), then.todo().orElseThrow().source())
            || indexAsBefore
                && differ(
                    after.index().orElseThrow().source(), then.index().orElseThrow().source());
    if (differs) {
      return Optional.of("a file would not be what it was before");
    }
    Document todo = before.todo().orElseThrow();
    return reach(before)
        .or(() -> todo(todo, after.todo().orElseThrow()))
        .or(() -> backlog(before.backlog(), todo, after.backlog()));
  }

  private static boolean differ(SourceText now, SourceText then) {
    return !Arrays.equals(now.bytes(), then.bytes());
  }

  /** Blocks leave TODO.md; from the backlog nothing goes but the record of the move. */
  private Optional<String> reach(Board before) {
    Document todo = before.todo().orElseThrow();
    for (FileChange change : changes) {
      List<Replacement> edits = change.edits().orElseThrow().replacements();
      boolean within =
          change.path().equals(todo.path())
              ? todoAsBefore
                  || edits.stream()
                      .allMatch(edit -> BlockComparison.leaves(todo.source(), tasks, edit))
              : !change.path().equals(before.backlog().path())
                  || backlogAsBefore
                  || edits.stream().allMatch(edit -> isRecord(before.backlog().source(), edit));
      if (!within) {
        return Optional.of("more than the tasks would change in " + change.path());
      }
    }
    return Optional.empty();
  }

  private static boolean isRecord(SourceText source, Replacement edit) {
    byte[] bytes = source.copy(edit.span());
    String gone = new String(bytes, StandardCharsets.UTF_8).strip();
    return gone.isEmpty() || (gone.startsWith("<!-- Task") && gone.lines().count() == 1);
  }

  private Optional<String> todo(Document old, Document now) {
    List<Task> rest = old.tasks().stream().filter(task -> !isMeant(task)).toList();
    boolean keeps =
        BlockComparison.same(old, rest, now, now.tasks())
            && BlockComparison.same(old, old.templates(), now, now.templates());
    return keeps
        ? Optional.empty()
        : Optional.of("the tasks left in " + old.path() + " would not be the ones that stay");
  }

  /** The backlog holds what it held, in its groups, and what returns besides. */
  private Optional<String> backlog(Document old, Document todo, Document now) {
    List<Task> rest = now.tasks().stream().filter(task -> !isMeant(task)).toList();
    List<Task> back = now.tasks().stream().filter(this::isMeant).toList();
    List<Task> expected = new ArrayList<>();
    for (Task task : back) {
      tasks.stream().filter(gone -> gone.id().equals(task.id())).forEach(expected::add);
    }
    boolean keeps =
        BlockComparison.same(old, old.tasks(), now, rest)
            && BlockComparison.same(old, old.templates(), now, now.templates())
            && BlockComparison.same(todo, expected, now, back)
            && new HashSet<>(back).size() == tasks.size()
            && sizes(old).equals(sizes(now));
    return keeps
        ? Optional.empty()
        : Optional.of(old.path() + " would not hold its tasks and the ones that return");
  }

  /** Each group with how many tasks it holds beside the ones that return, which are in one. */
  private List<String> sizes(Document document) {
    List<String> sizes = new ArrayList<>();
    long homes = 0;
    for (Group group : document.groups()) {
      long others = group.tasks().stream().filter(task -> !isMeant(task)).count();
      homes += group.tasks().size() > others ? 1 : 0;
      if (others > 0
          || group.section().isEmpty()) { // what no markers enclose is gone when it is empty
        sizes.add(group.label() + " " + others);
      }
    }
    return homes > 1 ? List.of() : sizes;
  }
}
