package dev.replenish.plan.add;

import dev.replenish.board.FieldName;
import dev.replenish.text.OneLine;

/**
 * Escapes text from users and programs for a task's block (docs/reference/adding.md): nothing in it
 * ends the block, begins another field or hides what follows.
 */
public final class MarkdownEscape {
  private MarkdownEscape() {}

  /** The text as one line to follow a label; no comment begins in it. */
  public static String inline(String text) {
    return OneLine.line(text).replace("<!--", "\\<!--");
  }

  /**
   * The text as one line to follow the tags of a header: it is not read as another tag, and
   * Markdown does not take a final run of {@code #} for the end of the heading.
   */
  public static String title(String text) {
    return HeaderTitle.fit(inline(text));
  }

  /** The text as one line for a place where Markdown could see the beginning of a block. */
  public static String atStart(String text) {
    String line = inline(text);
    int at = afterMarks(line);
    String rest = line.substring(at);
    return beginsBlock(rest) || isField(rest) ? line.substring(0, at) + "\\" + rest : line;
  }

  /** The text as lines of plain text, lists and quotes; keeps indentation and empty lines. */
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

  /** The offset after the marks of lists and quotes, each of which may hold a block of its own. */
  private static int afterMarks(String line) {
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
      return afterSpace(line, from + 1);
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
    return (number || bullet) && apart ? afterSpace(line, at + 1) : from;
  }

  private static int afterSpace(String line, int at) {
    return at < line.length() && line.charAt(at) == ' ' ? at + 1 : at;
  }

  private static boolean beginsBlock(String line) {
    return line.startsWith("#")
        || line.startsWith("<")
        || line.startsWith("```")
        || line.startsWith("~~~")
        || isRule(line);
  }

  /** Whether the line is a thematic break, or an underline that makes the line above a heading. */
  private static boolean isRule(String line) {
    if (line.isEmpty() || "-=_*".indexOf(line.charAt(0)) < 0) {
      return false;
    }
    char mark = line.charAt(0);
    return line.chars().allMatch(c -> c == mark || c == ' ');
  }

  /** Whether a field that the rules read would begin here. */
  private static boolean isField(String line) {
    if (!line.startsWith("**") && !line.startsWith("__")) {
      return false;
    }
    int close = line.indexOf(line.substring(0, 2), 3);
    String label = close < 0 ? "" : line.substring(2, close).replace(":", "");
    return FieldName.of(label).isPresent();
  }
}
