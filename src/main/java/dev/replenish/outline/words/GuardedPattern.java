package dev.replenish.outline.words;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that is looked for only where the text has one of the characters which it can't do
 * without: most titles have none of them, and a look at each character costs little.
 *
 * @param first one of them is among so many of the first characters
 * @param last and among so many of the last ones
 */
record GuardedPattern(Pattern pattern, String needs, Signs signs, int first, int last) {
  private static final int ANYWHERE = Integer.MAX_VALUE;

  static GuardedPattern of(String regex, String needs) {
    return of(regex, needs, ANYWHERE, ANYWHERE);
  }

  /** One that needs them at the beginning of the text: only two other characters may precede. */
  static GuardedPattern atBeginning(String regex, String needs) {
    return of(regex, needs, 3, ANYWHERE);
  }

  /** One that needs them at the end of the text: only one other character may follow. */
  static GuardedPattern atEnd(String regex, String needs) {
    return of(regex, needs, ANYWHERE, 2);
  }

  private static GuardedPattern of(String regex, String needs, int first, int last) {
    return new GuardedPattern(Pattern.compile(regex), needs, Signs.of(needs), first, last);
  }

  /** A matcher of {@code text}, which has no other characters than {@code has}. */
  @Nullable Matcher in(String text, Signs has) {
    return has.mayHave(signs) ? in(text) : null;
  }

  boolean isIn(String text) {
    Matcher matcher = in(text);
    return matcher != null && matcher.find();
  }

  /** Whether {@code text} has it somewhere with what {@code is} asks for. */
  boolean isIn(String text, Predicate<Matcher> is) {
    Matcher matcher = in(text);
    boolean found = false;
    while (matcher != null && !found && matcher.find()) {
      found = is.test(matcher);
    }
    return found;
  }

  /** A matcher of {@code text}; null where it can't match. */
  @Nullable Matcher in(String text) {
    int to = Math.min(first, text.length());
    for (int i = Math.max(0, text.length() - last); i < to; i++) {
      if (needs.indexOf(text.charAt(i)) >= 0) {
        return pattern.matcher(text);
      }
    }
    return null;
  }
}
