package dev.replenish.outline.words;

/** What a heading says of everything under it. */
public enum Topic {
  /** It is to be done. */
  OPEN,
  /** It is finished. */
  DONE,
  /** It is in progress. */
  ACTIVE,
  /** It waits for something. */
  BLOCKED,
  /** It is put off, for later or for ever. */
  PARKED,
  /** It informs: how to, notes, acceptance criteria. */
  INFORMATION
}
