package dev.replenish.dialect;

/** The role of a file on its board; the syntax is the same for all roles. */
public enum Role {
  /** The long list from which tasks are moved. */
  BACKLOG,
  /** The short list to which tasks are moved. */
  TODO,
  /** The list of finished tasks. */
  ARCHIVE
}
