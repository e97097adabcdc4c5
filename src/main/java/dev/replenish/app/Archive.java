package dev.replenish.app;

import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.FileRole;
import dev.replenish.board.Finding;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Task;
import dev.replenish.plan.Draft;
import dev.replenish.plan.life.ArchiveStep;
import dev.replenish.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Archives tasks as part of other commands (docs/reference/life-cycle.md, "The archive"). */
public final class Archive {
  private Archive() {}

  /** Whether commands archive finished tasks without being asked to. */
  public static boolean isAutomatic(BoardSnapshot base) {
    return base.settings().archiving().applies(base.board().archive().isPresent());
  }

  /**
   * Archives every finished task of {@code TODO.md}; returns the tasks in the order of completion.
   */
  public static List<Task> archiveAll(BoardSnapshot base, Draft draft) {
    return archive(base, draft, ArchiveStep.finished(draft.board()));
  }

  /**
   * Archives every finished task that can be archived. The reasons against the other tasks don't
   * stop the command; they are added to {@code notices}.
   */
  public static List<Task> archivePossible(BoardSnapshot base, Draft draft, List<String> notices) {
    List<Task> finished = ArchiveStep.finished(draft.board());
    Optional<Finding> damage = draft.board().archive().flatMap(Document::damage);
    if (damage.isPresent() && !finished.isEmpty()) {
      Finding finding = damage.get();
      notices.add(
          finding.where() + ": " + finding.message() + ". Finished tasks stay where they are.");
      return List.of();
    }
    List<Task> archivable = new ArrayList<>();
    for (Task task : finished) {
      Optional<String> archivedAt = archivedAt(draft.board(), task);
      archivedAt.ifPresent(
          where -> notices.add(task.name() + " is in the archive already (" + where + ")."));
      if (archivedAt.isEmpty()) {
        archivable.add(task);
      }
    }
    return archive(base, draft, archivable);
  }

  /**
   * Archives {@code finished} tasks of {@code TODO.md}; returns them in the order of completion.
   */
  public static List<Task> archive(BoardSnapshot base, Draft draft, List<Task> finished) {
    return archive(base, draft, FileRole.TODO, finished);
  }

  /**
   * Archives {@code finished} tasks of the file {@code from}; returns them in the order of
   * completion.
   */
  public static List<Task> archive(
      BoardSnapshot base, Draft draft, FileRole from, List<Task> finished) {
    if (finished.isEmpty()) {
      return List.of();
    }
    draft.board().archive().ifPresent(DamageGuard::require);
    finished.forEach(task -> requireNew(draft.board(), from, task));
    ArchiveStep archival = ArchiveStep.of(draft.board(), from, finished, base.settings().files());
    BoardSnapshot.take(draft, archival);
    base.updateIndex(draft, Task.ids(archival.tasks()));
    return archival.tasks();
  }

  private static void requireNew(Board board, FileRole from, Task task) {
    Optional<String> archivedAt = archivedAt(board, task);
    if (archivedAt.isPresent()) {
      throw new ProblemException(
          ErrorCode.INVALID_DOCUMENT,
          new Location(from.in(board).orElseThrow().path(), task.line(), 1),
          task.name() + " is in the archive already (" + archivedAt.get() + ")",
          "Give one of the two a new id, or remove the copy, and commit.");
    }
  }

  /** Where the archive holds a task with the same id, such as {@code ARCHIVE.md:12}. */
  private static Optional<String> archivedAt(Board board, Task task) {
    return board.archive().stream()
        .flatMap(archive -> archive.tasks().stream())
        .filter(archived -> task.isNamed() && archived.id().equals(task.id()))
        .findFirst()
        .map(archived -> board.archive().get().path() + ":" + archived.line());
  }
}
