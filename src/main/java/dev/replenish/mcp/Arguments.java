package dev.replenish.mcp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.report.TerminalText;
import dev.replenish.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of a call, checked against the input schema of its tool. The schemas are flat, and
 * an agent gets a message that it can act on instead of a validator's report. Null counts as not
 * given: some clients send unset arguments as null.
 */
final class Arguments {
  private static final int LONGEST_TEXT = 4096;
  private static final int LONGEST_LIST = 100;
  private static final int LONGEST_SHOWN = 200;

  private final JsonObject values;

  /**
   * Checks {@code values}.
   *
   * @throws ProblemException {@code USAGE} if an argument is unknown, missing, too long or of the
   *     wrong kind
   */
  Arguments(JsonObject schema, JsonObject values) {
    this.values = values;
    JsonObject properties = MessageParser.object(schema, "properties");
    for (String name : values.keySet()) {
      if (!(properties.get(name) instanceof JsonObject property)) {
        throw unknown(name, properties.keySet().stream().sorted().toList());
      }
      if (has(name)) {
        check(name, values.get(name), property);
      }
    }
    if (schema.get("required") instanceof JsonArray required) {
      for (JsonElement name : required) {
        if (!has(name.getAsString())) {
          throw wrong(
              "the argument '" + name.getAsString() + "' is missing", "Give it and call again.");
        }
      }
    }
  }

  private boolean has(String name) {
    return values.has(name) && !values.get(name).isJsonNull();
  }

  private static ProblemException unknown(String name, List<String> known) {
    String near =
        Suggestion.to(printable(name), known).map(n -> "Did you mean '" + n + "'? ").orElse("");
    return wrong(
        "there is no argument '" + printable(name) + "'",
        near + "There are: " + String.join(", ", known) + ".");
  }

  /** An untrusted word, made safe for a message. */
  static String printable(String word) {
    return TerminalText.line(
        word.length() <= LONGEST_SHOWN ? word : word.substring(0, LONGEST_SHOWN));
  }

  private static void check(String name, JsonElement value, JsonObject property) {
    if (property.get("enum") instanceof JsonArray words) {
      List<String> known = new ArrayList<>();
      words.forEach(word -> known.add(word.getAsString()));
      require(words.contains(value), name, "one of " + known);
      return;
    }
    switch (property.get("type").getAsString()) {
      case "string" -> require(MessageParser.isText(value), name, "a string");
      case "boolean" -> require(isBoolean(value), name, "true or false");
      case "integer" -> require(isWhole(value), name, "a whole number");
      default -> require(isTexts(value), name, "an array of strings, " + LONGEST_LIST + " at most");
    }
    require(!isTooLong(value), name, "at most " + LONGEST_TEXT + " characters");
  }

  private static boolean isBoolean(JsonElement value) {
    return value instanceof JsonPrimitive primitive && primitive.isBoolean();
  }

  private static boolean isWhole(JsonElement value) {
    return value instanceof JsonPrimitive primitive
        && primitive.isNumber()
        && Math.rint(primitive.getAsDouble()) == primitive.getAsDouble();
  }

  private static boolean isTooLong(JsonElement value) {
    return MessageParser.isText(value) && value.getAsString().length() > LONGEST_TEXT;
  }

  private static boolean isTexts(JsonElement value) {
    if (!(value instanceof JsonArray list) || list.size() > LONGEST_LIST) {
      return false;
    }
    for (JsonElement element : list) {
      if (!MessageParser.isText(element) || isTooLong(element)) {
        return false;
      }
    }
    return true;
  }

  private static void require(boolean holds, String name, String expected) {
    if (!holds) {
      throw wrong("the argument '" + name + "' is not " + expected, "Correct it and call again.");
    }
  }

  static ProblemException wrong(String message, String next) {
    return new ProblemException(ErrorCode.USAGE, message, next);
  }

  Optional<String> text(String name) {
    return has(name) ? Optional.of(values.get(name).getAsString()) : Optional.empty();
  }

  /** A whole number in digits. */
  Optional<String> digits(String name) {
    return has(name)
        ? Optional.of(String.valueOf((long) values.get(name).getAsDouble()))
        : Optional.empty();
  }

  /**
   * A whole number.
   *
   * @throws ProblemException {@code USAGE} if it is less than 1 or more than {@code most}
   */
  int number(String name, int most, int fallback) {
    if (!has(name)) {
      return fallback;
    }
    double number = values.get(name).getAsDouble();
    require(number >= 1 && number <= most, name, "a number from 1 to " + most);
    return (int) number;
  }

  boolean isTrue(String name) {
    return has(name) && values.get(name).getAsBoolean();
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    if (has(name)) {
      values.getAsJsonArray(name).forEach(element -> texts.add(element.getAsString()));
    }
    return texts;
  }
}
