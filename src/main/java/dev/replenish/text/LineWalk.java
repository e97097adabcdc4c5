package dev.replenish.text;

/** Finds the starts and ends of lines in bytes, with any line endings. */
public final class LineWalk {
  private LineWalk() {}

  /** The start of the line that holds {@code at}. */
  public static int start(byte[] bytes, int at) {
    int start = at;
    while (start > 0 && !Ascii.isBreak(bytes[start - 1])) {
      start--;
    }
    return start;
  }

  /** The end of the line that holds {@code at}, before its line ending. */
  public static int end(byte[] bytes, int at) {
    int end = at;
    while (end < bytes.length && !Ascii.isBreak(bytes[end])) {
      end++;
    }
    return end;
  }

  /** The start of the line after the one that holds {@code at}, or the end of the file. */
  public static int next(byte[] bytes, int at) {
    int end = end(bytes, at);
    boolean pair = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
    return Math.min(bytes.length, pair ? end + 2 : end + 1);
  }

  /**
   * The start of the line before the one that begins at {@code at}; {@code at} for the first line.
   *
   * @param start where the first line begins
   */
  public static int previous(byte[] bytes, int start, int at) {
    if (at <= start) {
      return at;
    }
    int i = at - 1;
    if (i > start && bytes[i] == '\n' && bytes[i - 1] == '\r') {
      i--;
    }
    while (i > start && !Ascii.isBreak(bytes[i - 1])) {
      i--;
    }
    return i;
  }

  /** Whether only spaces and tabs follow from {@code at} to the end of its line. */
  public static boolean isBlank(byte[] bytes, int at) {
    int i = Ascii.skipSpacesAndTabs(bytes, at, bytes.length);
    return i == bytes.length || Ascii.isBreak(bytes[i]);
  }
}
