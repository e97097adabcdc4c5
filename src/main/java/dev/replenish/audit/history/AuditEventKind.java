package dev.replenish.audit.history;

import java.util.Locale;

/** What a commit can have done to tasks (docs/reference/audit.md, "Events"). */
public enum AuditEventKind {
  /** An open task is no longer in any file, for no stated reason. */
  LOST(true, true),
  /** Two tasks are in one block. */
  FUSED(true, true),
  /** A task occurs twice on its board. */
  DUPLICATED(true, true),
  /** Boards were removed as a whole, with all their open tasks. */
  BOARDS_REMOVED(true, true),
  /** A lost task is there again. */
  RESTORED(true, false),
  /** An id was given to another task. */
  ID_REUSED(true, false),
  /** A batch came from several groups, or has several types. */
  BATCH_MIXED(true, false),
  /** A batch did not keep the order of the backlog. */
  BATCH_OUT_OF_ORDER(true, false),
  /** A batch had more tasks than TODO.md may hold. */
  BATCH_TOO_BIG(true, false),
  /** TODO.md holds open tasks of several types. */
  TODO_MIXED(true, false),
  /** A task was moved and lost lines on the way. */
  REWRITTEN(true, false),
  /** A task in the archive lost lines. */
  ARCHIVE_REWRITTEN(true, false),
  /** An open item of a backlog without markers is probably in no file any more. */
  VANISHED(true, false),
  /** A task was removed, and the message names it. */
  REMOVED_AND_SAID(false, false),
  /** A task went to a file that belongs to no board. */
  MOVED_OUT(false, false),
  /** A finished task was removed without being archived. */
  FINISHED_REMOVED(false, false),
  /** Tasks were removed from the archive. */
  ARCHIVE_TRIMMED(false, false),
  /** A task got another id. */
  RENUMBERED(false, false),
  /** Tasks of a group were put into another order. */
  REORDERED(false, false),
  /** Entries of the index disagree with the files. */
  INDEX_UNTRUE(false, false);

  private final boolean usual;
  private final boolean grave;

  AuditEventKind(boolean usual, boolean grave) {
    this.usual = usual;
    this.grave = grave;
  }

  /** The word in the output and in JSON, such as {@code id-reused}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is reported by default. */
  public boolean isUsual() {
    return usual;
  }

  /** Whether {@code --strict} fails because of it, even if it was fixed since. */
  public boolean isGrave() {
    return grave;
  }
}
