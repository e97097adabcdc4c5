package dev.replenish.outline.words;

/**
 * Which characters a text has: one look at each, so that nothing is looked for that needs others.
 * All beyond ASCII count as one, and as the control character of code 0.
 */
record Signs(long low, long high) {
  private static final int HALF = 64;
  private static final int ASCII = 128;

  static Signs of(String text) {
    long low = 0;
    long high = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < HALF) {
        low |= 1L << c;
      } else if (c < ASCII) {
        high |= 1L << (c - HALF);
      } else {
        low |= 1;
      }
    }
    return new Signs(low, high);
  }

  /** Whether a text of these characters may have one of {@code wanted}. */
  boolean mayHave(Signs wanted) {
    return (low & wanted.low | high & wanted.high) != 0;
  }
}
