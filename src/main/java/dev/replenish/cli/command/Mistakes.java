package dev.replenish.cli.command;

import dev.replenish.board.ProblemException;
import dev.replenish.cli.option.Options;
import dev.replenish.cli.option.Usage;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns the errors that picocli finds in a call into problems.
 *
 * @param unknown the message for an unknown option, with {@code %s} for its name
 * @param commandName the command that takes no such argument
 * @param help what to do if nothing is suggested
 */
public record Mistakes(String unknown, String commandName, String help) {

  /** For mistakes before a command's name. */
  public static final Mistakes BEFORE_COMMAND =
      new Mistakes(
          "'%s' is not an option of all commands",
          "replenish", "Put it behind the command; see 'replenish --help'.");

  /** For mistakes in a call of {@code command}. */
  public static Mistakes of(Commands command) {
    String name = command.word();
    return new Mistakes(
        "'" + name + "' has no option '%s'", name, "See 'replenish help " + name + "'.");
  }

  ProblemException of(Exception error) {
    if (error instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (error instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return Usage.wrong(nameOf(missing.getMissing().get(0)) + " needs a value", help);
    }
    if (error instanceof MaxValuesExceededException valued) {
      return flagWithValue(valued);
    }
    if (error instanceof ParameterException wrong
        && wrong.getArgSpec() instanceof OptionSpec option) {
      return badValue(option, wrong.getValue());
    }
    return Usage.wrong("the arguments can't be read: " + error.getMessage(), help);
  }

  private static String nameOf(ArgSpec arg) {
    return arg instanceof OptionSpec option
        ? "the option '" + Options.name(option) + "'"
        : arg.paramLabel();
  }

  /** The problem of a flag with a value after {@code =}. */
  private ProblemException flagWithValue(MaxValuesExceededException error) {
    CommandSpec spec = error.getCommandLine().getCommandSpec();
    for (String word : error.getCommandLine().getParseResult().originalArgs()) {
      OptionSpec option = spec.findOption(name(word));
      if (word.indexOf('=') > 0 && option != null && !Options.takesValue(option)) {
        return Usage.wrong(nameOf(option) + " takes no value", help);
      }
    }
    return Usage.wrong("an option takes no value", help);
  }

  /** The name of the option that a word begins with. */
  private static String name(String word) {
    int equals = word.indexOf('=');
    return equals < 0 ? word : word.substring(0, equals);
  }

  private ProblemException unmatched(UnmatchedArgumentException error) {
    String word = error.getUnmatched().get(0);
    List<String> words = error.getCommandLine().getParseResult().originalArgs();
    int end = words.indexOf("--");
    boolean afterDashes = end >= 0 && words.lastIndexOf(word) > end;
    if (!error.isUnknownOption() || afterDashes) {
      return Usage.wrong("'" + commandName + "' takes no argument '" + word + "'", help);
    }
    String name = name(word);
    CommandSpec spec = error.getCommandLine().getCommandSpec();
    List<String> known = new ArrayList<>();
    for (OptionSpec option : spec.options()) {
      if (name.startsWith("--")) {
        known.add(option.longestName());
      }
    }
    return Usage.unknown(unknown.replace("%s", name), name, known, help);
  }

  private static ProblemException badValue(OptionSpec option, String value) {
    List<String> words = Options.acceptedWords(option);
    String known = "It can be " + String.join(", ", words) + ".";
    return Usage.unknown(Options.name(option) + " can't be '" + value + "'", value, words, known);
  }
}
