package dev.replenish.dialect;

import dev.replenish.board.InsertionPoint;
import dev.replenish.text.Ascii;
import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;

/** Examines the lines around a block, which are at the top level of the document. */
public final class Lines {
  private Lines() {}

  /** The offset after the blank lines that begin at {@code at}. */
  static int skipBlank(byte[] bytes, int at) {
    int i = at;
    while (i < bytes.length && LineWalk.isBlank(bytes, i)) {
      i = LineWalk.next(bytes, i);
    }
    return i;
  }

  /** Whether the line at {@code at} is a separator: three dashes or more and nothing else. */
  public static boolean isSeparator(byte[] bytes, int at) {
    int dashes = 0;
    int from = Ascii.skip(bytes, at, bytes.length, ' ');
    for (int i = from; i < bytes.length && !Ascii.isBreak(bytes[i]); i++) {
      if (bytes[i] == '-') {
        dashes++;
      } else if (!Ascii.isSpaceOrTab(bytes[i])) {
        return false;
      }
    }
    return dashes >= 3 && from - at <= 3;
  }

  /**
   * A block with what is moved together with it: blank lines, one separator, blank lines
   * (docs/reference/moving.md). The last blank lines stay if text is right above the block, because
   * that text would otherwise join what follows. The separator stays if a list is above and
   * indented lines follow, because they would otherwise become part of the list.
   *
   * @param belowList whether the line above the block belongs to a list or a quote
   */
  static Span extent(SourceText source, Span block, boolean belowList) {
    byte[] bytes = source.bytes();
    int end = behindSeparator(source, block.to());
    boolean separated = end > block.to();
    int rest = skipBlank(bytes, end);
    boolean indented = rest < bytes.length && Ascii.isSpaceOrTab(bytes[rest]);
    if (separated && belowList && indented) {
      return new Span(block.from(), skipBlank(bytes, block.to()));
    }
    boolean keepBlank = isTextAbove(source, block.from());
    return new Span(block.from(), keepBlank ? end : rest);
  }

  /** The offset after the separator that follows a block's {@code end}; {@code end} without one. */
  static int behindSeparator(SourceText source, int end) {
    byte[] bytes = source.bytes();
    int separator = skipBlank(bytes, end);
    boolean separated = separator < bytes.length && isSeparator(bytes, separator);
    return separated ? LineWalk.next(bytes, separator) : end;
  }

  private static boolean isTextAbove(SourceText source, int at) {
    int above = LineWalk.previous(source.bytes(), source.start(), at);
    return above < at && !LineWalk.isBlank(source.bytes(), above) && source.bytes()[above] != '#';
  }

  /**
   * The value between two offsets of one line, without white space around it; an empty value is
   * after the first space, if there is one.
   */
  public static Span value(byte[] bytes, int from, int to) {
    Span value = Ascii.strip(bytes, from, to);
    return value.length() > 0 || from == to ? value : Span.at(from + 1);
  }

  /**
   * The insertion point at {@code offset}, with the state of the lines around it.
   *
   * @param belowList whether the line above belongs to a list or a quote
   */
  public static InsertionPoint pointAt(SourceText source, int offset, boolean belowList) {
    byte[] bytes = source.bytes();
    boolean lineStart = source.atLineStart(offset);
    int above = lineStart ? LineWalk.previous(source.bytes(), source.start(), offset) : offset;
    boolean blankBefore = lineStart && (above == offset || LineWalk.isBlank(bytes, above));
    boolean blankAfter = LineWalk.isBlank(bytes, offset);
    return new InsertionPoint(offset, lineStart, blankBefore, belowList, blankAfter);
  }
}
