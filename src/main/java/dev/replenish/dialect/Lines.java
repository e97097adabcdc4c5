package dev.replenish.dialect;

import dev.replenish.board.InsertionPoint;
import dev.replenish.text.Ascii;
import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;

/** What the lines around a block are; only ever asked at the top level, behind a closing marker. */
public final class Lines {
  private Lines() {}

  /** Behind the blank lines that begin at {@code at}. */
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
   * A block with what leaves together with it: blank lines, one separator, blank lines
   * (docs/reference/moving.md). The blank lines at the end stay where text is right above the
   * block, because that text would otherwise run into what follows; the separator stays where a
   * list is above and indented lines follow, because the list would otherwise take them in.
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
    boolean keepBlank = textStandsAbove(source, block.from());
    return new Span(block.from(), keepBlank ? end : rest);
  }

  /** Behind the block that ends at {@code end} and the separator that follows it, if one does. */
  static int behindSeparator(SourceText source, int end) {
    byte[] bytes = source.bytes();
    int separator = skipBlank(bytes, end);
    boolean separated = separator < bytes.length && isSeparator(bytes, separator);
    return separated ? LineWalk.next(bytes, separator) : end;
  }

  private static boolean textStandsAbove(SourceText source, int at) {
    int above = LineWalk.previous(source.bytes(), source.start(), at);
    return above < at && !LineWalk.isBlank(source.bytes(), above) && source.bytes()[above] != '#';
  }

  /**
   * The value between two offsets of one line, without white space around it; an empty one is
   * behind a single space, where there is one.
   */
  public static Span value(byte[] bytes, int from, int to) {
    Span value = Ascii.strip(bytes, from, to);
    return value.length() > 0 || from == to ? value : Span.at(from + 1);
  }

  /**
   * The place at {@code offset}, with what is around it.
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
