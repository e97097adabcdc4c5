package dev.replenish.board;

import java.util.Locale;
import java.util.Optional;

/** How urgent a group is, the most urgent first (docs/reference/format.md, "Priorities"). */
public enum Priority {
  /** Also written P0. */
  CRITICAL("P0", 0),
  /** Also written P1. */
  HIGH("P1", 2),
  /** Also written P2. */
  MEDIUM("P2", 4),
  /** Also written P3. */
  LOW("P3", 6);

  private final String code;
  private final int rank;

  Priority(String code, int rank) {
    this.code = code;
    this.rank = rank;
  }

  /** How urgent it is; the lowest number is the most urgent. Gaps leave room for finer ranks. */
  public int rank() {
    return rank;
  }

  /** The word, such as {@code high}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The priority written as {@code high} or {@code P1}, in any case; empty for other text. */
  public static Optional<Priority> parse(String text) {
    for (Priority priority : values()) {
      if (priority.name().equalsIgnoreCase(text) || priority.code.equalsIgnoreCase(text)) {
        return Optional.of(priority);
      }
    }
    return Optional.empty();
  }
}
