package dev.replenish.audit;

import dev.replenish.board.Status;
import java.util.Locale;

/**
 * What can happen to a task (docs/reference/commits-and-trailers.md). Those that a command causes
 * have a trailer in its commit; the others only show in the files.
 */
public enum Event {
  /** It was written into the backlog. */
  ADDED("Added"),
  /** It was put between markers, having been written in another way. */
  CONVERTED("Converted"),
  /** It was moved from the backlog to {@code TODO.md}. */
  PROMOTED("Task"),
  /** It was moved from {@code TODO.md} back to the backlog. */
  RETURNED("Returned"),
  /** Its status became in-progress. */
  STARTED("Started"),
  /** Its status became blocked. */
  BLOCKED("Blocked"),
  /** Its status became done. */
  FINISHED("Done"),
  /** Its status became rejected. */
  REJECTED("Rejected"),
  /** It was moved to the archive. */
  ARCHIVED("Archived"),
  /** Its status became todo again. */
  REOPENED("Reopened"),
  /** It was moved out of the archive, or brought back after it was lost. */
  RESTORED("Restored"),
  /** Its text changed and nothing else. */
  EDITED("Edited"),
  /** It was moved to another place in its group. */
  REORDERED("Reordered"),
  /** It was taken out of every file. */
  REMOVED("Removed");

  private final String trailer;

  Event(String trailer) {
    this.trailer = trailer;
  }

  /** The event of a task whose status becomes {@code status}. */
  public static Event of(Status status) {
    return switch (status) {
      case TODO -> REOPENED;
      case IN_PROGRESS -> STARTED;
      case BLOCKED -> BLOCKED;
      case DONE -> FINISHED;
      case REJECTED -> REJECTED;
    };
  }

  /** The word in JSON, such as {@code promoted}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What follows {@code Replenish-} in the trailer that names the task; "" if none does. */
  public String trailer() {
    return trailer;
  }
}
