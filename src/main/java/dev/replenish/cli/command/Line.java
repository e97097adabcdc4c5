package dev.replenish.cli.command;

import dev.replenish.board.ProblemException;
import dev.replenish.cli.option.CommitOptions;
import dev.replenish.cli.option.Globals;
import dev.replenish.cli.option.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * The words of a call as picocli sorts them by the model of one command, and of no other. What is
 * wrong with them is found in the end, so that {@code --json} counts wherever it is.
 */
public final class Line {
  /** What picocli looks for at its start in vain, reading the whole directory of the jar. */
  private static final String NO_GROOVY = "picocli.disable.closures";

  private static final String EXCLUDES = "picocli.converters.excludes";

  private final Globals globals;
  private final ParseResult parsed;

  static {
    System.setProperty(NO_GROOVY, "true");
    if (System.getProperty(EXCLUDES) == null) {
      System.setProperty(EXCLUDES, "java.*"); // all values are text
    }
  }

  private Line(Globals globals, ParseResult parsed) {
    this.globals = globals;
    this.parsed = parsed;
  }

  /** The words up to the command's name: {@code rest} gets this name and all behind it. */
  public static Line top(List<String> words, OptionSpec version, PositionalParamSpec rest) {
    Globals globals = new Globals();
    CommandSpec spec = spec("replenish", globals.all());
    spec.addOption(version).addPositional(rest);
    spec.parser().stopAtPositional(true);
    return new Line(globals, parse(spec, words));
  }

  /** The options of every command among words that are not understood. */
  public static Globals guess(List<String> words) {
    Globals globals = new Globals();
    parse(spec("replenish", globals.all()), words);
    return globals;
  }

  /** The words beside the name of {@code command}. */
  public static Line of(Commands name, Command command, List<String> words) {
    Globals globals = new Globals();
    return new Line(globals, parse(spec(name, command, globals), command.words(words)));
  }

  /** All that picocli knows of one command. */
  public static CommandSpec spec(Commands name, Command command, Globals globals) {
    List<OptionSpec> options = new ArrayList<>(command.options());
    CommitOptions commit = command.commit();
    if (commit != null) {
      options.addAll(commit.all());
    }
    options.addAll(globals.all());
    CommandSpec spec = spec(name.word(), options);
    PositionalParamSpec operand = command.operand();
    if (operand != null) {
      spec.addPositional(operand);
    }
    return spec;
  }

  public static CommandSpec spec(String name, List<OptionSpec> options) {
    CommandSpec spec = CommandSpec.create().name(name);
    for (OptionSpec option : options) {
      spec.addOption(option);
    }
    spec.parser().collectErrors(true).overwrittenOptionsAllowed(true);
    return spec;
  }

  private static ParseResult parse(CommandSpec spec, List<String> words) {
    CommandLine line = new CommandLine(spec).setExpandAtFiles(false).setInterpolateVariables(false);
    return line.parseArgs(words.toArray(new String[0]));
  }

  /** The options that every command has, as they were given. */
  public Globals globals() {
    return globals;
  }

  /** Whether help is asked for, and not where a value should be. */
  public boolean asksForHelp() {
    boolean asked = parsed.isUsageHelpRequested();
    for (Exception error : parsed.errors()) {
      asked &= !(error instanceof MissingParameterException);
    }
    return asked;
  }

  /** Whether the option of this name is among the command's, and given. */
  public boolean has(String option) {
    @Nullable OptionSpec spec = parsed.commandSpec().findOption(option);
    return spec != null && Options.has(spec);
  }

  /** Whether the command has an option of that name. */
  public boolean knows(String option) {
    return parsed.commandSpec().findOption(option) != null;
  }

  /** What is wrong with the words, if anything is. */
  public Optional<ProblemException> problem(Mistakes mistakes) {
    List<Exception> errors = parsed.errors();
    return errors.isEmpty() ? Optional.empty() : Optional.of(mistakes.of(errors.get(0)));
  }
}
