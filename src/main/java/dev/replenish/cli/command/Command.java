package dev.replenish.cli.command;

import dev.replenish.cli.option.CommitOptions;
import dev.replenish.report.NoView;
import dev.replenish.report.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * One command: what it takes, and the one use case that it calls. To add a command, write it as a
 * {@link CommandModel}, write its {@link View}, name it in {@link Commands}, and say what it does
 * in {@code help.txt}. It is an interface and no class: to verify {@link Commands#create}, Java
 * would otherwise load every command.
 */
public interface Command {
  /** What it takes beside the options. */
  @Nullable PositionalParamSpec operand();

  /** The options that are its own. */
  List<OptionSpec> options();

  /** The options about its commit, where it makes one. */
  @Nullable CommitOptions commit();

  /** The words behind its name as picocli is to read them. */
  default List<String> words(List<String> typed) {
    return typed;
  }

  /** How its result is reported, and its failure: by default, the failure alone. */
  default View<?> view() {
    return new NoView();
  }

  /** Does the work and returns the exit code. */
  int run(Call call);
}
