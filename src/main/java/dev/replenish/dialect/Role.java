package dev.replenish.dialect;

/** What a file is to its board; the same words mean the same in all of them. */
public enum Role {
  /** The long list that tasks are taken from. */
  BACKLOG,
  /** The short list that tasks are moved to. */
  TODO,
  /** Where finished tasks rest. */
  ARCHIVE
}
