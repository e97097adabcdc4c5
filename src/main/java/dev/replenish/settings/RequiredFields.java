package dev.replenish.settings;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.FieldName;
import dev.replenish.board.ProblemException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields without which a task is not ready: the setting {@code require}. */
public final class RequiredFields {
  static final String EXPECTED = "a list of plan, effort and documentation, or none";

  private RequiredFields() {}

  /** The fields that {@code value} names in the form of the setting {@code require}. */
  public static Set<FieldName> of(String value) {
    Optional<Set<FieldName>> fields = parsed(value);
    if (fields.isEmpty()) {
      throw new ProblemException(
          ErrorCode.USAGE, "require can't be '" + value + "'", "Give it " + EXPECTED + ".");
    }
    return fields.get();
  }

  /** The fields that {@code value} names, in the form that a settings file has. */
  public static String words(String value) {
    String words =
        of(value).stream()
            .map(field -> field.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(","));
    return words.isEmpty() ? "none" : words;
  }

  /** The fields that {@code value} names; empty if one of them does not exist. */
  static Optional<Set<FieldName>> parsed(String value) {
    Set<FieldName> fields = EnumSet.noneOf(FieldName.class);
    for (String word : value.toLowerCase(Locale.ROOT).split(",")) {
      switch (word.strip()) {
        case "plan" -> fields.add(FieldName.PLAN);
        case "effort" -> fields.add(FieldName.EFFORT);
        case "documentation" -> fields.add(FieldName.DOCUMENTATION);
        case "none", "" -> {}
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(fields);
  }
}
