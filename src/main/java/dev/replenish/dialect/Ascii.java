package dev.replenish.dialect;

/** Questions about single bytes and runs of them, as CommonMark asks them. */
final class Ascii {
  private Ascii() {}

  static boolean isSpaceOrTab(byte b) {
    return b == ' ' || b == '\t';
  }

  /** White space inside a line: space, tab, vertical tab and form feed. */
  static boolean isWhiteSpace(byte b) {
    return b == ' ' || b == '\t' || b == 0x0B || b == '\f';
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  static boolean isLetter(byte b) {
    int lower = b | 0x20;
    return lower >= 'a' && lower <= 'z';
  }

  /** Punctuation, which a backslash takes literally. */
  static boolean isPunctuation(byte b) {
    return b > ' ' && b < 0x7F && !isDigit(b) && !isLetter(b);
  }

  /** Offset of the first byte from {@code at} on that is not {@code b}. */
  static int skip(byte[] bytes, int at, int end, int b) {
    int i = at;
    while (i < end && bytes[i] == b) {
      i++;
    }
    return i;
  }

  static int skipSpacesAndTabs(byte[] bytes, int at, int end) {
    int i = at;
    while (i < end && isSpaceOrTab(bytes[i])) {
      i++;
    }
    return i;
  }

  static int skipWhiteSpace(byte[] bytes, int at, int end) {
    int i = at;
    while (i < end && isWhiteSpace(bytes[i])) {
      i++;
    }
    return i;
  }

  /** Offset of the first {@code b} from {@code at} on, or -1. */
  static int find(byte[] bytes, int at, int end, int b) {
    for (int i = at; i < end; i++) {
      if (bytes[i] == b) {
        return i;
      }
    }
    return -1;
  }

  static boolean startsWith(byte[] bytes, int at, int end, String ascii) {
    if (end - at < ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[at + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static boolean contains(byte[] bytes, int at, int end, String ascii) {
    char first = ascii.charAt(0);
    for (int i = at; i < end; i++) {
      if (bytes[i] == first && startsWith(bytes, i, end, ascii)) {
        return true;
      }
    }
    return false;
  }
}
