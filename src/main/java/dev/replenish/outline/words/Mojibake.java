package dev.replenish.outline.words;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Repairs text of a file whose UTF-8 was once taken for a Windows code page, as in {@code âœ…} for
 * a check mark. Only the reading uses the repaired text; files keep their bytes.
 */
final class Mojibake {
  /** The characters of Windows-1252 from 0x80 to 0x9F; a blank for those it lacks. */
  private static final String HIGH =
      "\u20ac \u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152 \u017d  \u2018\u2019"
          + "\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153 \u017e\u0178";

  /** Where Windows-1254 differs: pairs of a code and its letter. */
  private static final String TURKISH =
      "\u00d0\u011e\u00dd\u0130\u00de\u015e\u00f0\u011f\u00fd\u0131\u00fe\u015f";

  private Mojibake() {}

  /** The text as it was meant, with pictures for their names; the same text if nothing is wrong. */
  static String repaired(String written) {
    String text = Shortcodes.drawn(written);
    for (int i = 0; i < text.length(); i++) {
      if (isLead(text.charAt(i))) {
        return repaired(text, firstOther(text));
      }
    }
    return text;
  }

  /** Whether the byte that a character was read from can begin a sequence of bytes. */
  private static boolean isLead(char c) {
    return c >= 0xC2 && c <= 0xF4 || c > 0xFF && TURKISH.indexOf(c) >= 0;
  }

  private static int firstOther(String text) {
    int at = 0;
    while (text.charAt(at) < 0xC2) {
      at++;
    }
    return at;
  }

  private static String repaired(String text, int from) {
    StringBuilder out = new StringBuilder(text.substring(0, from));
    int at = from;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && code(text.charAt(end)) >= 0x80) {
        end++;
      }
      if (end > at) {
        out.append(run(text.substring(at, end)));
      } else {
        out.append(text.charAt(at));
      }
      at = Math.max(end, at + 1);
    }
    return out.toString();
  }

  /** The byte that a character was read from, or -1; control characters keep their code. */
  private static int code(char c) {
    if (c < 0x100) {
      return c;
    }
    int high = HIGH.indexOf(c);
    if (high >= 0) {
      return 0x80 + high;
    }
    int turkish = TURKISH.indexOf(c);
    return turkish > 0 && turkish % 2 == 1 ? TURKISH.charAt(turkish - 1) : -1;
  }

  /** The run of characters decoded as UTF-8; unchanged if it is no UTF-8. */
  private static String run(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) code(text.charAt(i));
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return withoutRest(bytes, text);
    }
  }

  /** The decoded run without broken parts; the code pages lost bytes that they could not show. */
  private static String withoutRest(byte[] bytes, String text) {
    String lenient = new String(bytes, StandardCharsets.UTF_8);
    String known = lenient.replace("\uFFFD", "");
    boolean plausible = known.codePoints().anyMatch(c -> c > 0x7FF) || isCutPicture(bytes);
    return plausible ? known : text;
  }

  private static boolean isCutPicture(byte[] bytes) {
    return bytes.length >= 3 && bytes[0] == (byte) 0xF0 && bytes[1] == (byte) 0x9F;
  }
}
