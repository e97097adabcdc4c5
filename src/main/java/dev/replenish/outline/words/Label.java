package dev.replenish.outline.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A label at the start of a line, as {@code **Goal:** warm bread} or {@code Steps:}.
 *
 * @param words its text
 * @param value the text after it; "" if it labels the lines below
 * @param bold whether it is emphasised
 * @param colon whether a colon ends it
 */
public record Label(String words, String value, boolean bold, boolean colon) {
  private static final int LONGEST = 300;
  private static final int MOST_WORDS = 4;
  private static final Pattern BOLD =
      Pattern.compile(
          "^(?:\\*\\*|__)([^*_]{1,80}?)\\s*([:：]?)\\s*(?:\\*\\*|__)\\s*([:：]?)(?:(?:\\s+|(?<=：|：\\*\\*|：__))(\\S.*)|\\s*)$");
  private static final Pattern PLAIN =
      Pattern.compile("^([\\p{L}\\p{N}][^:：*`|\\[\\]()]{0,80}?) ?([:：])(?:\\s+(\\S.*)|\\s*)$");

  /** The label that {@code text} begins with; null if there is none. */
  static @Nullable public Label of(String text) {
    if (text.isEmpty()) {
      return null;
    }
    if (text.length() > LONGEST) {
      return sentence(text);
    }
    Matcher bold = text.charAt(0) == '*' || text.charAt(0) == '_' ? BOLD.matcher(text) : null;
    if (bold != null && bold.find()) {
      boolean colon = !bold.group(2).isEmpty() || !bold.group(3).isEmpty();
      String value = bold.group(4) == null ? "" : bold.group(4);
      return colon || value.isEmpty()
          ? new Label(bold.group(1), value, true, colon)
          : sentence(text);
    }
    if (text.indexOf(':') < 0 && text.indexOf('：') < 0) {
      return null;
    }
    Matcher plain = PLAIN.matcher(text);
    if (!plain.find()) {
      return sentence(text);
    }
    String value = plain.group(3) == null ? "" : plain.group(3);
    boolean brief = plain.group(1).strip().split("\\s+").length <= MOST_WORDS;
    return value.isEmpty() || brief ? new Label(plain.group(1), value, false, true) : null;
  }

  /** Whether a paragraph begins with a bold title that is no label, and continues. */
  public static boolean isTitled(String text) {
    return text.startsWith("**")
        && text.indexOf("**", 2) > 2
        && !text.endsWith("**")
        && of(text) == null;
  }

  /** The bold title of a paragraph for which {@link #isTitled} is true. */
  public static String title(String text) {
    return text.substring(2, text.indexOf("**", 2));
  }

  /** A label for a sentence that ends with a colon and so introduces what follows; else null. */
  private static @Nullable Label sentence(String text) {
    boolean leads = text.endsWith(":") || text.endsWith("：");
    return leads ? new Label(text.substring(0, text.length() - 1), "", false, true) : null;
  }

  /** Whether nothing follows it on its line. */
  public boolean isAlone() {
    return value.isEmpty();
  }

  /** Whether it is a short name rather than a sentence. */
  public boolean isBrief() {
    return words.strip().split("\\s+").length <= MOST_WORDS;
  }

  /** Its normalized words: equal labels have the same key. */
  public String key() {
    return NormalizedText.words(words);
  }
}
