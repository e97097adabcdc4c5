package dev.replenish.plan.add;

import dev.replenish.board.FieldName;
import dev.replenish.text.OneLine;

/**
 * Words that people or programs give, made fit to be in a task's block (docs/reference/adding.md):
 * nothing in them ends the block, begins another field or hides what follows.
 */
public final class MarkdownEscape {
  private MarkdownEscape() {}

  /** One line, to be behind a label; no comment begins in it. */
  public static String inline(String text) {
    return OneLine.line(text).replace("<!--", "\\<!--");
  }

  /**
   * One line, to be behind the tags of a header: it is no further tag, and a final run of {@code #}
   * belongs to it, where Markdown would take that for the end of the heading.
   */
  public static String title(String text) {
    return HeaderTitle.fit(inline(text));
  }

  /** One line, to be where Markdown looks for the beginning of a block. */
  public static String atStart(String text) {
    String line = inline(text);
    int at = behindMarks(line);
    String rest = line.substring(at);
    return beginsBlock(rest) || isField(rest) ? line.substring(0, at) + "\\" + rest : line;
  }

  /** Lines of plain text, lists and quotes; indented and empty lines stay so. */
  static String prose(String text) {
    StringBuilder prose = new StringBuilder();
    for (String line : text.strip().split("\\R", -1)) {
      String flat = line.replace("\t", "    ");
      String indent = flat.substring(0, flat.length() - flat.stripLeading().length());
      String words = atStart(flat);
      prose.append(words.isEmpty() ? "" : indent.replaceAll("[^ ]", ""));
      prose.append(words).append('\n');
    }
    return prose.toString();
  }

  /** Behind the marks of lists and quotes, all of which may hold a block of their own. */
  private static int behindMarks(String line) {
    int at = 0;
    while (at < line.length() && !isRule(line.substring(at))) {
      int mark = markEnd(line, at);
      if (mark == at) {
        break;
      }
      at = mark;
    }
    return at;
  }

  private static int markEnd(String line, int from) {
    char c = line.charAt(from);
    if (c == '>') {
      return behindSpace(line, from + 1);
    }
    int at = from;
    while (at < line.length()
        && at - from < 9
        && line.charAt(at) >= '0'
        && line.charAt(at) <= '9') {
      at++;
    }
    boolean number = at > from && at < line.length() && ".)".indexOf(line.charAt(at)) >= 0;
    boolean bullet = at == from && "-+*".indexOf(c) >= 0;
    boolean apart = at + 1 < line.length() && line.charAt(at + 1) == ' ';
    return (number || bullet) && apart ? behindSpace(line, at + 1) : from;
  }

  private static int behindSpace(String line, int at) {
    return at < line.length() && line.charAt(at) == ' ' ? at + 1 : at;
  }

  private static boolean beginsBlock(String line) {
    return line.startsWith("#")
        || line.startsWith("<")
        || line.startsWith("```")
        || line.startsWith("~~~")
        || isRule(line);
  }

  /** A thematic break, or the underline that makes a heading of the line above. */
  private static boolean isRule(String line) {
    if (line.isEmpty() || "-=_*".indexOf(line.charAt(0)) < 0) {
      return false;
    }
    char mark = line.charAt(0);
    return line.chars().allMatch(c -> c == mark || c == ' ');
  }

  /** Whether a field that rules read would begin here. */
  private static boolean isField(String line) {
    if (!line.startsWith("**") && !line.startsWith("__")) {
      return false;
    }
    int close = line.indexOf(line.substring(0, 2), 3);
    String label = close < 0 ? "" : line.substring(2, close).replace(":", "");
    return FieldName.of(label).isPresent();
  }
}
