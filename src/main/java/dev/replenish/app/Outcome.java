package dev.replenish.app;

import java.util.Locale;

/** The outcome of a command, as stated in its JSON (docs/reference/json.md). */
public enum Outcome {
  /** It answered a question. */
  OK,
  /** There was nothing to do. */
  NOOP,
  /** It would change something: a plan or a dry run. */
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
  /** The merge driver was removed. */
  REMOVED,
  /** A file was merged, for Git. */
  MERGED,
  /** The command failed. */
  FAILED;

  /** The word, such as {@code noop}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
