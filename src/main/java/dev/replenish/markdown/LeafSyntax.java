package dev.replenish.markdown;

import dev.replenish.text.Ascii;

/** The one-line patterns of leaf blocks; each begins at the cursor's content. */
final class LeafSyntax {
  private LeafSyntax() {}

  /** The level of an ATX heading: 1 to 6 {@code #}, then white space or the line's end. Else 0. */
  static int headingLevel(Cursor cursor) {
    int limit = Math.min(cursor.end, cursor.content + 7);
    int after = Ascii.skip(cursor.bytes, cursor.content, limit, '#');
    int level = after - cursor.content;
    boolean delimited = after == cursor.end || Ascii.isSpaceOrTab(cursor.bytes[after]);
    return delimited && level <= 6 ? level : 0;
  }

  /**
   * End of an ATX heading's text, which begins at {@code start}: without trailing white space and
   * without a closing run of {@code #}, which must be alone or follow white space.
   */
  static int headingEnd(byte[] bytes, int start, int lineEnd) {
    int end = Ascii.strip(bytes, start, lineEnd).to();
    int beforeRun = end;
    while (beforeRun > start && bytes[beforeRun - 1] == '#') {
      beforeRun--;
    }
    boolean closing = beforeRun == start || Ascii.isSpaceOrTab(bytes[beforeRun - 1]);
    return closing ? Ascii.strip(bytes, start, beforeRun).to() : end;
  }

  /**
   * The level of a setext underline: only {@code =} (1) or {@code -} (2), then white space. Else 0.
   */
  static int underlineLevel(Cursor cursor) {
    byte mark = cursor.first();
    int after = Ascii.skip(cursor.bytes, cursor.content, cursor.end, mark);
    if (Ascii.skipSpacesAndTabs(cursor.bytes, after, cursor.end) < cursor.end) {
      return 0;
    }
    return mark == '=' ? 1 : 2;
  }

  /**
   * The length of an opening code fence: at least 3 backticks or tildes; no further backtick may
   * follow backticks. 0 if there is none.
   */
  static int fenceLength(Cursor cursor) {
    byte mark = cursor.first();
    int after = Ascii.skip(cursor.bytes, cursor.content, cursor.end, mark);
    int length = after - cursor.content;
    boolean open =
        length >= 3 && (mark == '~' || Ascii.find(cursor.bytes, after, cursor.end, '`') < 0);
    return open ? length : 0;
  }

  /** A closing fence: at most 3 columns of indentation, not shorter than the opening fence. */
  static boolean closesFence(Cursor cursor, byte mark, int length) {
    if (cursor.indent() > 3 || cursor.blank() || cursor.first() != mark) {
      return false;
    }
    int after = Ascii.skip(cursor.bytes, cursor.content, cursor.end, mark);
    return after - cursor.content >= length
        && Ascii.skipSpacesAndTabs(cursor.bytes, after, cursor.end) == cursor.end;
  }
}
