package dev.replenish.outline.words;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that is tried only on texts with a character that each match needs: most titles have
 * none, and looking at each character is cheap.
 *
 * @param first how many of the first characters must have one of them
 * @param last how many of the last characters must have it too
 */
record GuardedPattern(Pattern pattern, String needs, Signs signs, int first, int last) {
  private static final int ANYWHERE = Integer.MAX_VALUE;

  static GuardedPattern of(String regex, String needs) {
    return of(regex, needs, ANYWHERE, ANYWHERE);
  }

  /** A pattern with such a character at its beginning: at most two others may precede it. */
  static GuardedPattern atBeginning(String regex, String needs) {
    return of(regex, needs, 3, ANYWHERE);
  }

  /** A pattern with such a character at its end: at most one other may follow it. */
  static GuardedPattern atEnd(String regex, String needs) {
    return of(regex, needs, ANYWHERE, 2);
  }

  private static GuardedPattern of(String regex, String needs, int first, int last) {
    return new GuardedPattern(Pattern.compile(regex), needs, Signs.of(needs), first, last);
  }

  /** A matcher of {@code text}, whose characters are {@code has}; null if it can't match. */
  @Nullable Matcher in(String text, Signs has) {
    return has.mayHave(signs) ? in(text) : null;
  }

  boolean isIn(String text) {
    Matcher matcher = in(text);
    return matcher != null && matcher.find();
  }

  /** Whether {@code text} has a match that {@code is} accepts. */
  boolean isIn(String text, Predicate<Matcher> is) {
    Matcher matcher = in(text);
    boolean found = false;
    while (matcher != null && !found && matcher.find()) {
      found = is.test(matcher);
    }
    return found;
  }

  /** A matcher of {@code text}; null if it can't match. */
  @Nullable Matcher in(String text) {
    int to = Math.min(first, text.length());
    for (int i = Math.max(0, text.length() - last); i < to; i++) {
      char c = text.charAt(i);
      if (signs.mayHave(c) && (c < Signs.ASCII || needs.indexOf(c) >= 0)) {
        return pattern.matcher(text);
      }
    }
    return null;
  }
}
