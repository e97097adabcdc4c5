package dev.replenish.markdown;

import dev.replenish.text.Ascii;

/**
 * Recognizes one complete HTML tag of any name.
 *
 * <p>Open: {@code <}, a name, attributes, white space, an optional {@code /}, {@code >}. Closing:
 * {@code </}, a name, white space, {@code >}. One pass without backtracking is enough.
 */
final class HtmlTag {
  private HtmlTag() {}

  /** Whether a complete tag begins at {@code at} and nothing else follows on its line. */
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
   * An attribute is white space, a name, and optionally {@code =} and a value, with optional white
   * space before and after {@code =}.
   */
  private static int skipAttributes(byte[] bytes, int at, int end) {
    int after = at;
    while (after >= 0) {
      int i = Ascii.skipWhiteSpace(bytes, after, end);
      if (i == after || i == end || !startsAttribute(bytes[i])) {
        return after;
      }
      while (i < end && continuesAttribute(bytes[i])) {
        i++;
      }
      int sign = Ascii.skipWhiteSpace(bytes, i, end);
      boolean valued = sign < end && bytes[sign] == '=';
      after = valued ? skipValue(bytes, Ascii.skipWhiteSpace(bytes, sign + 1, end), end) : i;
    }
    return -1;
  }

  private static boolean startsAttribute(byte b) {
    return Ascii.isLetter(b) || b == '_' || b == ':';
  }

  private static boolean continuesAttribute(byte b) {
    return startsAttribute(b) || Ascii.isDigit(b) || b == '.' || b == '-';
  }

  /** A value is in quotes, or contains no quotes, no white space and none of {@code =<>`}. */
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
