package dev.replenish.board;

import dev.replenish.text.Location;

/**
 * A task whose header is in the block of another one, as a merge leaves it that has taken both
 * sides' lines.
 *
 * @param id the id that the header names
 * @param where the header
 * @param within what people call the task in whose block it is
 */
public record Buried(TaskId id, Location where, String within) {

  /** What it is called where its id may be shown, or nothing in particular. */
  public String name() {
    return id.isSafe() ? id.value() : "another task";
  }

  /** Where it is, as a sentence without a final full stop. */
  public String message() {
    return "the header of " + name() + " is in the block of " + within;
  }
}
