package dev.replenish.forecast;

import java.util.Arrays;

/** Percentiles by the nearest-rank method, which always returns one of the values. */
final class NearestRank {
  private static final int HUNDRED = 100;

  private NearestRank() {}

  /** The smallest of {@code values}, at least one, that {@code percent} % of them don't exceed. */
  static int of(int[] values, int percent) {
    int[] sorted = values.clone();
    Arrays.sort(sorted);
    long rank = ((long) percent * sorted.length + HUNDRED - 1) / HUNDRED;
    return sorted[(int) Math.max(1, rank) - 1];
  }
}
