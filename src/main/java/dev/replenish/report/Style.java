package dev.replenish.report;

import java.util.function.IntSupplier;

/**
 * How output is to be written.
 *
 * @param json one JSON object instead of text
 * @param quiet nothing but errors
 * @param verbose more of everything, stack traces included
 * @param outColor whether stdout is coloured
 * @param errColor whether stderr is coloured
 * @param terminal whether stdout is a terminal
 * @param workflow whether stdout is the log of a workflow
 * @param columns how many columns a line has, asked for where a line is long
 */
public record Style(
    boolean json,
    boolean quiet,
    boolean verbose,
    boolean outColor,
    boolean errColor,
    boolean terminal,
    boolean workflow,
    IntSupplier columns) {

  /** As wide as lines get where that is possible. */
  public int width() {
    return columns.getAsInt();
  }
}
