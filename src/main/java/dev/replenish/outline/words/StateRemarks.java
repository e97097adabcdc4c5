package dev.replenish.outline.words;

import dev.replenish.board.Status;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Remarks beside the words of a task that may give its status, or perhaps only that of a part
 * (docs/reference/unmarked.md, "How a file is read").
 */
public final class StateRemarks {
  private static final int MOST_WORDS = 4;
  private static final int MOST_PARTS = 3;
  private static final GuardedPattern LAST =
      GuardedPattern.of(
          "([*_]{0,2})[(\\[（【]([*_]{0,2})([^()\\[\\]（）【】]{3,200})[)\\]）】][*_.!]{0,4}$", ")]）】");
  private static final GuardedPattern LABELLED =
      GuardedPattern.of(
          "[(\\[（【]([^()\\[\\]（）【】]{3,40})[)\\]）】][*_]{0,3}(?:\\s?[:：]|\\s+[-–—]\\s)", ")]）】");
  private static final GuardedPattern DATED =
      GuardedPattern.of(
          "^(?:\\*\\*|__)[^*]{1,120}(?:\\*\\*|__)\\s*[-–—:]+\\s*(\\p{L}[\\p{L}\\p{M} ]{1,30}?)"
              + "\\s+\\d{4}[-./]\\d\\d?[-./]\\d\\d?(?!\\d)",
          "-–—:");
  private static final Pattern NUMBER = Pattern.compile("\\d");
  private static final GuardedPattern SENTENCE =
      GuardedPattern.of("\\s[-–—]+\\s|(?<=[.!?])[*_)\"]{0,3}\\s+", "-–—.!?");
  private static final Terms DONE = new Terms(StateMentions.words(Status.DONE));
  private static final Terms WAITS = Terms.of("waits");
  private static final Terms DECIDED = Terms.of("decided");

  /** Each such remark has one of these, and most titles none; all beyond ASCII count as one. */
  private static final Signs NEEDED = Signs.of("~*_`()[]:-.;>=\u2013");

  private StateRemarks() {}

  /** Whether a text has a character that every remark about a state needs. */
  public static boolean mayBeIn(String text) {
    Signs signs = Signs.of(text);
    return signs.shouts() || signs.mayHave(NEEDED);
  }

  /**
   * Whether brackets in a text hold a state. At its end: words for what is in progress ({@code
   * (batch 3, in progress)}), or in emphasised brackets any word for a state; a single word in
   * others may be anything ({@code (saved, removed)}). Elsewhere, before a colon or a dash: nothing
   * but a state ({@code Web page (deferred): as well}).
   */
  public static boolean holdState(String text) {
    Matcher last = last(text);
    if (last == null) {
      return LABELLED.isIn(text, found -> StateHints.holds(found.group(1)));
    }
    String[] parts = TitleParts.of(last.group(3));
    boolean emphasised = !last.group(1).isEmpty() || !last.group(2).isEmpty();
    return emphasised
        ? Arrays.stream(parts).anyMatch(StateHints::isNotOpen)
        : parts.length <= MOST_PARTS && Arrays.stream(parts).anyMatch(StateRemarks::endsInProgress);
  }

  /** A match of the brackets at the end of a text; null if there are none. */
  private static @Nullable Matcher last(String text) {
    Matcher last = LAST.in(text);
    return last != null && last.find() ? last : null;
  }

  /** Whether brackets at the end say that something is done: {@code (round 19 done, in May)}. */
  public static boolean holdDone(String text) {
    Matcher last = last(text);
    return last != null
        && Arrays.stream(TitleParts.of(last.group(3))).anyMatch(StateRemarks::namesDone);
  }

  /** Whether one of several words means done; a single word may be anything. */
  private static boolean namesDone(String part) {
    return part.strip().indexOf(' ') > 0 && DONE.within(part);
  }

  /** Whether at most four words end with two for what is in progress: {@code now in progress}. */
  private static boolean endsInProgress(String part) {
    String words = NormalizedText.words(part);
    int last = words.lastIndexOf(' ');
    int from = last < 0 ? -1 : words.lastIndexOf(' ', last - 1);
    return last > 0
        && NormalizedText.count(words) <= MOST_WORDS
        && Vocabulary.exactStatus(words.substring(from + 1))
            .filter(Status.IN_PROGRESS::equals)
            .isPresent();
  }

  /** Whether a later sentence says that the task waits or was put off: {@code Waits for Ann}. */
  public static boolean mentionDelay(String text) {
    return anySentence(text, StateRemarks::delays);
  }

  /** Whether a part of a sentence begins with words for waiting or for what is put off. */
  static boolean delays(String part) {
    return WAITS.begin(part) || PutOff.begins(part);
  }

  /** Whether {@code begins} accepts a later sentence, or the words after a dash. */
  static boolean anySentence(String text, Predicate<String> begins) {
    return SENTENCE.isIn(text, sentence -> begins.test(TitleParts.beginning(text, sentence.end())));
  }

  /**
   * Whether a text is dated as decided or over: {@code **Oven** — decided 2026-09-28: of brick}.
   */
  public static boolean areDated(String text) {
    Matcher last = last(text);
    if (last != null
        && NUMBER.matcher(last.group(3)).find()
        && Arrays.stream(TitleParts.of(last.group(3))).anyMatch(DECIDED::begin)) {
      return true;
    }
    Matcher dated = DATED.in(text);
    return dated != null && dated.find() && isOver(dated.group(1));
  }

  private static boolean isOver(String words) {
    return DECIDED.begin(words) || StateHints.isNotOpen(words);
  }
}
