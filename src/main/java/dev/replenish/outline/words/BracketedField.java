package dev.replenish.outline.words;

import java.util.Optional;
import java.util.regex.Matcher;

/** A labelled value in brackets in a title: {@code Weigh the parcels (priority: high)}. */
public final class BracketedField {
  private static final GuardedPattern FIELD =
      GuardedPattern.of(
          "[(\\[（【]\\s*([^()\\[\\]（）【】:：=]{2,40})[:：=]([^()\\[\\]（）【】]{1,80})[)\\]）】]", ":：=");

  private BracketedField() {}

  /** The value of the first such field whose label stands for {@code column}. */
  public static Optional<String> of(String title, Column column) {
    Matcher field = FIELD.in(title);
    while (field != null && field.find()) {
      if (Vocabulary.names(field.group(1), column)) {
        return Optional.of(field.group(2).strip());
      }
    }
    return Optional.empty();
  }
}
