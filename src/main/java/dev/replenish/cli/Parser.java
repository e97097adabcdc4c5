package dev.replenish.cli;

import dev.replenish.board.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the words of a call by the options of one command: {@code --name value}, {@code
 * --name=value}, {@code -Cvalue}, switches in one word such as {@code -qv}, and nothing but
 * operands behind {@code --}.
 */
final class Parser {
  private final Command command;
  private final List<Option> options = new ArrayList<>();
  private final Map<String, List<String>> values = new HashMap<>();
  private final List<String> operands = new ArrayList<>();
  private final List<String> words;
  private int at;

  private Parser(Command command, List<String> words) {
    this.command = command;
    options.addAll(command.options());
    options.addAll(Globals.ALL);
    this.words = words;
  }

  /**
   * The words of a call of {@code command}, sorted.
   *
   * @throws Refusal {@code USAGE} where one is unknown, lacks its value or has a wrong one
   */
  static Args parse(Command command, List<String> words) {
    return new Parser(command, words).parse();
  }

  private Args parse() {
    boolean options = true;
    while (at < words.size()) {
      String word = words.get(at++);
      if (!options) {
        operand(word);
      } else if (word.equals("--")) {
        options = false;
      } else if (word.startsWith("--")) {
        named(word);
      } else if (word.startsWith("-") && word.length() > 1) {
        letters(word);
      } else {
        operand(word);
      }
    }
    return new Args(values, operands);
  }

  private void operand(String word) {
    String taken = command.operands();
    if (taken.isEmpty() || (!operands.isEmpty() && !taken.endsWith("..."))) {
      throw Usage.wrong("'" + command.name() + "' takes no argument '" + word + "'", help());
    }
    operands.add(word);
  }

  /** An option by its long name, with or without {@code =value}. */
  private void named(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    Option option = option(name);
    if (option == null) {
      throw unknown(name);
    }
    if (equals < 0) {
      put(option, option.takesValue() ? next(option) : "");
    } else if (option.takesValue()) {
      put(option, word.substring(equals + 1));
    } else {
      throw Usage.wrong("the option '" + name + "' takes no value", help());
    }
  }

  /** One-letter options in one word; the first with a value takes what is left of it. */
  private void letters(String word) {
    for (int i = 1; i < word.length(); i++) {
      Option option = option("-" + word.charAt(i));
      if (option == null) {
        throw unknown(i == 1 ? word : "-" + word.charAt(i));
      }
      if (option.takesValue()) {
        String left = word.substring(i + 1);
        String value = left.startsWith("=") ? left.substring(1) : left;
        put(option, left.isEmpty() ? next(option) : value);
        return;
      }
      put(option, "");
    }
  }

  private @Nullable Option option(String name) {
    for (Option option : options) {
      if (option.isCalled(name)) {
        return option;
      }
    }
    return null;
  }

  /** The word behind {@code option} is its value, unless it is an option itself. */
  private String next(Option option) {
    if (at == words.size() || option(words.get(at)) != null) {
      throw Usage.wrong("the option '" + option.name() + "' needs a value", help());
    }
    return words.get(at++);
  }

  private void put(Option option, String value) {
    String known = option.words().isEmpty() ? value : known(option, value);
    List<String> given = values.get(option.name());
    if (given == null) {
      given = new ArrayList<>();
      values.put(option.name(), given);
    }
    given.add(known);
  }

  /** The value as the option's words are written; case does not matter. */
  private static String known(Option option, String value) {
    for (String word : option.words()) {
      if (word.equalsIgnoreCase(value.strip())) {
        return word;
      }
    }
    String message = option.name() + " can't be '" + value + "'";
    String known = "It can be " + String.join(", ", option.words()) + ".";
    throw Usage.unknown(message, value, option.words(), known);
  }

  private Refusal unknown(String name) {
    List<String> known = new ArrayList<>();
    for (Option option : options) {
      if (name.startsWith("--")) {
        known.add(option.name());
      }
    }
    String message = "'" + command.name() + "' has no option '" + name + "'";
    return Usage.unknown(message, name, known, help());
  }

  private String help() {
    return "See 'replenish help " + command.name() + "'.";
  }
}
