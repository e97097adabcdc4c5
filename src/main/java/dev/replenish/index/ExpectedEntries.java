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
 * What the files of a board say of its tasks. An id that several tasks share, that may not travel
 * or that is in a damaged block says nothing that could be relied on.
 */
public final class ExpectedEntries {
  private final Board board;
  private final Map<TaskId, Integer> uses = new HashMap<>();

  /** The facts on {@code board}. */
  public ExpectedEntries(Board board) {
    this.board = board;
    board.documents().forEach(this::count);
  }

  private void count(Document document) {
    document.buried().forEach(other -> uses.merge(other.id(), 1, Integer::sum));
    document.tasks().forEach(task -> task.id().ifPresent(id -> uses.merge(id, 1, Integer::sum)));
  }

  /** What is true of a task, and where its header is. */
  record Found(ExpectedEntry fact, Location where) {}

  /** Whether a task of this id is in some file. */
  boolean isKnown(TaskId id) {
    return uses.containsKey(id);
  }

  /** What is true of the tasks called {@code ids}; of others, no body is read. */
  public List<ExpectedEntry> of(Collection<TaskId> ids) {
    Set<TaskId> wanted = new HashSet<>(ids);
    return found(wanted::contains).values().stream().map(Found::fact).toList();
  }

  /** Every fact about a task that is {@code wanted}, file by file. */
  Map<TaskId, Found> found(Predicate<TaskId> wanted) {
    Map<TaskId, Found> found = new LinkedHashMap<>();
    Document backlog = board.backlog();
    for (Group group : backlog.groups()) {
      for (Task task : group.tasks()) {
        tell(backlog, task, wanted, found);
        task.id()
            .ifPresent(
                id ->
                    found.computeIfPresent(
                        id,
                        (same, fact) ->
                            new Found(
                                fact.fact().orElse(group.type(), group.priority()), fact.where())));
      }
    }
    for (Document file : board.documents()) {
      file.tasks().forEach(task -> tell(file, task, wanted, found));
    }
    return found;
  }

  private void tell(Document file, Task task, Predicate<TaskId> wanted, Map<TaskId, Found> found) {
    task.id()
        .filter(id -> wanted.test(id) && id.isSafe() && uses.getOrDefault(id, 0) == 1)
        .filter(id -> task.isWhole() && !found.containsKey(id))
        .ifPresent(
            id -> {
              Location where = new Location(file.path(), task.headerLine(), 1);
              found.put(id, new Found(ExpectedEntry.of(task, file.fileName()), where));
            });
  }
}
