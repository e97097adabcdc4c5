package dev.replenish.outline.words;

import java.util.Locale;

/** Text reduced to what its words say: lower case, one blank between words, no marks. */
public final class NormalizedText {
  private NormalizedText() {}

  /** The words of a text: letters and digits of any script, with a single blank between them. */
  public static String words(String text) {
    String repaired = Mojibake.repaired(text);
    StringBuilder words = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < repaired.length(); i += Character.charCount(repaired.codePointAt(i))) {
      int c = repaired.codePointAt(i);
      if (c == '\'' || c == '\u2019') {
        continue; // won't and wont are one word
      }
      if (isLetter(c)) {
        words.append(gap && words.length() > 0 ? " " : "");
        words.appendCodePoint(Character.toLowerCase(c));
      }
      gap = !isLetter(c);
    }
    return words.toString();
  }

  /** How many words a text has; one where it has none. */
  public static int count(String text) {
    return words(text).split(" ").length;
  }

  /** A name for machines: the words with dashes between them. */
  static String slug(String text) {
    return words(text).replace(' ', '-');
  }

  /** Lower case without emphasis, on one line. */
  static String lower(String text) {
    return Mojibake.repaired(text)
        .replace("*", "")
        .replace("`", "")
        .replace("_", " ")
        .toLowerCase(Locale.ROOT)
        .strip();
  }

  /** A letter or digit; the signs that letters of many scripts are made of belong to them. */
  static boolean isLetter(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK && c != 0xFE0F
        || type == Character.COMBINING_SPACING_MARK;
  }
}
