package dev.replenish.app;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.Task;
import dev.replenish.plan.Archival;
import dev.replenish.plan.Draft;
import dev.replenish.text.Location;
import java.util.List;
import java.util.Optional;

/** The archiving that several commands do on their way (TASKS.md, "The archive"). */
final class Archive {
  private Archive() {}

  /** Whether finished tasks go to the archive without being asked to. */
  static boolean isByTheWay(Base base) {
    return base.settings().archiving().applies(base.board().archive().isPresent());
  }

  /** Archives every finished task of {@code TODO.md}; returns them in the order of completion. */
  static List<Task> all(Base base, Draft draft) {
    return these(base, draft, Archival.finished(draft.board()));
  }

  /** Archives {@code finished} tasks of {@code TODO.md}, and returns them in the same way. */
  static List<Task> these(Base base, Draft draft, List<Task> finished) {
    if (finished.isEmpty()) {
      return List.of();
    }
    draft.board().archive().ifPresent(Whole::require);
    finished.forEach(task -> requireNew(draft.board(), task));
    Archival archival = new Archival(draft.board(), finished, base.settings().files());
    Base.take(draft, archival);
    base.index(draft, archival.tasks().stream().flatMap(task -> task.id().stream()).toList());
    return archival.tasks();
  }

  private static void requireNew(Board board, Task task) {
    Document todo = board.todo().orElseThrow();
    Optional<Task> twin =
        board.archive().stream()
            .flatMap(archive -> archive.tasks().stream())
            .filter(archived -> archived.id().equals(task.id()))
            .findFirst();
    if (twin.isPresent()) {
      String path = board.archive().orElseThrow().path();
      throw Problem.at(
              ErrorCode.INVALID_DOCUMENT,
              new Location(todo.path(), task.line(), 1),
              task.name() + " is in the archive already (" + path + ":" + twin.get().line() + ")",
              "Give one of the two an id of its own, or remove the copy, and commit.")
          .refusal();
    }
  }
}
