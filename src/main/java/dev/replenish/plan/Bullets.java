package dev.replenish.plan;

import dev.replenish.board.Field;
import dev.replenish.text.Ascii;
import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;

/** Finds out how the items of a list in a field look. */
final class Bullets {
  private Bullets() {}

  /** What the next item begins with: as the least indented one does, or with a plain dash. */
  static String prefix(SourceText source, Field field) {
    byte[] bytes = source.bytes();
    Span extent = field.extent();
    Span best = null;
    int at = LineWalk.next(bytes, extent.from());
    while (at < extent.to()) {
      int mark = Ascii.skipSpacesAndTabs(bytes, at, extent.to());
      Span indent = new Span(at, mark);
      if (isBullet(bytes, mark, extent.to()) && (best == null || indent.length() < best.length())) {
        best = indent;
      }
      at = LineWalk.next(bytes, at);
    }
    return best == null ? "- " : source.text(best) + (char) bytes[best.to()] + " ";
  }

  private static boolean isBullet(byte[] bytes, int at, int end) {
    return at + 1 < end
        && (bytes[at] == '-' || bytes[at] == '*' || bytes[at] == '+')
        && Ascii.isSpaceOrTab(bytes[at + 1]);
  }
}
