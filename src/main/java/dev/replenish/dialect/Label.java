package dev.replenish.dialect;

import dev.replenish.text.Ascii;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The label of a field: {@code **Label:** value} or {@code **Label**: value}, also indented or
 * after a list marker (docs/reference/format.md, "Fields").
 *
 * @param name the label without emphasis and colon
 * @param nameSpan where the label is
 * @param value where the value is on the line; empty if there is none
 */
public record Label(String name, Span nameSpan, Span value) {
  private static final int MAX_NAME = 120;

  /** The label on the line from {@code from} to {@code to}, or null. */
  static @Nullable public Label parse(SourceText source, int from, int to) {
    byte[] bytes = source.bytes();
    int at = Ascii.skipSpacesAndTabs(bytes, from, to);
    if (at + 1 < to && isBullet(bytes[at]) && Ascii.isSpaceOrTab(bytes[at + 1])) {
      at = Ascii.skipSpacesAndTabs(bytes, at + 1, to);
    }
    if (at + 4 >= to || !isStrong(bytes, at)) {
      return null;
    }
    byte mark = bytes[at];
    int end = closing(bytes, at + 2, to, mark);
    if (end < 0) {
      return null;
    }
    int afterMarks = end + 2;
    boolean inside = bytes[end - 1] == ':';
    boolean outside = !inside && afterMarks < to && bytes[afterMarks] == ':';
    if (!inside && !outside) {
      return null;
    }
    Span name = Ascii.strip(bytes, at + 2, inside ? end - 1 : end);
    Span value = Lines.value(bytes, outside ? afterMarks + 1 : afterMarks, to);
    return name.length() == 0 ? null : new Label(source.text(name), name, value);
  }

  private static boolean isBullet(byte b) {
    return b == '-' || b == '*' || b == '+';
  }

  private static boolean isStrong(byte[] bytes, int at) {
    return (bytes[at] == '*' || bytes[at] == '_') && bytes[at + 1] == bytes[at];
  }

  private static int closing(byte[] bytes, int from, int to, byte mark) {
    int limit = Math.min(to - 1, from + MAX_NAME);
    for (int i = from + 1; i < limit; i++) {
      if (bytes[i] == mark && bytes[i + 1] == mark) {
        return i;
      }
    }
    return -1;
  }
}
