package dev.replenish.outline.words;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Words and short phrases that are looked for inside of longer texts. */
final class Terms {
  private static final int LONGEST = 120;
  private static final int MOST_WORDS = 3;
  private static final int MOST_SIGNS = 4;
  private static final int MOST_THAI_SIGNS = 16;
  private static final char FIRST_THAI = '\u0e00';
  private static final char LAST_THAI = '\u0e7f';
  private static final int BRIEF = 4;
  private static final Pattern COUNT = Pattern.compile("^(?:\\d|[a-z](?: |$)|[ivx]+(?: |$))");

  private final Set<String> phrases = new HashSet<>();

  /** Terms out of lines such as {@code : how, why}. */
  Terms(String lines) {
    for (String line : lines.split("\n")) {
      for (String phrase : line.substring(line.indexOf(':') + 1).split(",")) {
        phrases.add(phrase.strip());
      }
    }
  }

  /** Whether one of them is all of {@code text}. */
  boolean is(String text) {
    return isPhrase(NormalizedText.words(text));
  }

  /** The same of what {@link NormalizedText#words} gives. */
  boolean isPhrase(String words) {
    return phrases.contains(Dictionary.bare(words));
  }

  /** Whether {@code text} begins with one of them; a short one may also end with it. */
  boolean frame(String text) {
    String words = cut(text);
    String[] parts = words.split(" ");
    boolean brief = parts.length <= BRIEF;
    for (int length = 1; length <= Math.min(MOST_WORDS, parts.length); length++) {
      if (phrases.contains(join(parts, 0, length))
          || (brief && phrases.contains(join(parts, parts.length - length, parts.length)))) {
        return true;
      }
    }
    return isInScript(words);
  }

  /** Whether one of them is anywhere in {@code text}. */
  boolean within(String text) {
    String words = cut(text);
    String[] parts = words.split(" ");
    for (int from = 0; from < parts.length; from++) {
      for (int to = from + 1; to <= Math.min(from + MOST_WORDS, parts.length); to++) {
        if (phrases.contains(join(parts, from, to))) {
          return true;
        }
      }
    }
    return isInScript(words);
  }

  /** Whether {@code text} begins with one of them. */
  boolean begin(String text) {
    String[] parts = cut(text).split(" ");
    boolean found = false;
    for (int length = 1; length <= Math.min(MOST_WORDS, parts.length); length++) {
      found |= phrases.contains(join(parts, 0, length));
    }
    String first = parts[0];
    int longest = first.isEmpty() ? 0 : Math.min(first.length(), signs(first.charAt(0)));
    for (int to = 2; to <= longest; to++) {
      found |= phrases.contains(first.substring(0, to));
    }
    return found;
  }

  /** Whether {@code text} ends with one of them. */
  boolean end(String text) {
    String[] parts = Dictionary.bare(NormalizedText.words(text)).split(" ");
    boolean found = false;
    for (int length = 1; length <= Math.min(MOST_WORDS, parts.length); length++) {
      found |= phrases.contains(join(parts, parts.length - length, parts.length));
    }
    String last = parts[parts.length - 1];
    int end = last.length();
    int longest = last.isEmpty() ? 0 : Math.min(end, signs(last.charAt(end - 1)));
    for (int from = end - 2; from >= end - longest; from--) {
      found |= phrases.contains(last.substring(from));
    }
    return found;
  }

  /** How long a word of a script without blanks between words can be; 0 where it is no such. */
  private static int signs(char c) {
    if (c >= 0x2E80) {
      return MOST_SIGNS;
    }
    return c >= FIRST_THAI && c <= LAST_THAI ? MOST_THAI_SIGNS : 0;
  }

  /** Whether {@code text} is one of them, or one with a number behind it: {@code Phase 2}. */
  boolean counted(String text) {
    String words = cut(text);
    int blank = words.indexOf(' ');
    return phrases.contains(words)
        || (blank > 0
            && phrases.contains(words.substring(0, blank))
            && COUNT.matcher(words.substring(blank + 1)).find());
  }

  /** Scripts without blanks between words. */
  private boolean isInScript(String words) {
    if (NormalizedText.isBelow(FIRST_THAI, words)) {
      return false;
    }
    for (int i = 0; i < words.length(); i++) {
      int longest = Math.min(words.length(), i + signs(words.charAt(i)));
      for (int j = i + 2; j <= longest; j++) {
        if (phrases.contains(words.substring(i, j))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String cut(String text) {
    return Dictionary.bare(
        NormalizedText.words(text.length() > LONGEST ? text.substring(0, LONGEST) : text));
  }

  private static String join(String[] parts, int from, int to) {
    return String.join(" ", Arrays.copyOfRange(parts, from, to));
  }
}
