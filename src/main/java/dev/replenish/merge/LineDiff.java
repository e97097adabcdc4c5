package dev.replenish.merge;

import java.util.List;

/** Finds the lines that two texts share, in order. */
@FunctionalInterface
public interface LineDiff {

  /** For each line of {@code before} its place in {@code after}, or -1; the places ascend. */
  int[] matches(List<String> before, List<String> after);
}
