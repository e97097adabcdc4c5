package dev.replenish.report.page;

import dev.replenish.report.TerminalText;
import dev.replenish.text.OneLine;

/** Text that others wrote, on one line of a page; the template escapes it. */
final class PageText {
  private static final int LONGEST = 200;

  private PageText() {}

  /** Without what moves, turns or hides text, and cut where it is very long. */
  static String line(String text) {
    return OneLine.cut(TerminalText.line(text).strip(), LONGEST);
  }

  /** The same for HTML that no template makes. */
  static String escaped(String text) {
    return line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
