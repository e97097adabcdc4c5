package dev.replenish.outline.words;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that Markdown viewers show as pictures: {@code :heavy_check_mark:}. */
public final class Shortcodes {
  private static final Pattern CODE = Pattern.compile(":([a-z_]{1,30}):");
  private static final Map<String, String> PICTURES = new HashMap<>();

  static {
    for (WordLists.Entry entry : WordLists.of("shortcode")) {
      entry.words().forEach(name -> PICTURES.put(name, entry.meaning().strip()));
    }
  }

  private Shortcodes() {}

  /** The text with pictures in place of known names. */
  public static String drawn(String text) {
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
