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

  /** Gives the command an option of its own. */
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

  /** Gives the command an operand of up to one word. */
  final PositionalParamSpec operand(String label) {
    return take(Options.operand(label));
  }

  /** The same: as many words as one likes. */
  final PositionalParamSpec operands(String label) {
    return take(Options.operands(label));
  }

  private PositionalParamSpec take(PositionalParamSpec words) {
    operand = words;
    return words;
  }

  /** Makes it a command that commits, with the options that all such commands share. */
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
