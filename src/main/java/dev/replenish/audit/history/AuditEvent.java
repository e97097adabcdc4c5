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
 * @param id the task's id; "" where it is about several
 * @param title the task's title; "" where it is about several
 * @param path the file in which the task was before, or is since; "" for none
 * @param line its line there, from 1; 0 for none
 * @param status its status then; empty where it is about several
 * @param to where it went: an id, a path, a commit; empty for nowhere
 * @param count how many tasks it is about
 * @param note what else is worth knowing, in a few words; "" for nothing
 */
public record AuditEvent(
    Commit commit,
    AuditEventKind kind,
    String board,
    String id,
    String title,
    String path,
    int line,
    Optional<Status> status,
    Optional<String> to,
    int count,
    String note) {

  /** About one task in its place. */
  static AuditEvent of(Commit commit, AuditEventKind kind, Instance task) {
    return new AuditEvent(
        commit,
        kind,
        task.file().dir(),
        task.text().id(),
        task.text().title(),
        task.file().path(),
        task.entry().line(),
        task.entry().task().status(),
        Optional.empty(),
        1,
        "");
  }

  /** About {@code count} tasks of a board. */
  static AuditEvent of(Commit commit, AuditEventKind kind, String board, int count, String note) {
    return new AuditEvent(
        commit, kind, board, "", "", "", 0, Optional.empty(), Optional.empty(), count, note);
  }

  /** The same with where the task went. */
  AuditEvent to(String where) {
    return new AuditEvent(
        commit, kind, board, id, title, path, line, status, Optional.of(where), count, note);
  }

  /** The same with what else is worth knowing. */
  AuditEvent noting(String words) {
    return new AuditEvent(commit, kind, board, id, title, path, line, status, to, count, words);
  }
}
