package dev.replenish.app;

/** How many lines a change takes out of a file and puts into it. */
public record LineCount(String path, int removed, int added) {}
