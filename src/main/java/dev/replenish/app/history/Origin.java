package dev.replenish.app.history;

import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.audit.AuditRecord;
import dev.replenish.audit.Event;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.git.Repo;
import dev.replenish.git.history.CommitInfo;
import dev.replenish.git.history.History;
import dev.replenish.text.OneLine;
import java.util.List;
import java.util.Optional;

/** Finds where a task was before it was moved to {@code TODO.md}. */
public final class Origin {
  private Origin() {}

  /**
   * The version of the backlog from which the task called {@code id} was last moved; empty if
   * unknown.
   */
  public static Optional<Document> backlog(Repo repo, BoardSnapshot base, String id) {
    String dir = base.board().dir();
    List<String> paths = base.reader().paths(dir);
    try (History history = repo.history(base.tip(), paths)) {
      return history
          .first(step -> Optional.of(step.revision()).filter(commit -> promotes(commit, dir, id)))
          .map(commit -> base.reader().read(repo.tree(commit.parents().get(0)), dir).backlog())
          .filter(backlog -> backlog.groups().stream().anyMatch(group -> holds(group, id)));
    }
  }

  private static boolean promotes(CommitInfo commit, String dir, String id) {
    return !commit.parents().isEmpty()
        && AuditRecord.of(commit.message())
            .filter(trail -> trail.board().equals(OneLine.line(dir)))
            .filter(trail -> trail.records(id, Event.PROMOTED))
            .isPresent();
  }

  private static boolean holds(Group group, String id) {
    return group.tasks().stream()
        .anyMatch(task -> task.id().filter(taskId -> taskId.value().equals(id)).isPresent());
  }
}
