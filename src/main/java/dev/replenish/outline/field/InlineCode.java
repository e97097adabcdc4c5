package dev.replenish.outline.field;

/** Code within a line, where no character is a mark. */
final class InlineCode {
  private InlineCode() {}

  /** Whether {@code at} is between two backticks of {@code text}. */
  static boolean holds(String text, int at) {
    int before = 0;
    for (int i = 0; i < at; i++) {
      before += text.charAt(i) == '`' ? 1 : 0;
    }
    return before % 2 == 1 && text.indexOf('`', at) >= 0;
  }
}
