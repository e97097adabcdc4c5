package dev.replenish.board;

import static dev.replenish.board.Severity.ERROR;
import static dev.replenish.board.Severity.WARNING;

import java.util.Locale;

/** The catalogue of findings; docs/reference/findings.md documents them one by one. */
public enum FindingCode {
  /** A group is not closed before the next one begins or the file ends. */
  GROUP_END_MISSING(ERROR, "close the group with '## group_end'"),
  /** A group's marker lacks a type or a priority, or has one that can't be used. */
  GROUP_TAGS_INVALID(ERROR, "write '## group_begin [type:X][priority:Y]'"),
  /** A task is not closed before the next marker or the end of the file. */
  TASK_END_MISSING(ERROR, "close the task with '## task_end' on its own line"),
  /** Other text is on a marker's line. */
  GLUED_MARKER(ERROR, "put the marker on its own line"),
  /** A marker closes what was never opened, or opens a group inside a task. */
  STRAY_MARKER(ERROR, "remove the marker or add its partner"),
  /** A task's block has no header. */
  HEADER_MISSING(ERROR, "begin the block with '### # [id:..][type:..][priority:..] Title'"),
  /** A task's header has no id. */
  ID_MISSING(ERROR, "add an [id:TASK-YYYYMMDD-NNN] tag"),
  /** A task's header is outside of any block, so the task is not read. */
  STRAY_HEADER(ERROR, "put '## task_begin' above it and '## task_end' below the task"),
  /** A task's block holds the header of another task: a merge has fused the two. */
  SECOND_HEADER(
      ERROR,
      "a merge may have fused two tasks: end the first with '## task_end', begin the second with"
          + " '## task_begin', and look in the parents of the merge for lines that one of them lacks"),
  /** An id holds characters that must not reach a terminal, a comment or a trailer. */
  ID_UNSAFE(ERROR, "use visible characters only, such as TASK-20260204-132"),
  /** One id names several tasks. */
  DUPLICATE_ID(ERROR, "give each task its own id"),
  /** A task of the backlog is in no group. */
  OUTSIDE_GROUP(ERROR, "move the task between a '## group_begin' and its '## group_end'"),
  /** A task's type tag differs from its group's. */
  TYPE_MISMATCH(ERROR, "move the task to a group of its type, or correct the tag"),
  /** Tasks depend on each other in a cycle. */
  DEPENDENCY_CYCLE(ERROR, "remove one of the dependencies"),
  /** A comment or fence is never closed and hides the rest of the file. */
  UNCLOSED_BLOCK(ERROR, "close the comment or the fence"),
  /** TODO.md holds active tasks of several types. */
  MIXED_TYPES(ERROR, "move the tasks of all but one type back to BACKLOG.md"),
  /** A merge has dropped a task that both of its parents hold. */
  TASK_DROPPED(ERROR, "restore it with 'replenish repair'"),
  /** Two lines of a merged TODO.md state the type of the batch. */
  BATCH_TYPE_TWICE(ERROR, "keep the correct line, or repair it with 'replenish repair'"),
  /** Two audit comments record the same move. */
  COMMENT_TWICE(ERROR, "keep the earlier one, or repair it with 'replenish repair'"),
  /** A merge has left an index entry that neither side has and that is wrong. */
  INDEX_UNTRUE(ERROR, "correct the index, or repair it with 'replenish repair'"),
  /** A merge has left a conflict in a file. */
  CONFLICT_LEFT(ERROR, "resolve the conflict by hand, and stage the file"),
  /** The limits of the entries in the index are ambiguous. */
  INDEX_DAMAGED(ERROR, "begin and end each entry with its marker, an [id:..] between them"),
  /** A tag looks misspelled. */
  TAG_TYPO(WARNING, "correct the tag"),
  /** A task's header has no type. */
  TYPE_MISSING(WARNING, "add the group's type"),
  /** A task's header has no priority. */
  PRIORITY_MISSING(WARNING, "add the group's priority"),
  /** A task's priority tag differs from its group's; the group's counts. */
  PRIORITY_MISMATCH(WARNING, "the group's priority counts; correct the tag"),
  /** A task has no status. */
  STATUS_MISSING(WARNING, "add '**Status:** todo'"),
  /** A status is none of the five known ones. */
  STATUS_UNKNOWN(WARNING, "use todo, in-progress, blocked, done or rejected, or set statusWords"),
  /** A task has no plan. */
  PLAN_MISSING(WARNING, "add '**Plan:**' with at least 3 numbered steps"),
  /** A task's plan has fewer than 3 steps. */
  PLAN_TOO_SHORT(WARNING, "write at least 3 numbered steps"),
  /** A task has no estimate. */
  EFFORT_MISSING(WARNING, "add '**Estimated Effort:**' such as '2 days' or 'M'"),
  /** A task names no documentation. */
  DOCUMENTATION_MISSING(
      WARNING, "add '**Relevant Documentation:**' with at least one path or link"),
  /** A field for a day holds something else. */
  DATE_INVALID(WARNING, "write a date such as 2026-12-01"),
  /** A task is not finished although its due date has passed. */
  OVERDUE(WARNING, "finish it, or change the date"),
  /** No file of the board holds a task that another one depends on. */
  DEPENDENCY_UNKNOWN(WARNING, "correct the id, or remove it if the task no longer exists"),
  /** Several separators follow each other with nothing between them. */
  SEPARATOR_PILE_UP(WARNING, "keep one '---'"),
  /** The index has no entry for a task. */
  INDEX_ENTRY_MISSING(WARNING, "add an entry to the index"),
  /** The index has an entry for a task that no file holds. */
  INDEX_ENTRY_UNKNOWN(WARNING, "remove the entry, or say in it that the task is done or rejected"),
  /** The index has two entries for one task. */
  INDEX_DUPLICATE(WARNING, "keep one of the entries"),
  /** The index and a task's file disagree about the task. */
  INDEX_MISMATCH(WARNING, "the task's own file is right; correct the index"),
  /** The summary of a board does not match its tasks. */
  SUMMARY_OUTDATED(WARNING, "rewrite it with 'replenish check --fix'"),
  /** A summary has no end, is inside a task, or contains more than plain text. */
  SUMMARY_UNUSABLE(
      WARNING, "put it outside of tasks, and '<!-- /replenish:summary -->' right below it"),
  /** TODO.md holds more active tasks than the batch size. */
  TODO_OVERFULL(WARNING, "finish some tasks before the next top-up"),
  /** A task's text leaves unclear whether it is open. */
  STATE_UNDECIDED(WARNING, "make clear whether it is open or finished"),
  /** It is unclear whether a line is a task at all. */
  READING_UNCLEAR(WARNING, "give it a box or an id, or end it with " + ReadingComment.EITHER),
  /**
   * No line was read as a task although some look like one, or boxes are in quotes or paragraphs.
   */
  TASKS_OVERLOOKED(WARNING, "give each a bullet, outside of quotes and code"),
  /** The file itself states that nothing may be committed. */
  COMMIT_FORBIDDEN(WARNING, "set houseRules to 'override' to commit anyway"),
  /** The file itself asks for one task at a time. */
  ONE_AT_A_TIME(WARNING, "set batchSize to the intended number of tasks");

  private final Severity severity;
  private final String hint;

  FindingCode(Severity severity, String hint) {
    this.severity = severity;
    this.hint = hint;
  }

  /** Whether it reports a required field that is missing or incomplete. */
  public boolean isOfField() {
    return this == PLAN_MISSING
        || this == PLAN_TOO_SHORT
        || this == EFFORT_MISSING
        || this == DOCUMENTATION_MISSING;
  }

  /** The code's word, such as {@code group-end-missing}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the limits of blocks are ambiguous; a TODO.md with such a finding prevents the run. */
  public boolean isDamage() {
    return switch (this) {
      case GROUP_END_MISSING,
          TASK_END_MISSING,
          GLUED_MARKER,
          STRAY_MARKER,
          STRAY_HEADER,
          SECOND_HEADER,
          UNCLOSED_BLOCK ->
          true;
      default -> false;
    };
  }

  /** Whether only {@code verify} reports it, never {@code check}. */
  public boolean isOfMerge() {
    return this == TASK_DROPPED
        || this == BATCH_TYPE_TWICE
        || this == COMMENT_TWICE
        || this == INDEX_UNTRUE
        || this == CONFLICT_LEFT;
  }

  /** How severe it is. */
  public Severity severity() {
    return severity;
  }

  /** What to do about it. */
  public String hint() {
    return hint;
  }
}
