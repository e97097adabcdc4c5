package dev.replenish.outline.words;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that stand for pictures where Markdown is shown: {@code :heavy_check_mark:}. */
final class Shortcodes {
  private static final Pattern CODE = Pattern.compile(":([a-z_]{1,30}):");
  private static final Map<String, String> PICTURES = new HashMap<>();

  static {
    for (String line : WordLists.of("shortcode").split("\n")) {
      int colon = line.indexOf(':');
      for (String name : line.substring(colon + 1).split(",")) {
        PICTURES.put(name.strip(), line.substring(0, colon).strip());
      }
    }
  }

  private Shortcodes() {}

  /** The text with pictures in place of the names that are known. */
  static String drawn(String text) {
    int first = text.indexOf(':');
    if (first < 0 || text.indexOf(':', first + 1) < 0) {
      return text;
    }
    Matcher code = CODE.matcher(text);
    StringBuilder drawn = new StringBuilder();
    while (code.find()) {
      String picture = PICTURES.getOrDefault(code.group(1), code.group());
      code.appendReplacement(drawn, Matcher.quoteReplacement(picture));
    }
    return code.appendTail(drawn).toString();
  }
}
