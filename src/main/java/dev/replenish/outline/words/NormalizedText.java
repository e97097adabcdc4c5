package dev.replenish.outline.words;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text reduced to its words: lower case, one blank between words, no marks. */
public final class NormalizedText {
  private static final int ASCII = 0x80;

  /** The bit that distinguishes small letters from capitals. */
  private static final int CASE = 0x20;

  private NormalizedText() {}

  /** The words of a text: letters and digits of any script, with a single blank between them. */
  public static String words(String text) {
    String plain = plainWords(text);
    return plain == null ? repairedWords(Mojibake.repaired(text)) : plain;
  }

  /** The same for ASCII without a name of a picture, which is most text; null for others. */
  private static @Nullable String plainWords(String text) {
    byte[] words = new byte[text.length()];
    int length = 0;
    int colons = 0;
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      colons += c == ':' ? 1 : 0;
      if (c >= ASCII || colons > 1) {
        return null;
      }
      if (c == '\'') {
        continue;
      }
      boolean letter = isLetter(c);
      if (letter) {
        if (gap && length > 0) {
          words[length++] = ' ';
        }
        words[length++] = (byte) (c >= 'A' && c <= 'Z' ? c | CASE : c);
      }
      gap = !letter;
    }
    return new String(words, 0, length, StandardCharsets.ISO_8859_1);
  }

  private static String repairedWords(String repaired) {
    char[] words = new char[repaired.length()];
    int length = 0;
    boolean gap = false;
    int width;
    for (int i = 0; i < repaired.length(); i += width) {
      char first = repaired.charAt(i);
      int c = first < ASCII ? first : repaired.codePointAt(i);
      width = Character.charCount(c);
      if (c == '\'' || c == '\u2019') {
        continue; // won't and wont are one word
      }
      boolean letter = isLetter(c);
      if (letter) {
        if (gap && length > 0) {
          words[length++] = ' ';
        }
        if (c < ASCII) {
          words[length++] = c >= 'A' && c <= 'Z' ? (char) (c | CASE) : first;
        } else {
          length += Character.toChars(Character.toLowerCase(c), words, length);
        }
      }
      gap = !letter;
    }
    return new String(words, 0, length);
  }

  /** The number of words in a text; 1 if it has none. */
  public static int count(String text) {
    String words = words(text);
    int count = 1;
    for (int at = words.indexOf(' '); at >= 0; at = words.indexOf(' ', at + 1)) {
      count++;
    }
    return count;
  }

  /** Whether all characters of a text have a code below {@code limit}. */
  static boolean isBelow(int limit, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= limit) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text begins with a letter or a digit of ASCII. */
  static boolean beginsPlain(String text) {
    return !text.isEmpty() && text.charAt(0) < 0x80 && isLetter(text.charAt(0));
  }

  /** Whether a character is a letter, a digit or a combining sign that belongs to a letter. */
  static boolean isLetter(int c) {
    if (c < 0x80) {
      return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c >= '0' && c <= '9';
    }
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK && c != 0xFE0F
        || type == Character.COMBINING_SPACING_MARK;
  }
}
