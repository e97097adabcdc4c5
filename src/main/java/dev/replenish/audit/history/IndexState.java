package dev.replenish.audit.history;

import dev.replenish.board.FileRole;
import dev.replenish.board.Status;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One version of a board's index: where each task is according to its entry. */
public record IndexState(List<Entry> entries) {
  /** An index that has no entries or does not exist. */
  public static final IndexState EMPTY = new IndexState(List.of());

  /** Copies the list. */
  public IndexState {
    entries = List.copyOf(entries);
  }

  /**
   * An entry.
   *
   * @param id the task's id
   * @param role the file that it names; empty if it names none
   * @param status the status that it names; empty if it is unknown
   */
  public record Entry(String id, Optional<FileRole> role, Optional<Status> status) {}

  /** The ids of the entries that disagree with {@code files} of {@code snapshot}. */
  Set<String> untrue(Snapshot snapshot, List<BoardFile> files) {
    Map<String, Instance> tasks = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (BoardFile file : entries.isEmpty() ? List.<BoardFile>of() : files) {
      twice.addAll(snapshot.read(file).buried());
      for (FileState.Entry entry : snapshot.read(file).tasks()) {
        Instance task = new Instance(file, entry);
        if (tasks.put(task.text().id(), task) != null) {
          twice.add(task.text().id());
        }
      }
    }
    Set<String> untrue = new HashSet<>();
    for (Entry entry : entries) {
      if (!twice.contains(entry.id) && !isTrue(entry, Optional.ofNullable(tasks.get(entry.id)))) {
        untrue.add(entry.id);
      }
    }
    return untrue;
  }

  /** Whether an entry is true; one of a finished task may outlive that task. */
  private static boolean isTrue(Entry entry, Optional<Instance> task) {
    if (task.isEmpty()) {
      return entry.status.isPresent() && !entry.status.get().isActive();
    }
    Optional<Status> status = task.get().entry().task().status();
    boolean known = entry.status.isPresent() && status.isPresent();
    return entry.role.filter(role -> role != task.get().file().role()).isEmpty()
        && (!known || entry.status.equals(status));
  }
}
