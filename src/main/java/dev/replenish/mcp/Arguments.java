package dev.replenish.mcp;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.report.TerminalText;
import dev.replenish.text.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call, held against the input schema of its tool. The schemas here are flat,
 * and an agent gets a sentence that it can act on in place of a validator's report.
 */
final class Arguments {
  private static final int LONGEST_TEXT = 4096;
  private static final int LONGEST_LIST = 100;
  private static final int LONGEST_SHOWN = 200;

  private final Map<String, Object> values;

  /**
   * Checks {@code values}.
   *
   * @throws ProblemException {@code USAGE} if one is unknown, missing, too long or of another kind
   */
  Arguments(Map<String, Object> schema, @Nullable Map<String, Object> values) {
    this.values = values == null ? Map.of() : values;
    Map<?, ?> properties = schema.get("properties") instanceof Map<?, ?> map ? map : Map.of();
    List<String> known = properties.keySet().stream().map(String::valueOf).sorted().toList();
    this.values.forEach(
        (name, value) -> {
          if (properties.get(name) instanceof Map<?, ?> property) {
            check(name, value, property);
          } else {
            throw unknown(name, known);
          }
        });
    if (schema.get("required") instanceof List<?> required) {
      for (Object name : required) {
        if (this.values.get(name) == null) {
          throw wrong("the argument '" + name + "' is missing", "Give it and call again.");
        }
      }
    }
  }

  private static ProblemException unknown(String name, List<String> known) {
    String near =
        Suggestion.to(shown(name), known).map(n -> "Did you mean '" + n + "'? ").orElse("");
    return wrong(
        "there is no argument '" + shown(name) + "'",
        near + "There are: " + String.join(", ", known) + ".");
  }

  /** Somebody's word as it may stand in a sentence. */
  static String shown(String word) {
    return TerminalText.line(
        word.length() <= LONGEST_SHOWN ? word : word.substring(0, LONGEST_SHOWN));
  }

  private static void check(String name, @Nullable Object value, Map<?, ?> property) {
    if (value == null) {
      return; // as if it were not given: some clients send what is not set as null
    }
    if (property.get("enum") instanceof List<?> words) {
      require(words.contains(value), name, "one of " + words);
      return;
    }
    switch (String.valueOf(property.get("type"))) {
      case "string" -> require(value instanceof String, name, "a string");
      case "boolean" -> require(value instanceof Boolean, name, "true or false");
      case "integer" -> require(isWhole(value), name, "a whole number");
      default -> require(isTexts(value), name, "an array of strings");
    }
    require(
        !(value instanceof String text) || text.length() <= LONGEST_TEXT,
        name,
        "at most " + LONGEST_TEXT + " characters");
  }

  private static boolean isWhole(Object value) {
    return value instanceof Number number && number.doubleValue() == number.longValue();
  }

  private static boolean isTexts(Object value) {
    return value instanceof List<?> list
        && list.size() <= LONGEST_LIST
        && list.stream().allMatch(e -> e instanceof String text && text.length() <= LONGEST_TEXT);
  }

  private static void require(boolean holds, String name, String expected) {
    if (!holds) {
      String list = expected.startsWith("an array") ? ", " + LONGEST_LIST + " at most" : "";
      throw wrong(
          "the argument '" + name + "' is not " + expected + list, "Correct it and call again.");
    }
  }

  static ProblemException wrong(String message, String next) {
    return Problem.of(ErrorCode.USAGE, message, next).refusal();
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(String::valueOf);
  }

  /** A whole number as its digits. */
  Optional<String> digits(String name) {
    return Optional.ofNullable((Number) values.get(name)).map(n -> String.valueOf(n.longValue()));
  }

  boolean isTrue(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  List<String> texts(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
