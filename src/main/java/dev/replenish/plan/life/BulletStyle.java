package dev.replenish.plan.life;

import dev.replenish.board.Field;
import dev.replenish.text.Ascii;
import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;

/** Determines the style of the list items in a field. */
final class BulletStyle {
  /** Text that is indented by this much more than its label is code. */
  private static final int CODE = 4;

  private BulletStyle() {}

  /**
   * The prefix of the next item: that of the least indented item, or else a dash below the label.
   */
  static String prefix(SourceText source, Field field) {
    byte[] bytes = source.bytes();
    Span extent = field.extent();
    Span label = indent(bytes, extent.from(), extent.to());
    Span best = null;
    int at = LineWalk.next(bytes, extent.from());
    while (at < extent.to()) {
      Span indent = indent(bytes, at, extent.to());
      boolean deep = indent.length() >= label.length() + CODE;
      if (!deep
          && isBullet(bytes, indent.to(), extent.to())
          && (best == null || indent.length() < best.length())) {
        best = indent;
      }
      at = LineWalk.next(bytes, at);
    }
    if (best == null) {
      String nested = isBullet(bytes, label.to(), extent.to()) ? "  - " : "- ";
      return source.text(label) + nested;
    }
    return source.text(best) + (char) bytes[best.to()] + " ";
  }

  /** Whether {@code field} ends in HTML, which only a blank line is sure to end. */
  static boolean endsInHtml(SourceText source, Field field) {
    byte[] bytes = source.bytes();
    int from = LineWalk.previous(bytes, field.extent().from(), field.extent().to());
    String last = source.text(new Span(from, field.extent().to())).strip();
    return last.startsWith("<") && !last.endsWith("-->");
  }

  private static Span indent(byte[] bytes, int from, int to) {
    return new Span(from, Ascii.skipSpacesAndTabs(bytes, from, to));
  }

  private static boolean isBullet(byte[] bytes, int at, int end) {
    return at + 1 < end
        && (bytes[at] == '-' || bytes[at] == '*' || bytes[at] == '+')
        && Ascii.isSpaceOrTab(bytes[at + 1]);
  }
}
