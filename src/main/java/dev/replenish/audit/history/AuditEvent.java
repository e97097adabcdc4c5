package dev.replenish.audit.history;

import dev.replenish.audit.Commit;
import dev.replenish.board.Status;
import java.util.Optional;

/**
 * What a commit did to a task or to several. Ids, titles, paths and notes are untrusted text.
 *
 * @param commit the commit
 * @param kind what it did
 * @param board the folder of the board
 * @param task the task; {@link TaskPlace#NONE} where it is about several
 * @param count how many tasks it is about
 * @param to where it went: an id, a path, a commit; empty for nowhere
 * @param note what else is worth knowing, in a few words; "" for nothing
 */
public record AuditEvent(
    Commit commit,
    AuditEventKind kind,
    String board,
    TaskPlace task,
    int count,
    Optional<String> to,
    String note) {

  /**
   * A task in the file in which it was before, or is since.
   *
   * @param path the file; "" for none
   * @param line its line there, from 1; 0 for none
   * @param status its status then
   */
  public record TaskPlace(String id, String title, String path, int line, Optional<Status> status) {
    static final TaskPlace NONE = new TaskPlace("", "", "", 0, Optional.empty());
  }

  /** About one task in its place. */
  static AuditEvent of(Commit commit, AuditEventKind kind, Instance task) {
    FileState.Entry entry = task.entry();
    TaskPlace place =
        new TaskPlace(
            task.text().id(),
            task.text().title(),
            task.file().path(),
            entry.line(),
            entry.task().status());
    return new AuditEvent(commit, kind, task.file().dir(), place, 1, Optional.empty(), "");
  }

  /** About {@code count} tasks of a board. */
  static AuditEvent of(Commit commit, AuditEventKind kind, String board, int count, String note) {
    return new AuditEvent(commit, kind, board, TaskPlace.NONE, count, Optional.empty(), note);
  }

  /** The same with where the task went. */
  AuditEvent to(String where) {
    return new AuditEvent(commit, kind, board, task, count, Optional.of(where), note);
  }

  /** The same with what else is worth knowing. */
  AuditEvent noting(String words) {
    return new AuditEvent(commit, kind, board, task, count, to, words);
  }
}
