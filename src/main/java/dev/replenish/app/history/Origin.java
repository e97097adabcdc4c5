package dev.replenish.app.history;

import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.audit.AuditRecord;
import dev.replenish.audit.Event;
import dev.replenish.board.Document;
import dev.replenish.git.Repo;
import dev.replenish.git.history.CommitInfo;
import dev.replenish.git.history.History;
import dev.replenish.text.OneLine;
import java.util.List;
import java.util.Optional;

/** Where a task was before it was moved to {@code TODO.md}. */
public final class Origin {
  private Origin() {}

  /**
   * The backlog from which the task called {@code id} was last moved; empty where none is known.
   */
  public static Optional<Document> backlog(Repo repo, BoardSnapshot base, String id) {
    String dir = base.board().dir();
    List<String> paths = base.reader().paths(dir);
    try (History history = repo.history(base.tip(), paths, History.Order.BY_TIME, seen -> {})) {
      for (Optional<History.Step> step = history.next(); step.isPresent(); step = history.next()) {
        CommitInfo commit = step.get().revision();
        if (promotes(commit, OneLine.line(dir), id) && !commit.parents().isEmpty()) {
          Document old = base.reader().read(repo.tree(commit.parents().get(0)), dir).backlog();
          return Optional.of(old).filter(backlog -> holds(backlog, id));
        }
      }
      return Optional.empty();
    }
  }

  private static boolean promotes(CommitInfo commit, String dir, String id) {
    return AuditRecord.of(commit.message())
        .filter(trail -> trail.board().equals(dir) && trail.records(id, Event.PROMOTED))
        .isPresent();
  }

  private static boolean holds(Document backlog, String id) {
    return backlog.groups().stream()
        .flatMap(group -> group.tasks().stream())
        .anyMatch(task -> task.id().filter(any -> any.value().equals(id)).isPresent());
  }
}
