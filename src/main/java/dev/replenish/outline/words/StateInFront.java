package dev.replenish.outline.words;

import dev.replenish.board.Status;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A state at the start of a title, possibly with details (docs/reference/unmarked.md, "States"): in
 * brackets, as {@code [Done in v2] Weigh the parcels}, or with a colon after it, as {@code Done
 * (2026-06-10): the parcels are weighed}.
 */
public final class StateInFront {
  private static final int LONGEST = 200;
  private static final int MOST_MARKS = 4;
  private static final String MARKS = "*_`";
  private static final String OPEN = "[(（【";
  private static final String CLOSE = "])）】";
  private static final GuardedPattern LABEL =
      GuardedPattern.of(
          "^(?:\\*\\*|__|[*_])?(\\p{L}[\\p{L}\\p{M}' -]{1,40}?)\\s*"
              + "(?:[(\\[（]([^()\\[\\]（）]{1,80})[)\\]）]\\s*)?"
              + "(?:\\*\\*|__)?[:：](?:\\*\\*|__|[*_])?\\s*\\S",
          ":：");
  private static final Pattern NUMBER = Pattern.compile("\\d");

  private StateInFront() {}

  /** The status that brackets at the start of a title give, alone or with details. */
  static Optional<Status> bracketed(String text) {
    String inside = inside(text);
    return inside.isEmpty() ? Optional.empty() : statusIn(inside);
  }

  /** The status that a word with a colon at the start of a title gives. */
  public static Optional<Status> labelled(String text) {
    Matcher label = LABEL.in(text);
    return label != null && label.find()
        ? Vocabulary.exactStatus(label.group(1)).filter(status -> isState(label.group(1), status))
        : Optional.empty();
  }

  /** Whether brackets at the start may say that the task is not open. */
  public static boolean doubtsInBrackets(String text) {
    String inside = inside(text);
    if (inside.isEmpty() || statusIn(inside).isPresent()) {
      return false;
    }
    for (String part : TitleParts.of(inside)) {
      if (statusIn(part.strip()).isPresent()) {
        return true;
      }
    }
    return PutOff.inBrackets(inside);
  }

  /** Whether a word and a colon at the start may say so: for put-off work, or with a day. */
  public static boolean doubtsInLabel(String text) {
    Matcher label = LABEL.in(text);
    return label != null
        && label.find()
        && (PutOff.inLabel(label.group(1))
            || (label.group(2) != null && Vocabulary.namesDay(label.group(2))));
  }

  private static Optional<Status> statusIn(String inside) {
    String first = TitleParts.first(inside).strip();
    return Vocabulary.exactStatus(first)
        .filter(status -> isState(first, status))
        .or(() -> statusAhead(first));
  }

  /** A state followed by words with a number, or one in capitals followed by other words. */
  private static Optional<Status> statusAhead(String part) {
    int one = part.indexOf(' ');
    int two = one < 0 ? -1 : part.indexOf(' ', one + 1);
    return statusAhead(part, two).or(() -> statusAhead(part, one));
  }

  private static Optional<Status> statusAhead(String part, int end) {
    if (end < 0) {
      return Optional.empty();
    }
    String words = part.substring(0, end);
    String rest = part.substring(end);
    boolean capitals = Marks.shouts(words) && !Marks.shouts(rest);
    return capitals || NUMBER.matcher(rest).find()
        ? Vocabulary.exactStatus(words).filter(status -> isState(words, status))
        : Optional.empty();
  }

  /** Whether words name a state other than open and are no verb for what is to be done. */
  private static boolean isState(String words, Status status) {
    return status != Status.TODO && !Terms.VERBS.is(words);
  }

  /** The text in the brackets that a text begins with; "" if no words follow them. */
  private static String inside(String text) {
    int from = 0;
    while (from < Math.min(MOST_MARKS, text.length()) && MARKS.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    int kind = from < text.length() ? OPEN.indexOf(text.charAt(from)) : -1;
    int end = kind < 0 ? -1 : end(text, from);
    return end < 0 || isLinked(text, end) ? "" : text.substring(from + 1, end);
  }

  /** Where the brackets that open at {@code from} close, nested ones aside; -1 if nowhere. */
  private static int end(String text, int from) {
    int depth = 0;
    for (int i = from; i < Math.min(text.length(), from + LONGEST); i++) {
      char c = text.charAt(i);
      depth += OPEN.indexOf(c) >= 0 ? 1 : CLOSE.indexOf(c) >= 0 ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Whether brackets are the text of a link, or no words follow them. */
  private static boolean isLinked(String text, int end) {
    String rest = text.substring(end + 1);
    return rest.startsWith("(")
        || rest.startsWith("[")
        || rest.startsWith(":")
        || rest.codePoints().noneMatch(NormalizedText::isLetter);
  }
}
