package dev.replenish.app;

import java.util.Locale;

/** What a command came to, as its JSON says it (docs/reference/json.md). */
public enum Outcome {
  /** It answered, and was not asked to change anything. */
  OK,
  /** There was nothing to do. */
  NOOP,
  /** It would change something: a plan or a rehearsal. */
  PLANNED,
  /** Tasks were moved to {@code TODO.md}. */
  MOVED,
  /** Tasks were changed. */
  CHANGED,
  /** Findings were repaired. */
  FIXED,
  /** Files were written. */
  WRITTEN,
  /** The merge driver was set up. */
  INSTALLED,
  /** The merge driver was taken out. */
  REMOVED,
  /** A file was merged, for Git. */
  MERGED,
  /** It could not be done. */
  FAILED;

  /** The word, such as {@code noop}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
