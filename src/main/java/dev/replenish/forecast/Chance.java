package dev.replenish.forecast;

/**
 * Steele, Lea and Flood's SplitMix64: its numbers are the same on every machine and every version
 * of Java, so that the same files always give the same forecast.
 */
final class Chance {
  private static final long GAMMA = 0x9e3779b97f4a7c15L;
  private static final long FIRST = 0xbf58476d1ce4e5b9L;
  private static final long SECOND = 0x94d049bb133111ebL;
  private static final double UNIT = 0x1.0p-53;

  private long state;

  Chance(long seed) {
    state = seed;
  }

  private long next() {
    state += GAMMA;
    long mixed = (state ^ (state >>> 30)) * FIRST;
    mixed = (mixed ^ (mixed >>> 27)) * SECOND;
    return mixed ^ (mixed >>> 31);
  }

  /** A number from 0 up to 1, which it never is. */
  double fraction() {
    return (next() >>> 11) * UNIT;
  }

  /**
   * A number of the exponential distribution of mean 1; by {@code StrictMath}, the same anywhere.
   */
  double exponential() {
    return -StrictMath.log(1 - fraction());
  }
}
