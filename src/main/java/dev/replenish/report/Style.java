package dev.replenish.report;

/**
 * How the user wants to be told.
 *
 * @param json one JSON object instead of text
 * @param quiet nothing but errors
 * @param verbose more of everything, stack traces included
 * @param outColor whether stdout is coloured
 * @param errColor whether stderr is coloured
 * @param terminal whether stdout is a terminal
 * @param workflow whether stdout is the log of a workflow
 */
public record Style(
    boolean json,
    boolean quiet,
    boolean verbose,
    boolean outColor,
    boolean errColor,
    boolean terminal,
    boolean workflow) {}
