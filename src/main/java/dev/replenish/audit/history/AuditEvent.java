package dev.replenish.audit.history;

import dev.replenish.audit.Commit;
import dev.replenish.board.Status;
import java.util.Optional;

/**
 * What a commit did to one task or to several. Ids, titles, paths and notes are untrusted text.
 *
 * @param commit the commit
 * @param kind the kind of event
 * @param board the folder of the board
 * @param task the task; {@link TaskPlace#NONE} if it is about several
 * @param count the number of tasks that it is about
 * @param to where the task went: an id, a path, a commit; empty for nowhere
 * @param note a detail in a few words; "" for none
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
   * A task in the file that held it before, or has held it since.
   *
   * @param path the file; "" for none
   * @param line its line there, from 1; 0 for none
   * @param status its status then
   */
  public record TaskPlace(String id, String title, String path, int line, Optional<Status> status) {
    static final TaskPlace NONE = new TaskPlace("", "", "", 0, Optional.empty());
  }

  /** An event of one task in its place. */
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

  /** An event of {@code count} tasks of a board. */
  static AuditEvent of(Commit commit, AuditEventKind kind, String board, int count, String note) {
    return new AuditEvent(commit, kind, board, TaskPlace.NONE, count, Optional.empty(), note);
  }

  /** The same with the destination of the task. */
  AuditEvent to(String where) {
    return new AuditEvent(commit, kind, board, task, count, Optional.of(where), note);
  }

  /** The same with a detail. */
  AuditEvent withNote(String words) {
    return new AuditEvent(commit, kind, board, task, count, to, words);
  }
}
