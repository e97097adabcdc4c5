package dev.replenish.text;

/**
 * The metadata at the start of a document: YAML from a first line {@code ---} to the next {@code
 * ---} or {@code ...}, or TOML between two lines {@code +++}. It is not part of the content.
 *
 * <p>A first {@code ---} right above a blank line or a list is a thematic break.
 */
final class FrontMatter {
  private FrontMatter() {}

  /** The end of front matter that begins at {@code start}; {@code start} if there is none. */
  static int end(byte[] bytes, int start) {
    boolean yaml = isLine(bytes, start, "---");
    if (!yaml && !isLine(bytes, start, "+++")) {
      return start;
    }
    int at = LineWalk.next(bytes, start);
    if (yaml && at < bytes.length && !mayHoldFields(bytes, at)) {
      return start;
    }
    for (; at < bytes.length; at = LineWalk.next(bytes, at)) {
      boolean closes =
          yaml ? isLine(bytes, at, "---") || isLine(bytes, at, "...") : isLine(bytes, at, "+++");
      if (closes) {
        return LineWalk.next(bytes, at);
      }
    }
    return start;
  }

  private static boolean mayHoldFields(byte[] bytes, int at) {
    return !LineWalk.isBlank(bytes, at) && !Ascii.startsWith(bytes, at, bytes.length, "- ");
  }

  private static boolean isLine(byte[] bytes, int at, String mark) {
    return Ascii.startsWith(bytes, at, bytes.length, mark)
        && LineWalk.isBlank(bytes, at + mark.length());
  }
}
