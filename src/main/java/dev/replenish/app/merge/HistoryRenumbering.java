package dev.replenish.app.merge;

import dev.replenish.app.UsedIds;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.history.BoardPaths;
import dev.replenish.app.history.Versions;
import dev.replenish.audit.TaskText;
import dev.replenish.audit.history.BoardFile;
import dev.replenish.board.TaskId;
import dev.replenish.git.Repo;
import dev.replenish.git.history.History;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.merge.Parents.Held;
import dev.replenish.merge.Renumbering;
import java.time.Instant;
import java.util.List;

/**
 * Finds out by the author dates of commits which of several tasks with the same id was written
 * first.
 */
final class HistoryRenumbering implements Renumbering {
  private final Repo repo;
  private final List<CommitTree> tips;
  private final BoardSnapshot base;
  private final UsedIds ids;

  /** Uses the history of {@code tips} for the board {@code base}. */
  HistoryRenumbering(Repo repo, List<CommitTree> tips, BoardSnapshot base) {
    this.repo = repo;
    this.tips = tips;
    this.base = base;
    this.ids = new UsedIds(repo);
  }

  @Override
  public TaskId free(int number) {
    return ids.next(base, number + 1).get(number);
  }

  @Override
  public Held first(List<Held> tasks) {
    Held first = tasks.get(0);
    Instant earliest = addedAt(first);
    for (Held each : tasks.subList(1, tasks.size())) {
      Instant date = addedAt(each);
      if (date.isBefore(earliest)) {
        first = each;
        earliest = date;
      }
    }
    return first;
  }

  /**
   * The earliest author date of the commits that added the task; {@link Instant#MAX} if there is
   * none.
   */
  private Instant addedAt(Held task) {
    Instant first = Instant.MAX;
    List<BoardFile> files = BoardPaths.of(base.settings().files(), base.board().dir());
    List<String> paths = files.stream().map(BoardFile::path).toList();
    for (CommitTree tip : tips) {
      try (History history = repo.history(tip, paths)) {
        Versions versions = new Versions(base.settings().statusAliases(), history::bytes);
        for (var step = history.next(); step.isPresent(); step = history.next()) {
          Instant date = step.get().revision().date().toInstant();
          if (date.isBefore(first) && isNew(step.get(), versions, files, task.identity())) {
            first = date;
          }
        }
      }
    }
    return first;
  }

  private static boolean isNew(
      History.Step step, Versions versions, List<BoardFile> files, TaskText task) {
    return holds(versions, files, step.blobs(), task)
        && step.before().stream().noneMatch(blobs -> holds(versions, files, blobs, task));
  }

  private static boolean holds(
      Versions versions, List<BoardFile> files, List<String> blobs, TaskText task) {
    for (int i = 0; i < files.size(); i++) {
      boolean held =
          !blobs.get(i).isEmpty()
              && versions.read(files.get(i), blobs.get(i)).tasks().stream()
                  .map(entry -> entry.task().text())
                  .anyMatch(other -> other.id().equals(task.id()) && other.continues(task));
      if (held) {
        return true;
      }
    }
    return false;
  }
}
