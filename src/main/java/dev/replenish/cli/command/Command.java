package dev.replenish.cli.command;

import dev.replenish.cli.option.CommitOptions;
import dev.replenish.report.NoView;
import dev.replenish.report.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * One command: its options and operand, and the use case that it calls. To add a command, extend
 * {@link CommandModel}, write its {@link View}, add it to {@link Commands}, and describe it in
 * {@code help.txt}. This is an interface, not a class: to verify {@link Commands#create}, Java
 * would otherwise load every command.
 */
public interface Command {
  /** The command's operand, if it takes any. */
  @Nullable PositionalParamSpec operand();

  /** The command's own options. */
  List<OptionSpec> options();

  /** The options for its commit, if it makes one. */
  @Nullable CommitOptions commit();

  /** The words after the command's name, as picocli should parse them. */
  default List<String> words(List<String> typed) {
    return typed;
  }

  /** The view of its result or failure; by default, it shows failures only. */
  default View<?> view() {
    return new NoView();
  }

  /** Carries out the command and returns the exit code. */
  int run(Call call);
}
