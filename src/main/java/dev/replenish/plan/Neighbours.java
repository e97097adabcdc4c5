package dev.replenish.plan;

import dev.replenish.text.Ascii;
import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceText;

/**
 * The surroundings of a place between two blocks.
 *
 * @param offset the place: the start of a line, or the end of the file
 */
public record Neighbours(SourceText source, int offset) {

  /** Whether a line begins here; if not, the last line of the file must be ended first. */
  public boolean atLineStart() {
    return source.atLineStart(offset);
  }

  /** Whether the line above is blank, or there is none. */
  public boolean blankBefore() {
    int above = LineWalk.previous(source.bytes(), source.start(), offset);
    return above == offset || LineWalk.isBlank(source.bytes(), above);
  }

  /** Whether the line below is blank, or there is none. */
  public boolean blankAfter() {
    int at = Ascii.skipSpacesAndTabs(source.bytes(), offset, source.length());
    return at == source.length() || Ascii.isBreak(source.bytes()[at]);
  }

  /** Whether a separator follows, after nothing but blank lines. */
  public boolean separatorFollows() {
    byte[] bytes = source.bytes();
    int at = offset;
    while (at < bytes.length && (Ascii.isBreak(bytes[at]) || Ascii.isSpaceOrTab(bytes[at]))) {
      at++;
    }
    int end = Ascii.skip(bytes, at, bytes.length, '-');
    return end - at >= 3 && new Neighbours(source, end).blankAfter();
  }

  /** The start of the next line. */
  public Neighbours nextLine() {
    return new Neighbours(source, LineWalk.next(source.bytes(), offset));
  }
}
