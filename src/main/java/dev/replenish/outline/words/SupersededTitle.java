package dev.replenish.outline.words;

import java.util.regex.Pattern;

/** Titles of headings which may say that another task replaces this one. */
public final class SupersededTitle {
  private static final Pattern STRUCK =
      Pattern.compile("^[\\p{L}\\p{N}-]{1,12}[.:)]?\\s+~~[^~]{2,300}~~");
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?:→|⇒|[-=]>)\\s*(?:\\*\\*|__)\\p{Lu}{1,8}-?\\d{1,5}\\b[^*_]{0,60}(?:\\*\\*|__)$");

  private SupersededTitle() {}

  /**
   * Whether a title is struck through after its code ({@code K1. ~~Mend the lid~~ — ...}), or ends
   * with another code in bold after an arrow ({@code → **K3 has it**}).
   */
  public static boolean is(String title) {
    boolean struck = title.indexOf('~') >= 0 && STRUCK.matcher(title).find();
    boolean bold = title.endsWith("**") || title.endsWith("__");
    return struck || (bold && ELSEWHERE.matcher(title).find());
  }
}
