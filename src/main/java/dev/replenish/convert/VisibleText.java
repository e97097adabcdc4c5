package dev.replenish.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reduces text to the parts that a conversion must keep. */
final class VisibleText {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern BOX = Pattern.compile("\\[[^\\[\\]]?\\](?![(\\[:])");
  private static final Pattern RULE = Pattern.compile(" {0,3}([-*_])(?:[ \\t]*\\1){2,}[ \\t]*");

  private VisibleText() {}

  /** The text without white space and backslashes. */
  static String of(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c != '\\' && !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .forEach(visible::appendCodePoint);
    return visible.toString();
  }

  /** The words of a text: runs of letters and digits. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  /** The text without boxes, which show a status. */
  static String withoutBoxes(String text) {
    return BOX.matcher(text).replaceAll("");
  }

  /** Whether a line is blank or a separator. */
  static boolean isInsignificant(String line) {
    return of(line).isEmpty() || RULE.matcher(line).matches();
  }
}
