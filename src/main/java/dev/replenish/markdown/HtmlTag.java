package dev.replenish.markdown;

import dev.replenish.text.Ascii;

/**
 * Reads one complete HTML tag of any name.
 *
 * <p>Open: {@code <}, a name, attributes, white space, an optional {@code /}, {@code >}. Closing:
 * {@code </}, a name, white space, {@code >}. No part needs a second look, so one pass decides.
 */
final class HtmlTag {
  private HtmlTag() {}

  /** Whether the tag that begins at {@code at} is complete and nothing else is on its line. */
  static boolean fills(byte[] bytes, int at, int end) {
    boolean closing = at + 1 < end && bytes[at + 1] == '/';
    int i = skipName(bytes, at + (closing ? 2 : 1), end);
    if (i < 0) {
      return false;
    }
    if (!closing) {
      i = skipAttributes(bytes, i, end);
      if (i < 0) {
        return false;
      }
    }
    i = Ascii.skipWhiteSpace(bytes, i, end);
    if (!closing && i < end && bytes[i] == '/') {
      i++;
    }
    return i < end && bytes[i] == '>' && Ascii.skipWhiteSpace(bytes, i + 1, end) == end;
  }

  /** A tag name is a letter, then letters, digits and hyphens. */
  private static int skipName(byte[] bytes, int at, int end) {
    if (at >= end || !Ascii.isLetter(bytes[at])) {
      return -1;
    }
    int i = at + 1;
    while (i < end && (Ascii.isLetter(bytes[i]) || Ascii.isDigit(bytes[i]) || bytes[i] == '-')) {
      i++;
    }
    return i;
  }

  /**
   * An attribute is white space, a name, and optionally {@code =} and a value around which white
   * space may be.
   */
  private static int skipAttributes(byte[] bytes, int at, int end) {
    int behind = at;
    while (behind >= 0) {
      int i = Ascii.skipWhiteSpace(bytes, behind, end);
      if (i == behind || i == end || !startsAttribute(bytes[i])) {
        return behind;
      }
      while (i < end && continuesAttribute(bytes[i])) {
        i++;
      }
      int sign = Ascii.skipWhiteSpace(bytes, i, end);
      boolean valued = sign < end && bytes[sign] == '=';
      behind = valued ? skipValue(bytes, Ascii.skipWhiteSpace(bytes, sign + 1, end), end) : i;
    }
    return -1;
  }

  private static boolean startsAttribute(byte b) {
    return Ascii.isLetter(b) || b == '_' || b == ':';
  }

  private static boolean continuesAttribute(byte b) {
    return startsAttribute(b) || Ascii.isDigit(b) || b == '.' || b == '-';
  }

  /** A value is in quotes, or has neither quotes nor any of {@code =<>`} nor white space. */
  private static int skipValue(byte[] bytes, int at, int end) {
    if (at == end) {
      return -1;
    }
    byte quote = bytes[at];
    if (quote == '"' || quote == '\'') {
      int close = Ascii.find(bytes, at + 1, end, quote);
      return close < 0 ? -1 : close + 1;
    }
    int i = at;
    while (i < end && unquoted(bytes[i])) {
      i++;
    }
    return i == at ? -1 : i;
  }

  private static boolean unquoted(byte b) {
    return switch (b) {
      case '"', '\'', '=', '<', '>', '`' -> false;
      default -> b <= 0 || b > ' '; // NUL stands for U+FFFD
    };
  }
}
