package dev.replenish.board;

import java.util.Locale;

/** How much a finding weighs. */
public enum Severity {
  /** Something is broken; it bars what it touches and makes {@code check} fail. */
  ERROR,
  /** Something is not as it should be; nothing is barred by it alone. */
  WARNING;

  /** The word, such as {@code error}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
