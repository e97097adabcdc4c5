package dev.replenish.forecast;

/**
 * The pseudo-random generator SplitMix64 of Steele, Lea and Flood. Its numbers are the same on
 * every machine and every version of Java, so that the same files always give the same forecast.
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

  /** A number from 0 inclusive to 1 exclusive. */
  double fraction() {
    return (next() >>> 11) * UNIT;
  }

  /**
   * A number of the exponential distribution with mean 1; {@code StrictMath} is the same
   * everywhere.
   */
  double exponential() {
    return -StrictMath.log(1 - fraction());
  }
}
