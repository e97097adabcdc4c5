package dev.replenish.board;

import java.util.Locale;

/** How severe a finding is. */
public enum Severity {
  /** Something is broken: tasks that it affects are not moved, and {@code check} fails. */
  ERROR,
  /** Something is not as it should be, but it prevents nothing by itself. */
  WARNING;

  /** The word, such as {@code error}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
