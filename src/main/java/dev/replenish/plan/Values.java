package dev.replenish.plan;

import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;

/** Values behind a colon, such as that of {@code location:}. */
public final class Values {
  private Values() {}

  /** Puts {@code now} in the place of {@code value}; a new one is apart from its label. */
  public static Replacement replace(SourceText source, Span value, String now) {
    boolean glued = value.length() == 0 && source.bytes()[value.from() - 1] != ' ';
    return Replacement.of(value, glued ? " " + now : now);
  }
}
