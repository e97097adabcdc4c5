package dev.replenish.dialect;

import dev.replenish.text.Span;

/** Questions about words and lines that the markers and labels of a board ask. */
final class Bytes {
  private Bytes() {}

  static boolean isWord(byte b) {
    return Ascii.isDigit(b) || Ascii.isLetter(b) || b == '_' || b == '-';
  }

  static boolean isBreak(byte b) {
    return b == '\n' || b == '\r';
  }

  /** The span without the spaces and tabs at both ends. */
  static Span strip(byte[] bytes, int from, int to) {
    int start = Ascii.skipSpacesAndTabs(bytes, from, to);
    int end = to;
    while (end > start && Ascii.isSpaceOrTab(bytes[end - 1])) {
      end--;
    }
    return new Span(start, end);
  }
}
