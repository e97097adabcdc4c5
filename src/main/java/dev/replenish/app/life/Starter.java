package dev.replenish.app.life;

import dev.replenish.audit.AuditRecord;
import dev.replenish.audit.Event;
import dev.replenish.board.CalendarDate;
import dev.replenish.git.Repo;
import dev.replenish.git.history.CommitInfo;
import dev.replenish.git.history.History;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.text.OneLine;
import java.util.List;
import java.util.Optional;

/**
 * Who started a task and when, according to the history.
 *
 * @param name the author of the commit
 * @param email the author's mail address
 * @param day the day as displayed, such as {@code 3 Dec 2026}
 */
record Starter(String name, String email, String day) {
  /** Older starts are not searched for. */
  private static final int MOST_COMMITS = 2_000;

  /**
   * The author of the last commit that started {@code id}; empty if the status was written by hand.
   *
   * @param dir the board
   * @param todo the path of its {@code TODO.md}
   */
  static Optional<Starter> of(Repo repo, CommitTree tip, String dir, String todo, String id) {
    String board = OneLine.line(dir);
    try (History history = repo.history(tip, List.of(todo))) {
      Optional<History.Step> step = history.next();
      for (int seen = 0; step.isPresent() && seen < MOST_COMMITS; seen++) {
        CommitInfo commit = step.get().revision();
        if (starts(commit, board, id)) {
          String day = CalendarDate.words(commit.date().toLocalDate());
          return Optional.of(new Starter(OneLine.clean(commit.name()), commit.email(), day));
        }
        step = history.next();
      }
    }
    return Optional.empty();
  }

  private static boolean starts(CommitInfo commit, String board, String id) {
    return AuditRecord.of(commit.message())
        .filter(trail -> trail.board().equals(board) && trail.records(id, Event.STARTED))
        .isPresent();
  }
}
