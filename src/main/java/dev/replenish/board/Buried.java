package dev.replenish.board;

import dev.replenish.text.Location;

/**
 * A task whose header is inside the block of another task, as after a merge that took the lines of
 * both sides.
 *
 * @param id the id in the header
 * @param where the place of the header
 * @param within the name, for messages, of the task whose block contains the header
 */
public record Buried(TaskId id, Location where, String within) {

  /** The id if it may be shown, else "another task". */
  public String name() {
    return id.isSafe() ? id.value() : "another task";
  }

  /** States where the header is, as a sentence without a final full stop. */
  public String message() {
    return "the header of " + name() + " is in the block of " + within;
  }
}
