package dev.replenish.text;

import java.util.Locale;

/** Makes text from a file fit for use in a message. */
public final class OneLine {
  private static final int LONGEST = 40;

  private OneLine() {}

  /**
   * The text on one line: runs of white space and of control or invisible characters become single
   * spaces.
   */
  public static String line(String text) {
    StringBuilder line = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int c = text.codePointAt(i);
      if ((isInvisible(c) && !Joiners.isSpelling(text, i)) || Character.isWhitespace(c)) {
        gap = line.length() > 0;
      } else {
        line.append(gap ? " " : "").appendCodePoint(c);
        gap = false;
      }
    }
    return line.toString();
  }

  /** The text on one line, cut after 40 characters. */
  public static String clean(String text) {
    return cut(line(text), LONGEST);
  }

  /** At most {@code length} characters of {@code text}, three dots in place of the rest. */
  public static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = length - 3;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "...";
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }

  /** The text without HTML comments, including an unclosed one. */
  public static String withoutComments(String text) {
    int open = text.indexOf("<!--");
    if (open < 0) {
      return text;
    }
    StringBuilder rest = new StringBuilder();
    int from = 0;
    while (open >= 0) {
      rest.append(text, from, open);
      int close = text.indexOf("-->", open + 2);
      from = close < 0 ? text.length() : close + 3;
      open = text.indexOf("<!--", from);
    }
    return rest.append(text, from, text.length()).toString();
  }

  /** Whether {@code value} is only a placeholder: TBD, TODO, "...", "[Step 1]". */
  public static boolean isPlaceholder(String value) {
    String text = value.replace("*", "").replace("`", "").replace("_", " ").strip();
    String word = stripPunctuation(text).toLowerCase(Locale.ROOT);
    boolean bracketed =
        text.startsWith("[") && text.endsWith("]") && text.indexOf(']') == text.length() - 1;
    return bracketed
        || switch (word) {
          case "", "tbd", "tba", "tbc", "todo", "to do", "n/a", "na", "none", "fixme", "xxx" ->
              true;
          default -> false;
        };
  }

  private static String stripPunctuation(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && ".…?!:;-–—()<>".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && ".…?!:;-–—()<>".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to).strip();
  }
}
