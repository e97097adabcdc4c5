package dev.replenish.index;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.text.Location;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The index entries that the files of a board require. Tasks with an id that is unsafe or used more
 * than once, or in a damaged block, have none, because their data is not reliable.
 */
public final class ExpectedEntries {
  private final Board board;
  private final Map<TaskId, Integer> uses = new HashMap<>();

  /** The expected entries for {@code board}. */
  public ExpectedEntries(Board board) {
    this.board = board;
    board.documents().forEach(this::count);
  }

  private void count(Document document) {
    document.blocks().buried().forEach(other -> uses.merge(other.id(), 1, Integer::sum));
    document.tasks().forEach(task -> task.id().ifPresent(id -> uses.merge(id, 1, Integer::sum)));
  }

  /** The entry that a task requires, and where the task's header is. */
  record TaskEntry(ExpectedEntry expected, Location where) {}

  /** Whether any file holds a task with this id. */
  boolean isKnown(TaskId id) {
    return uses.containsKey(id);
  }

  /** The expected entries of the tasks with these ids; the bodies of other tasks are not read. */
  public List<ExpectedEntry> of(Collection<TaskId> ids) {
    Set<TaskId> wanted = new HashSet<>(ids);
    return found(wanted::contains).values().stream().map(TaskEntry::expected).toList();
  }

  /** The expected entry of each {@code wanted} task, file by file. */
  Map<TaskId, TaskEntry> found(Predicate<TaskId> wanted) {
    Map<TaskId, TaskEntry> found = new LinkedHashMap<>();
    Document backlog = board.backlog();
    for (Group group : backlog.groups()) {
      for (Task task : group.tasks()) {
        addIfReliable(backlog, task, wanted, found);
        task.id()
            .ifPresent(
                id ->
                    found.computeIfPresent(
                        id,
                        (same, entry) ->
                            new TaskEntry(
                                entry.expected().orElse(group.type(), group.priority()),
                                entry.where())));
      }
    }
    for (Document file : board.documents()) {
      file.tasks().forEach(task -> addIfReliable(file, task, wanted, found));
    }
    return found;
  }

  private void addIfReliable(
      Document file, Task task, Predicate<TaskId> wanted, Map<TaskId, TaskEntry> found) {
    task.id()
        .filter(id -> wanted.test(id) && id.isSafe() && uses.getOrDefault(id, 0) == 1)
        .filter(id -> task.isWhole() && !found.containsKey(id))
        .ifPresent(
            id -> {
              Location where = new Location(file.path(), task.position().headerLine(), 1);
              found.put(id, new TaskEntry(ExpectedEntry.of(task, file.fileName()), where));
            });
  }
}
