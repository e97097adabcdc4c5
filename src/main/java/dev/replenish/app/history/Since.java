package dev.replenish.app.history;

import dev.replenish.app.board.Session;
import dev.replenish.audit.AuditRecord;
import dev.replenish.audit.Event;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.git.Repo;
import dev.replenish.git.history.CommitInfo;
import dev.replenish.git.history.History;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.text.OneLine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds in the history since when tasks are in progress or blocked. */
public final class Since {
  /** Older starts are shown without a day, so that {@code status} stays fast. */
  private static final int MOST_COMMITS = 2_000;

  private static final Set<Event> CHANGES =
      Set.of(Event.STARTED, Event.BLOCKED, Event.FINISHED, Event.REJECTED);

  private final String board;
  private final Map<String, Event> wanted = new HashMap<>();
  private final Map<String, LocalDate> days = new HashMap<>();

  private Since(String board) {
    this.board = OneLine.line(board);
  }

  /** For each task that is in progress or blocked, the day when it was last started or blocked. */
  public static Map<String, LocalDate> of(Session workspace, Board board) {
    Since since = new Since(board.dir());
    Document todo = board.todo().orElse(null);
    for (Task task : todo == null ? List.<Task>of() : todo.activeTasks()) {
      Optional<Event> event = task.details().status().flatMap(Since::event);
      event.ifPresent(cause -> task.id().ifPresent(id -> since.wanted.put(id.value(), cause)));
    }
    if (todo != null && !since.wanted.isEmpty()) {
      since.read(workspace.repo(), workspace.context().ref(), todo.path());
    }
    return since.days;
  }

  /** The event that sets this status; empty if the day is not shown for it. */
  private static Optional<Event> event(Status status) {
    return switch (status) {
      case IN_PROGRESS -> Optional.of(Event.STARTED);
      case BLOCKED -> Optional.of(Event.BLOCKED);
      default -> Optional.empty();
    };
  }

  private void read(Repo repo, Optional<String> ref, String path) {
    Optional<CommitTree> tip = repo.newest(ref);
    if (tip.isEmpty()) {
      return;
    }
    try (History history = repo.history(tip.get(), List.of(path))) {
      history.atMost(MOST_COMMITS);
      Optional<History.Step> step = history.next();
      while (step.isPresent()) {
        take(step.get().revision());
        step = wanted.isEmpty() ? Optional.empty() : history.next();
      }
    } catch (ProblemException e) {
      wanted.clear(); // the board is shown without the days
    }
  }

  private void take(CommitInfo revision) {
    Optional<AuditRecord> trail =
        AuditRecord.of(revision.message()).filter(record -> record.board().equals(board));
    for (AuditRecord.Entry entry : trail.map(AuditRecord::tasks).orElse(List.of())) {
      String id = entry.id().value();
      if (CHANGES.contains(entry.event()) && wanted.containsKey(id)) {
        if (entry.event() == wanted.remove(id)) {
          days.put(id, revision.date().toLocalDate());
        }
      }
    }
  }
}
