package dev.replenish.dialect;

import org.jspecify.annotations.Nullable;

/**
 * A numbered step: {@code 1. Build it}, {@code 1) Build it}, {@code Step 1: Build it}
 * (docs/reference/format.md, "Plan").
 */
final class Step {
  private static final String WORD = "step ";
  private static final String MARKS = "#*_-+ \t";

  private Step() {}

  /** The step's title, which may be empty, or null if {@code line} is not a step. */
  static @Nullable String title(String line) {
    String text = stripMarks(line);
    int digits = digits(text, 0);
    if (digits > 0 && digits <= 9) {
      return afterNumber(text, digits);
    }
    return text.regionMatches(true, 0, WORD, 0, WORD.length()) ? afterWord(text) : null;
  }

  /** The line without leading emphasis, heading or list marks and box. */
  private static String stripMarks(String line) {
    int at = skip(line, 0, MARKS);
    boolean box = line.regionMatches(at, "[ ]", 0, 3) || line.regionMatches(true, at, "[x]", 0, 3);
    return line.substring(box ? skip(line, at + 3, MARKS) : at);
  }

  private static int skip(String line, int from, String marks) {
    int at = from;
    while (at < line.length() && marks.indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static @Nullable String afterNumber(String text, int digits) {
    if (digits == text.length() || (text.charAt(digits) != '.' && text.charAt(digits) != ')')) {
      return null;
    }
    String rest = text.substring(digits + 1);
    boolean separated = rest.isEmpty() || " \t*_".indexOf(rest.charAt(0)) >= 0;
    return separated ? stripLeadingMarks(rest) : null;
  }

  private static @Nullable String afterWord(String text) {
    int digits = digits(text, WORD.length());
    if (digits == 0) {
      return null;
    }
    String rest = text.substring(WORD.length() + digits);
    boolean separated = rest.isEmpty() || !Character.isLetterOrDigit(rest.charAt(0));
    return separated ? stripLeadingMarks(rest) : null;
  }

  private static int digits(String text, int from) {
    return skip(text, from, "0123456789") - from;
  }

  private static String stripLeadingMarks(String rest) {
    int at = skip(rest, 0, ":.)-–—*_ \t");
    return at == rest.length() ? rest.strip() : rest.substring(at).strip();
  }
}
