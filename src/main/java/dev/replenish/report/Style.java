package dev.replenish.report;

import java.util.function.IntSupplier;

/**
 * How output is written.
 *
 * @param json one JSON object instead of text
 * @param quiet nothing but errors
 * @param verbose more of everything, stack traces included
 * @param outColor whether stdout is coloured
 * @param errColor whether stderr is coloured
 * @param terminal whether stdout is a terminal
 * @param workflow whether stdout is the log of a workflow
 * @param columns the number of columns of a line, which is determined only when a line is long
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

  /** The width of lines, in columns. */
  public int width() {
    return columns.getAsInt();
  }
}
