package dev.replenish.markdown;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Where commonmark-java 0.27 departs from CommonMark 0.31; the scan follows the specification. */
enum CommonMarkBug {
  /** A regular expression's {@code $} also stands before a trailing U+0085, U+2028 or U+2029. */
  ODD_LINE_BREAK("[\u0085\u2028\u2029]", "<a>\u2028"),
  /** An info string may begin with the fence character that isn't used. */
  MIXED_FENCE("`{3}~|~{3}`", "```~"),
  /** A declaration may be written in lower case. */
  LOWER_CASE_DECLARATION("<![a-z]", "<!doctype\nhtml>"),
  /** Parentheses in a destination must be balanced. */
  OPEN_PARENTHESIS("\\]:(?s:.*)\\(", "[a]: (u\n==="),
  /** Nothing else may follow a destination or a title, not even another definition. */
  TWO_DEFINITIONS("(?s)\\]:.*\\S.*[ \t]\\[", "[a]: /u [b]: /v\n==="),
  /** All lines of a title that turns out to be invalid belong to the paragraph. */
  TITLE_LINES("(?s)\\]:.*['\"(]", "[a]: /u\n'\n' b\n---"),
  /** Only ASCII control characters end a destination. */
  CONTROL_CHARACTER("[\u0080-\u009f]", "[a]: /u\u0086\n==="),
  /** Only spaces and tabs may stand between the parts of a definition. */
  WHITE_SPACE("[\u000b\f]", "[a]:\f/u\n==="),
  /** A label may consist of control characters. */
  INVISIBLE_LABEL("[\u0001-\u001f&&[^\t\r\n]]", "[\u0001]: /u\n==="),
  /** A label is measured in characters, not in UTF-16 units. */
  LONG_LABEL("[\ud800\udc00-\udbff\udfff]{500}", "[" + "\ud83d\ude00".repeat(999) + "]: /u\n===");

  private final Pattern pattern;
  private final String example;

  CommonMarkBug(String pattern, String example) {
    this.pattern = Pattern.compile(pattern);
    this.example = example;
  }

  String example() {
    return example;
  }

  /** Whether the document may show this bug. */
  boolean concerns(String document) {
    return pattern.matcher(document).find();
  }

  /** Whether the document may show any of these bugs. */
  static boolean anyConcerns(String document) {
    return Arrays.stream(values()).anyMatch(bug -> bug.concerns(document));
  }
}
