package dev.replenish.plan;

import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;

/** Replaces values after a colon, such as that of {@code location:}. */
public final class Values {
  private Values() {}

  /** Replaces {@code value} by {@code now}; a space separates a new value from its label. */
  public static Replacement replace(SourceText source, Span value, String now) {
    boolean glued = value.length() == 0 && source.bytes()[value.from() - 1] != ' ';
    return Replacement.of(value, glued ? " " + now : now);
  }
}
