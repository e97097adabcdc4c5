package dev.replenish.outline.field;

import java.util.regex.Pattern;

/** An id or a number with a tick after it: {@code 4 x}. */
public final class TickedId {
  private static final Pattern TICK =
      Pattern.compile(
          "(?<=\\d[*_`]{0,3})\\s+(?:[xX]|\\([xX]\\)|\\[[xX]\\]|[✓✔✅☑]\\x{fe0f}?)[*_`]{0,3}$");

  private TickedId() {}

  /** Whether a tick follows the id. */
  public static boolean is(String id) {
    return TICK.matcher(id).find();
  }

  /** The id without the tick and without marks around it; of a link, its text. */
  public static String bare(String id) {
    String plain =
        TICK.matcher(id).replaceFirst("").replace("*", "").replace("`", "").replace("~~", "");
    String stripped = plain.strip();
    boolean linked = stripped.startsWith("[") && stripped.indexOf(']') > 0;
    return linked ? stripped.substring(1, stripped.indexOf(']')) : stripped;
  }
}
