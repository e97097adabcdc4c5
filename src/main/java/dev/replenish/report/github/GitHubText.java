package dev.replenish.report.github;

import dev.replenish.report.TerminalText;
import dev.replenish.text.OneLine;

/**
 * Text that others wrote, for pages that GitHub renders (docs/reference/github-actions.md). What it
 * gives may be inside a line of Markdown, in a cell of a table and in HTML, and shows there as the
 * plain text that it is.
 *
 * <p>Two things would make more of it. Markdown and HTML are made of punctuation, so all of it that
 * can mean something becomes character references. Mentions, issue references, emoji codes, commit
 * ids and bare addresses are looked for only after the page is rendered, when references are
 * characters again; they are looked for in one piece of text at a time, so {@code <wbr>}, a place
 * where a line may be broken, takes them apart and can neither be seen nor copied.
 */
public final class GitHubText {
  private static final String HARMLESS = " ,.-()?!+=;%/";
  private static final String GLUE = "@#:/.-$";
  private static final String BREAK = "<wbr>";
  private static final int LONGEST = 400;
  private static final int SHORTER_THAN_A_COMMIT = 6;

  private GitHubText() {}

  /** {@code text} on one line and as nothing but text, cut where it is very long. */
  public static String plain(String text) {
    String line = oneLine(text);
    StringBuilder plain = new StringBuilder(line.length() * 2);
    int digits = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean digit = Character.digit(c, 16) >= 0;
      if (digit && digits == SHORTER_THAN_A_COMMIT) {
        plain.append(BREAK);
        digits = 0;
      }
      digits = digit ? digits + 1 : 0;
      append(c, plain);
      if (gluesTo(c, line, i + 1)) {
        plain.append(BREAK);
      }
    }
    return plain.toString();
  }

  /** Whether {@code c} and what follows at {@code next} could be more than text together. */
  private static boolean gluesTo(char c, String line, int next) {
    boolean end = next == line.length() || (line.charAt(next) == ' ' && c != '$');
    return GLUE.indexOf(c) >= 0 && !end;
  }

  /** {@code text} as code inside a line of Markdown. */
  public static String lineCode(String text) {
    return "<code>" + plain(text) + "</code>";
  }

  /**
   * {@code text} as code inside of HTML, in which GitHub looks for nothing, so that it needs no
   * breaks. Markdown's own addresses know of no code between tags.
   */
  public static String code(String text) {
    StringBuilder code = new StringBuilder("<code>");
    oneLine(text).chars().forEach(c -> append((char) c, code));
    return code.append("</code>").toString();
  }

  private static String oneLine(String text) {
    return OneLine.cut(TerminalText.line(text).strip(), LONGEST);
  }

  private static void append(char c, StringBuilder text) {
    if (c >= 128 || isAlphanumeric(c) || HARMLESS.indexOf(c) >= 0) {
      text.append(c);
    } else {
      text.append("&#").append((int) c).append(';');
    }
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
