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
 * A command line, parsed by picocli with the model of one command only. Errors are collected and
 * not thrown, so that {@code --json} counts wherever it is.
 */
public final class Line {
  /** Keeps picocli from looking for Groovy in the whole directory of the jar when it starts. */
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

  /** Parses the words up to the command's name; {@code rest} gets the name and all after it. */
  public static Line top(List<String> words, OptionSpec version, PositionalParamSpec rest) {
    Globals globals = new Globals();
    CommandSpec spec = spec("replenish", globals.all());
    spec.addOption(version).addPositional(rest);
    spec.parser().stopAtPositional(true);
    return new Line(globals, parse(spec, words));
  }

  /** The options of all commands that are found among words which can't be parsed. */
  public static Globals guess(List<String> words) {
    Globals globals = new Globals();
    parse(spec("replenish", globals.all()), words);
    return globals;
  }

  /** Parses the words without the command's name. */
  public static Line of(Commands name, Command command, List<String> words) {
    Globals globals = new Globals();
    return new Line(globals, parse(spec(name, command, globals), command.words(words)));
  }

  /** Picocli's model of one command. */
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

  /** Whether help is asked for; not if {@code --help} is where a value should be. */
  public boolean asksForHelp() {
    boolean asked = parsed.isUsageHelpRequested();
    for (Exception error : parsed.errors()) {
      asked &= !(error instanceof MissingParameterException);
    }
    return asked;
  }

  /** Whether the command has an option of this name, and the call gives it. */
  public boolean has(String option) {
    @Nullable OptionSpec spec = parsed.commandSpec().findOption(option);
    return spec != null && Options.has(spec);
  }

  /** Whether the command has an option of that name. */
  public boolean knows(String option) {
    return parsed.commandSpec().findOption(option) != null;
  }

  /** The first error in the words, if any. */
  public Optional<ProblemException> problem(Mistakes mistakes) {
    List<Exception> errors = parsed.errors();
    return errors.isEmpty() ? Optional.empty() : Optional.of(mistakes.of(errors.get(0)));
  }
}
