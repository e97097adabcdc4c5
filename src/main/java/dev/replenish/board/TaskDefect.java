package dev.replenish.board;

/** Defects in the way a task is written, found by its reader; any of them prevents moving it. */
public enum TaskDefect {
  /** A marker is missing, glued or stray, in the task or in its group. */
  DAMAGED,
  /** The block contains the header of another task. */
  SECOND_HEADER,
  /** The block has no header, or its header no id. */
  ID_MISSING,
  /** The id holds characters that are not safe in commit messages and terminals. */
  ID_UNSAFE,
  OUTSIDE_GROUP,
  /** The text leaves unclear whether the task is open. */
  UNDECIDED,
  /** It is unclear whether it is a task at all. */
  READING_UNCLEAR,
  /** It is in a section of tasks that are set aside. */
  PARKED
}
