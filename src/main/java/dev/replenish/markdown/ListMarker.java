package dev.replenish.markdown;

import dev.replenish.text.Ascii;

/**
 * The marker a list item begins with: {@code -}, {@code +}, {@code *}, {@code 1.} or {@code 1)}.
 */
final class ListMarker {
  private static final int MAX_DIGITS = 9;

  private boolean ordered;
  private int number;
  private int length;

  boolean ordered() {
    return ordered;
  }

  int number() {
    return number;
  }

  /**
   * Moves past the marker at the cursor and returns the indentation of the item's content in
   * columns; 0 if no item begins here.
   *
   * <p>The content begins after 1 to 4 columns of white space. After 5 or more columns it is
   * indented code, and an empty line's content begins on the next line: both count as one column.
   * To interrupt a paragraph, an item must have content and its number must be 1.
   */
  int open(Cursor cursor, boolean inParagraph) {
    if (!read(cursor.bytes, cursor.content, cursor.end)) {
      return 0;
    }
    int gap = cursor.gapAfterMarker(length);
    if (inParagraph && (gap < 0 || (ordered && number != 1))) {
      return 0;
    }
    int columns = gap < 0 || gap > 4 ? 1 : gap;
    int indent = cursor.indent() + length + columns;
    cursor.skipMarker(length, columns);
    return indent;
  }

  /** Reads a marker, which white space or the line's end must follow. */
  private boolean read(byte[] bytes, int at, int end) {
    byte first = bytes[at];
    ordered = Ascii.isDigit(first);
    int after = ordered ? readNumber(bytes, at, end) : at;
    boolean mark =
        ordered
            ? after < end && (bytes[after] == '.' || bytes[after] == ')')
            : first == '-' || first == '+' || first == '*';
    after++;
    length = after - at;
    return mark && (after == end || Ascii.isSpaceOrTab(bytes[after]));
  }

  /** Reads at most nine digits, so that the number fits an int. */
  private int readNumber(byte[] bytes, int at, int end) {
    int i = at;
    number = 0;
    while (i < end && i - at < MAX_DIGITS && Ascii.isDigit(bytes[i])) {
      number = number * 10 + bytes[i++] - '0';
    }
    return i;
  }
}
