package dev.replenish.report.page;

import dev.replenish.report.TerminalText;
import dev.replenish.text.OneLine;
import java.util.regex.Pattern;

/** Untrusted text on one line of a page; the template escapes it. */
final class PageText {
  private static final int LONGEST = 200;
  private static final int MOST_MARKED = 2000;
  private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]+)]\\([^()]*\\)");
  private static final Pattern STRONG = Pattern.compile("\\*\\*([^*]+)\\*\\*");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private PageText() {}

  /** The text without control and invisible characters, cut if it is very long. */
  static String line(String text) {
    return OneLine.cut(TerminalText.line(text).strip(), LONGEST);
  }

  /** A title without the marks of Markdown around its words: {@code Add **retries**}. */
  static String title(String title) {
    String words = OneLine.cut(title, MOST_MARKED);
    words = LINK.matcher(words).replaceAll("$1");
    words = STRONG.matcher(words).replaceAll("$1");
    return line(CODE.matcher(words).replaceAll("$1"));
  }

  /** The text on one line, escaped for HTML that no template makes. */
  static String escaped(String text) {
    return line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
