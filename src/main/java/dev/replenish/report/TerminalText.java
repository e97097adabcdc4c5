package dev.replenish.report;

import dev.replenish.text.Joiners;
import java.util.Locale;

/**
 * Makes untrusted text safe for a terminal: it can't move the cursor, change the direction of
 * writing or hide text. Control characters become visible symbols; zero-width characters are
 * removed, unless they belong to a spelling.
 */
public final class TerminalText {
  private static final int CONTROL_PICTURES = 0x2400;
  private static final char DELETE = 0x7f;
  private static final char DELETE_PICTURE = '␡';

  private TerminalText() {}

  /** The text on one line; a tab becomes a blank. */
  public static String line(String text) {
    return clean(text.replace('\t', ' '), false);
  }

  /** A title on one line, without blanks around it. */
  public static String title(String title) {
    return line(title).strip();
  }

  /** The text with its tabs and line breaks; CRLF becomes LF. */
  public static String block(String text) {
    return clean(text.replace("\r\n", "\n"), true);
  }

  private static String clean(String text, boolean block) {
    int harmless = 0;
    while (harmless < text.length() && isPlain(text.charAt(harmless))) {
      harmless++;
    }
    if (harmless == text.length()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int c = text.codePointAt(i);
      if (block && (c == '\n' || c == '\t')) {
        clean.append((char) c);
      } else if (c < ' ') {
        clean.append((char) (CONTROL_PICTURES + c));
      } else if (c == DELETE) {
        clean.append(DELETE_PICTURE);
      } else if (!isInvisible(c) || Joiners.isSpelling(text, i)) {
        clean.appendCodePoint(c);
      } else if (!isZeroWidth(c)) {
        clean.append(String.format(Locale.ROOT, "<U+%04X>", c));
      }
    }
    return clean.toString();
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c < DELETE;
  }

  /** Whether {@code c} is invisible, or changes how other characters are drawn. */
  static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static boolean isZeroWidth(int c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
  }
}
