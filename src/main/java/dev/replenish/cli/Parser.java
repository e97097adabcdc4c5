package dev.replenish.cli;

import dev.replenish.board.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Sorts the words of a call by the options of one command. The one class that knows picocli. */
final class Parser {
  private final Command command;
  private final List<Option> options = new ArrayList<>();

  Parser(Command command) {
    this.command = command;
    options.addAll(command.options());
    options.addAll(Globals.ALL);
  }

  /**
   * The words of a call, sorted.
   *
   * @throws Refusal {@code USAGE} where one is unknown, lacks its value or has a wrong one
   */
  Args parse(List<String> words) {
    try {
      CommandLine parser = new CommandLine(spec());
      parser.setExpandAtFiles(false).setOverwrittenOptionsAllowed(true);
      ParseResult result = parser.parseArgs(words.toArray(new String[0]));
      Map<String, List<String>> values = new LinkedHashMap<>();
      for (Option option : options) {
        if (result.hasMatchedOption(option.name())) {
          List<String> given = result.matchedOption(option.name()).stringValues();
          values.put(option.name(), option.takesValue() ? known(option, given) : List.of(""));
        }
      }
      return new Args(values, result.matchedPositionals().isEmpty() ? List.of() : operands(result));
    } catch (UnmatchedArgumentException e) {
      throw unmatched(e.getUnmatched().get(0));
    } catch (MissingParameterException e) {
      throw missing(e.getMissing());
    } catch (ParameterException e) {
      throw Usage.wrong(String.valueOf(e.getMessage()), help());
    }
  }

  private CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name(command.name());
    for (Option option : options) {
      OptionSpec.Builder builder =
          option.alias().isEmpty()
              ? OptionSpec.builder(option.name())
              : OptionSpec.builder(option.name(), option.alias());
      if (option.takesValue()) {
        builder.arity("1").type(String[].class);
      } else {
        builder.arity("0").type(boolean.class);
      }
      spec.addOption(builder.build());
    }
    if (!command.operands().isEmpty()) {
      boolean several = command.operands().endsWith("...");
      spec.addPositional(
          PositionalParamSpec.builder()
              .arity(several ? "0..*" : "0..1")
              .index(several ? "0..*" : "0")
              .type(several ? String[].class : String.class)
              .build());
    }
    return spec;
  }

  private static List<String> operands(ParseResult result) {
    return result.matchedPositional(0).stringValues();
  }

  /** The values as the option's words are written; case does not matter. */
  private static List<String> known(Option option, List<String> given) {
    List<String> values = new ArrayList<>();
    for (String value : given) {
      values.add(option.words().isEmpty() ? value : known(option, value));
    }
    return values;
  }

  private static String known(Option option, String value) {
    for (String word : option.words()) {
      if (word.equalsIgnoreCase(value)) {
        return word;
      }
    }
    String message = option.name() + " can't be '" + value + "'";
    String known = "It can be " + String.join(", ", option.words()) + ".";
    throw Usage.unknown(message, value, option.words(), known);
  }

  private Refusal unmatched(String word) {
    if (!word.startsWith("-") || word.equals("-")) {
      return Usage.wrong("'" + command.name() + "' takes no argument '" + word + "'", help());
    }
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    List<String> known = new ArrayList<>();
    for (Option option : options) {
      if (name.startsWith("--")) {
        known.add(option.name());
      }
    }
    String message = "'" + command.name() + "' has no option '" + name + "'";
    return Usage.unknown(message, name, known, help());
  }

  private Refusal missing(List<ArgSpec> missing) {
    String name = missing.get(0).isOption() ? ((OptionSpec) missing.get(0)).longestName() : "";
    return Usage.wrong("the option '" + name + "' needs a value", help());
  }

  private String help() {
    return "See 'replenish help " + command.name() + "'.";
  }
}
