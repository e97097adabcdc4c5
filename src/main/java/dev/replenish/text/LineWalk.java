package dev.replenish.text;

/** Goes from line to line in bytes, whatever ends them. */
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

  /** The start of the line after the one that holds {@code at}; the end if it is the last. */
  public static int next(byte[] bytes, int at) {
    int end = end(bytes, at);
    boolean pair = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
    return Math.min(bytes.length, pair ? end + 2 : end + 1);
  }

  /**
   * The start of the line before the one that begins at {@code at}; {@code at} if it is the first.
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

  /** Whether there are only spaces and tabs from {@code at} to the end of its line. */
  public static boolean isBlank(byte[] bytes, int at) {
    int i = Ascii.skipSpacesAndTabs(bytes, at, bytes.length);
    return i == bytes.length || Ascii.isBreak(bytes[i]);
  }
}
