package dev.replenish.report.github;

import dev.replenish.report.TerminalText;
import dev.replenish.text.OneLine;

/**
 * Escapes untrusted text for pages that GitHub renders (docs/reference/github-actions.md). The
 * result is shown as plain text in a line of Markdown, in a table cell and in HTML.
 *
 * <p>Two things could give it a meaning. Markdown and HTML consist of punctuation, so all
 * significant punctuation becomes character references. GitHub finds mentions, issue references,
 * emoji codes, commit ids and bare addresses only after rendering, when references are characters
 * again. It searches one text node at a time, so {@code <wbr>}, an invisible place for a line break
 * that is not copied, splits them.
 */
public final class GitHubText {
  private static final String HARMLESS = " ,.-()?!+=;%/";
  private static final String REFERENCE_MARKS = "@#:/.-$";
  private static final String BREAK = "<wbr>";
  private static final int LONGEST = 400;
  private static final int SHORTER_THAN_A_COMMIT = 6;

  private GitHubText() {}

  /** {@code text} as plain text on one line, cut if it is very long. */
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
      if (needsBreak(c, line, i + 1)) {
        plain.append(BREAK);
      }
    }
    return plain.toString();
  }

  /** Whether {@code c} could form a reference with the text at {@code next}. */
  private static boolean needsBreak(char c, String line, int next) {
    boolean end = next == line.length() || (line.charAt(next) == ' ' && c != '$');
    return REFERENCE_MARKS.indexOf(c) >= 0 && !end;
  }

  /** {@code text} as code inside a line of Markdown. */
  public static String lineCode(String text) {
    return "<code>" + plain(text) + "</code>";
  }

  /**
   * {@code text} as code inside HTML. GitHub finds no references in it, so it needs no breaks. Not
   * for a line of Markdown, where bare addresses become links even between code tags.
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
