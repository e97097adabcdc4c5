package dev.replenish.outline.words;

/**
 * The set of characters in a text, read once, so that patterns that need others can be skipped. All
 * characters beyond ASCII count as one, with code 0.
 *
 * @param low a bit for each of the codes 0 to 63
 * @param high a bit for each of the codes 64 to 127
 * @param shouts whether the text has three capitals in a row
 */
record Signs(long low, long high, boolean shouts) {
  private static final int HALF = 64;

  /** The number of ASCII characters. */
  static final int ASCII = 128;

  private static final int RUN = 3;

  static Signs of(String text) {
    long low = 0;
    long high = 0;
    int run = 0;
    boolean shouts = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < HALF) {
        low |= 1L << c;
      } else if (c < ASCII) {
        high |= 1L << (c - HALF);
      } else {
        low |= 1;
      }
      boolean capital = c < ASCII ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
      run = capital ? run + 1 : 0;
      shouts |= run == RUN;
    }
    return new Signs(low, high, shouts);
  }

  /** Whether {@code c} is one of these characters; of those beyond ASCII, whether it may be. */
  boolean mayHave(char c) {
    return c < HALF
        ? (low >> c & 1) != 0
        : c < ASCII ? (high >> c - HALF & 1) != 0 : (low & 1) != 0;
  }

  /** Whether a text with these characters may have one of {@code wanted}. */
  boolean mayHave(Signs wanted) {
    return (low & wanted.low | high & wanted.high) != 0;
  }
}
