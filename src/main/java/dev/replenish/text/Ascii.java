package dev.replenish.text;

/** Tests and searches on ASCII bytes, with the character classes of CommonMark. */
public final class Ascii {
  private Ascii() {}

  /** Whether {@code b} is a space or a tab. */
  public static boolean isSpaceOrTab(byte b) {
    return b == ' ' || b == '\t';
  }

  /** Whether {@code b} is white space inside a line: space, tab, vertical tab or form feed. */
  public static boolean isWhiteSpace(byte b) {
    return b == ' ' || b == '\t' || b == 0x0B || b == '\f';
  }

  /** Whether {@code b} is a digit. */
  public static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** Whether {@code b} is a letter. */
  public static boolean isLetter(byte b) {
    int lower = b | 0x20;
    return lower >= 'a' && lower <= 'z';
  }

  /** Whether {@code b} is punctuation, which a backslash can escape. */
  public static boolean isPunctuation(byte b) {
    return b > ' ' && b < 0x7F && !isDigit(b) && !isLetter(b);
  }

  /** Offset of the first byte from {@code at} on that is not {@code b}. */
  public static int skip(byte[] bytes, int at, int end, int b) {
    int i = at;
    while (i < end && bytes[i] == b) {
      i++;
    }
    return i;
  }

  public static int skipSpacesAndTabs(byte[] bytes, int at, int end) {
    int i = at;
    while (i < end && isSpaceOrTab(bytes[i])) {
      i++;
    }
    return i;
  }

  public static int skipWhiteSpace(byte[] bytes, int at, int end) {
    int i = at;
    while (i < end && isWhiteSpace(bytes[i])) {
      i++;
    }
    return i;
  }

  /** Offset of the first {@code b} from {@code at} on, or -1. */
  public static int find(byte[] bytes, int at, int end, int b) {
    for (int i = at; i < end; i++) {
      if (bytes[i] == b) {
        return i;
      }
    }
    return -1;
  }

  /** Offset of the first {@code word}, one byte or more, from {@code at} on, or -1. */
  public static int find(byte[] bytes, int at, byte[] word) {
    for (int i = at; i <= bytes.length - word.length; i++) {
      if (bytes[i] == word[0]) {
        int same = 1;
        while (same < word.length && bytes[i + same] == word[same]) {
          same++;
        }
        if (same == word.length) {
          return i;
        }
      }
    }
    return -1;
  }

  public static boolean startsWith(byte[] bytes, int at, int end, String ascii) {
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

  public static boolean contains(byte[] bytes, int at, int end, String ascii) {
    char first = ascii.charAt(0);
    for (int i = at; i < end; i++) {
      if (bytes[i] == first && startsWith(bytes, i, end, ascii)) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code b} can be part of a marker's word: a letter, digit, dash or underscore. */
  public static boolean isWord(byte b) {
    return isDigit(b) || isLetter(b) || b == '_' || b == '-';
  }

  /** Whether {@code b} belongs to a line ending: LF or CR. */
  public static boolean isBreak(byte b) {
    return b == '\n' || b == '\r';
  }

  /** The span without the spaces and tabs at both ends. */
  public static Span strip(byte[] bytes, int from, int to) {
    int start = skipSpacesAndTabs(bytes, from, to);
    int end = to;
    while (end > start && isSpaceOrTab(bytes[end - 1])) {
      end--;
    }
    return new Span(start, end);
  }
}
