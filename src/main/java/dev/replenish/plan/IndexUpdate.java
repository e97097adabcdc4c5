package dev.replenish.plan;

import dev.replenish.board.Index;
import dev.replenish.board.IndexEntry;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps {@code TASK_INDEX.md} true: each moved task's own entry tells where it is now. */
final class IndexUpdate {
  private final Index index;
  private final FileNames files;

  IndexUpdate(Index index, FileNames files) {
    this.index = index;
    this.files = files;
  }

  /**
   * The edits that {@code tasks}, moved to {@code TODO.md}, ask for; empty where there are none.
   */
  Optional<Edits> moved(List<Task> tasks) {
    Set<TaskId> ids =
        tasks.stream().flatMap(task -> task.id().stream()).collect(Collectors.toSet());
    List<Replacement> edits = new ArrayList<>();
    for (IndexEntry entry : index.entries()) {
      if (ids.contains(entry.id())) {
        entry.location().flatMap(this::location).ifPresent(edits::add);
        entry.status().flatMap(span -> value(span, Status.TODO.word())).ifPresent(edits::add);
      }
    }
    return edits.isEmpty() ? Optional.empty() : Optional.of(Edits.of(index.source(), edits));
  }

  /** A path or a link that names the backlog goes on around the new name. */
  private Optional<Replacement> location(Span span) {
    String old = index.source().text(span);
    String now =
        old.contains(files.backlog()) ? old.replace(files.backlog(), files.todo()) : files.todo();
    return value(span, now);
  }

  private Optional<Replacement> value(Span span, String now) {
    String old = index.source().text(span);
    if (old.equals(now)) {
      return Optional.empty();
    }
    return Optional.of(Values.replace(index.source(), span, now));
  }
}
