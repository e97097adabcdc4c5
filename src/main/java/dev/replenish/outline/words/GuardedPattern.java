package dev.replenish.outline.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that is looked for only where the text has one of the characters which it can't do
 * without: most titles have none of them, and a look at each character costs little.
 */
record GuardedPattern(Pattern pattern, String needs, boolean last) {

  static GuardedPattern of(String regex, String needs) {
    return new GuardedPattern(Pattern.compile(regex), needs, false);
  }

  /** One that needs them at the end of the text: only one other character may follow. */
  static GuardedPattern atEnd(String regex, String needs) {
    return new GuardedPattern(Pattern.compile(regex), needs, true);
  }

  /** A matcher of {@code text}; null where it can't match. */
  @Nullable Matcher in(String text) {
    for (int i = last ? Math.max(0, text.length() - 2) : 0; i < text.length(); i++) {
      if (needs.indexOf(text.charAt(i)) >= 0) {
        return pattern.matcher(text);
      }
    }
    return null;
  }
}
