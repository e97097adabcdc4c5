package dev.replenish.board;

/** What is wrong with the way a task is written, seen by its reader; each bars the task. */
public enum TaskDefect {
  /** A marker is missing, glued or stray, in the task or in its group. */
  DAMAGED,
  /** The header of another task is in the block. */
  SECOND_HEADER,
  /** The block has no header, or its header no id. */
  ID_MISSING,
  /** The id holds characters that may not travel. */
  ID_UNSAFE,
  OUTSIDE_GROUP,
  /** The text does not settle whether it is open. */
  UNDECIDED,
  /** Nobody can tell whether it is a task at all. */
  READING_UNCLEAR,
  /** It is among what is set aside. */
  PARKED
}
