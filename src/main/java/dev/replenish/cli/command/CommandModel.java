package dev.replenish.cli.command;

import dev.replenish.cli.option.CommitOptions;
import dev.replenish.cli.option.Options;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A command's options, operand and options for the commit. Each is a field of the command, made by
 * one of the methods here, in the order of the help.
 */
abstract class CommandModel implements Command {
  private final List<OptionSpec> options = new ArrayList<>();
  private @Nullable PositionalParamSpec operand;
  private @Nullable CommitOptions commit;

  /** Adds an option to the command. */
  final OptionSpec option(OptionSpec option) {
    options.add(option);
    return option;
  }

  final OptionSpec flag(String name, String text) {
    return option(Options.flag(name, text));
  }

  final OptionSpec value(String name, String label, String text) {
    return option(Options.value(name, label, text));
  }

  final OptionSpec values(String name, String label, String text) {
    return option(Options.values(name, label, text));
  }

  /** Adds an operand of at most one word. */
  final PositionalParamSpec operand(String label) {
    return set(Options.operand(label));
  }

  /** Adds an operand of any number of words. */
  final PositionalParamSpec operands(String label) {
    return set(Options.operands(label));
  }

  private PositionalParamSpec set(PositionalParamSpec words) {
    operand = words;
    return words;
  }

  /** Adds the options that all commands with a commit share. */
  final CommitOptions committing() {
    CommitOptions made = new CommitOptions();
    commit = made;
    return made;
  }

  @Override
  public final @Nullable PositionalParamSpec operand() {
    return operand;
  }

  @Override
  public final List<OptionSpec> options() {
    return options;
  }

  @Override
  public final @Nullable CommitOptions commit() {
    return commit;
  }
}
