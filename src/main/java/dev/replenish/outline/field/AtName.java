package dev.replenish.outline.field;

import dev.replenish.outline.words.Urgencies;
import dev.replenish.outline.words.Vocabulary;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The assignee that a line names: {@code @ina} before its words, after them, or in brackets. A name
 * in the midst of the words is only a mention.
 *
 * @param from where the name begins, after the {@code @}
 * @param to where it ends
 */
record AtName(int from, int to) {
  private static final Pattern BRACKETED =
      Pattern.compile("[\\[(]@([\\p{L}\\p{N}][^\\[\\]()@|]{0,60})[\\])]");
  private static final Pattern ALONE =
      Pattern.compile(
          "(?<![^\\s*~])@([\\p{L}\\p{N}](?:[\\p{L}\\p{N}._-]{0,60}[\\p{L}\\p{N}_])?)(?=[\\s,;:.*~!?]|$)");
  private static final Pattern ASIDE =
      Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]|<!--.*?-->|\\{[^{}]*\\}");
  private static final Pattern MARK =
      Pattern.compile("[@#+!~].*|[\\p{L}\\p{N}_-]+::?[\\p{N}].*|due:.*|[^\\p{L}]*|`[pP][0-4]`");
  private static final Pattern IN_FRONT =
      Pattern.compile(
          "^[\\s>*+#.)\\p{N}-]*(?:\\[.?\\])?\\s*(?:\\*\\*|__)?(?:[A-Z]+-\\d+[:.]?\\s+)?");

  /** The name in {@code text}, if one is in such a place. */
  static Optional<AtName> in(String text) {
    if (text.indexOf('@') < 0) {
      return Optional.empty();
    }
    Matcher bracketed = BRACKETED.matcher(text);
    while (bracketed.find()) {
      if (isPerson(text, bracketed)) {
        return Optional.of(new AtName(bracketed.start(1), bracketed.end(1)));
      }
    }
    Matcher alone = ALONE.matcher(text);
    while (alone.find()) {
      boolean outside = isInFront(text, alone.start()) || isBehind(text, alone.end());
      if (outside && isPerson(text, alone)) {
        return Optional.of(new AtName(alone.start(1), alone.end(1)));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a name is a person: not a state such as {@code @done} or an urgency such as
   * {@code @high}.
   */
  private static boolean isPerson(String text, Matcher name) {
    return !InlineCode.holds(text, name.start())
        && Vocabulary.keyword(name.group(1)).isEmpty()
        && Urgencies.exactLevel(name.group(1)).isEmpty();
  }

  private static boolean isInFront(String text, int at) {
    Matcher front = IN_FRONT.matcher(text);
    return front.find() && front.end() >= at;
  }

  /** Whether only marks follow: other names, tags, dates, notes in brackets. */
  private static boolean isBehind(String text, int at) {
    String rest = ASIDE.matcher(text.substring(at)).replaceAll(" ");
    for (String word : rest.strip().split("\\s+")) {
      if (!MARK.matcher(word).matches()) {
        return false;
      }
    }
    return true;
  }
}
