package dev.replenish.text;

/** Invisible joiners that are part of a word's spelling, as in Persian, Hindi and emoji. */
public final class Joiners {
  private static final char NON_JOINER = '\u200c';
  private static final char JOINER = '\u200d';

  private Joiners() {}

  /**
   * Whether the character at {@code at} is a joiner between two letters, marks or symbols outside
   * of ASCII. Anywhere else a joiner has no purpose.
   */
  public static boolean isSpelling(String text, int at) {
    char c = text.charAt(at);
    return (c == NON_JOINER || c == JOINER)
        && at > 0
        && at + 1 < text.length()
        && isJoined(text.codePointBefore(at))
        && isJoined(text.codePointAt(at + 1));
  }

  private static boolean isJoined(int c) {
    return c > 0x7f
        && switch (Character.getType(c)) {
          case Character.OTHER_LETTER,
              Character.LOWERCASE_LETTER,
              Character.UPPERCASE_LETTER,
              Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.OTHER_SYMBOL,
              Character.MODIFIER_SYMBOL ->
              true;
          default -> false;
        };
  }
}
