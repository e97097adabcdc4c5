package dev.replenish.cli;

import dev.replenish.report.View;
import java.util.List;

/**
 * One command: what it is called, what it takes, and the one use case that it calls. To add one,
 * write it and its {@link View}, and name it in {@link Commands}.
 */
interface Command {

  /** Its name, such as {@code run}. */
  String name();

  /** What it does in a few words, for the list of commands. */
  String summary();

  /** What it does in one or two sentences. */
  String description();

  /** What it takes beside the options; "" for nothing. */
  default String operands() {
    return "";
  }

  /** The options that are its own. */
  default List<Option> options() {
    return List.of();
  }

  /** Calls worth showing. */
  default List<Example> examples() {
    return List.of();
  }

  /** Whether its help lists the exit codes. */
  default boolean explainsExitCodes() {
    return false;
  }

  /** How its result is told. */
  View<?> view(Args args);

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
