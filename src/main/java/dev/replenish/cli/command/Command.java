package dev.replenish.cli.command;

import dev.replenish.cli.option.CommitOptions;
import dev.replenish.cli.option.Options;
import dev.replenish.report.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * One command: what it takes, and the one use case that it calls. An option is a field of it, made
 * by {@link Options}, and a word in {@link #options}. To add a command, write it and its {@link
 * View}, and name it in {@link Commands}.
 */
public interface Command {

  /** What it does in one or two sentences. */
  String description();

  /** What it takes beside the options. */
  default @Nullable PositionalParamSpec operand() {
    return null;
  }

  /** The options that are its own. */
  default List<OptionSpec> options() {
    return List.of();
  }

  /** The options about its commit, where it makes one. */
  default @Nullable CommitOptions commit() {
    return null;
  }

  /** The words behind its name as picocli is to read them. */
  default List<String> words(List<String> typed) {
    return typed;
  }

  /** Calls worth showing. */
  default List<Example> examples() {
    return List.of();
  }

  /** How its result is reported, and its failure. */
  View<?> view();

  /** Does the work and returns the exit code. */
  int run(Call call);

  /**
   * A call worth showing.
   *
   * @param text what it does
   * @param line the command line
   */
  record Example(String text, String line) {}
}
