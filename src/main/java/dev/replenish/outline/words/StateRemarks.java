package dev.replenish.outline.words;

import dev.replenish.board.Status;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Remarks beside the words of a task that may say what has become of it, though perhaps only of a
 * part (docs/reference/unmarked.md, "How a file is read").
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

  /** What each of them has one of, and most titles have none of; all beyond ASCII count as one. */
  private static final Signs TELLING = Signs.of("~*_`()[]:-.;>=\u2013");

  private StateRemarks() {}

  /** Whether a text has any sign that a state beside its words can't do without. */
  public static boolean mayBeIn(String text) {
    Signs signs = Signs.of(text);
    return signs.shouts() || signs.mayHave(TELLING);
  }

  /**
   * Whether brackets at its end hold a state: {@code (batch 3, in progress)}, or emphasised ones
   * any word for one. A single word in others may be anything: {@code (saved, removed)}. Behind a
   * title that goes on it is a state: {@code Web page (deferred): as well}.
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
        : parts.length <= MOST_PARTS && Arrays.stream(parts).anyMatch(StateRemarks::endsBegun);
  }

  /** The brackets at the end of a text, if it has any. */
  private static @Nullable Matcher last(String text) {
    Matcher last = LAST.in(text);
    return last != null && last.find() ? last : null;
  }

  /** Whether brackets at its end say that something is done: {@code (round 19 done, in May)}. */
  public static boolean holdDone(String text) {
    Matcher last = last(text);
    return last != null
        && Arrays.stream(TitleParts.of(last.group(3))).anyMatch(StateRemarks::namesDone);
  }

  /** Whether a word among others is one for what is done; alone it may be anything. */
  private static boolean namesDone(String part) {
    return part.strip().indexOf(' ') > 0 && DONE.within(part);
  }

  /** Whether few words are, or end with, two for what is in progress: {@code now in progress}. */
  private static boolean endsBegun(String part) {
    String words = NormalizedText.words(part);
    int last = words.lastIndexOf(' ');
    int from = last < 0 ? -1 : words.lastIndexOf(' ', last - 1);
    return last > 0
        && NormalizedText.count(words) <= MOST_WORDS
        && Vocabulary.exactStatus(words.substring(from + 1))
            .filter(Status.IN_PROGRESS::equals)
            .isPresent();
  }

  /**
   * Whether a sentence behind the first says that it waits, or was put off: {@code Waits for Ann}.
   */
  public static boolean tellOfDelay(String text) {
    return anySentence(text, StateRemarks::delays);
  }

  /** Whether a part of a sentence begins with words for what waits or is put off. */
  static boolean delays(String part) {
    return WAITS.begin(part) || PutOff.begins(part);
  }

  /** Whether a sentence behind the first, or what is behind a dash, begins so. */
  static boolean anySentence(String text, Predicate<String> begins) {
    return SENTENCE.isIn(text, sentence -> begins.test(TitleParts.some(text, sentence.end())));
  }

  /** Whether it is dated as decided or over: {@code **Oven** — decided 2026-09-28: of brick}. */
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
