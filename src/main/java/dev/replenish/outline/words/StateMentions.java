package dev.replenish.outline.words;

import dev.replenish.board.Status;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * States that stand out somewhere in the text of a task (docs/reference/unmarked.md, "States"): it
 * is unclear whether they are about all of it, but hardly any open task has one.
 */
public final class StateMentions {
  private static final int FIRST_TICK = 0x2611;
  private static final String TICKS = "✅✔☑";
  private static final String CROSSES = "❌✖✗✘";
  private static final GuardedPattern CODE = GuardedPattern.of("`[^`]*`", "`");

  /**
   * Words in capitals; those between words in small letters do not count: {@code the DONE stamp}.
   */
  private static final Pattern CAPITALS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_/.-])(?<!\\p{L}\\s(?=[\\p{Lu} ]{4,63}\\s\\p{Ll}))"
              + "(?:\\p{Lu}{4,20}(?: \\p{Lu}{2,20}){0,2}|\\p{Lu}{2,3} \\p{Lu}{4,20})(?![\\p{L}\\p{N}_/-])");

  private static final GuardedPattern EMPHASISED =
      GuardedPattern.of(
          "(?<=\\S\\s{0,3}[(\\[]{0,2})(\\*\\*|__|\\*|_)(?=[^\\s*_])([^*_]{2,300})(?<=\\S)\\1"
              + "(?![\\p{L}\\p{N}])",
          "*_");
  private static final GuardedPattern DASH =
      GuardedPattern.of("(?:[—–→]|\\s-|[-=]>)\\s*(?:\\*\\*|__|[*_])?(?=\\p{L})", "—–→-=");
  private static final GuardedPattern ARROW = GuardedPattern.of("[→⇒]|[-=]>", "→⇒>");

  /** The words of all languages for states other than open. */
  private static final Terms STATES =
      new Terms(
          Stream.concat(
              Arrays.stream(Status.values())
                  .filter(status -> status != Status.TODO)
                  .flatMap(StateMentions::words),
              WordLists.words("off")));

  private StateMentions() {}

  /**
   * The words of all languages for a status, without verbs and without single words for what is in
   * progress: in small letters these describe anything that is active.
   */
  static Stream<String> words(Status status) {
    return WordLists.words(status)
        .map(word -> word.replace("*", "").strip())
        .filter(word -> status != Status.IN_PROGRESS || word.indexOf(' ') > 0)
        .filter(word -> !Terms.VERBS.is(word));
  }

  /**
   * Whether a text has a tick, a state in capitals, a state that begins the words after a dash, or
   * one that begins or ends emphasised words. Code and the beginning of the text do not count.
   */
  public static boolean standOut(String text) {
    Matcher code = CODE.in(text);
    String plain = code == null ? text : code.replaceAll(" ");
    return hasTick(plain) || isShouted(plain) || isBehindDash(plain) || isEmphasised(plain);
  }

  private static boolean hasTick(String text) {
    return hasSign(text, TICKS);
  }

  /** Whether a title has a cross; in the cells of a table a cross may just mean no. */
  public static boolean hasCross(String title) {
    return hasSign(title, CROSSES);
  }

  private static boolean hasSign(String text, String signs) {
    return !NormalizedText.isBelow(FIRST_TICK, text)
        && text.chars().anyMatch(c -> signs.indexOf(c) >= 0);
  }

  private static boolean isShouted(String text) {
    if (!Marks.shouts(text) || text.chars().noneMatch(Character::isLowerCase)) {
      return false;
    }
    Matcher word = CAPITALS.matcher(text);
    while (word.find()) {
      if (StateHints.isNotOpen(word.group()) || StateHints.isNotOpen(word.group().split(" ")[0])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBehindDash(String text) {
    return !isFlow(text) && DASH.isIn(text, dash -> begins(TitleParts.beginning(text, dash.end())));
  }

  /** Whether arrows lead from state to state: {@code open → in progress → done}. */
  private static boolean isFlow(String text) {
    Matcher arrow = ARROW.in(text);
    int states = 0;
    while (arrow != null && arrow.find()) {
      String[] words = NormalizedText.words(TitleParts.beginning(text, arrow.end())).split(" ");
      String two = words.length > 1 ? words[0] + ' ' + words[1] : words[0];
      boolean state =
          Vocabulary.exactStatus(words[0]).isPresent() || Vocabulary.exactStatus(two).isPresent();
      states += state ? 1 : 0;
    }
    return states > 1;
  }

  private static boolean isEmphasised(String text) {
    return EMPHASISED.isIn(text, part -> isState(part.group(2)));
  }

  /** Whether words are no label, and begin or end with a state. */
  private static boolean isState(String words) {
    boolean label = words.endsWith(":") || words.endsWith("：");
    return !label && (begins(words) || (STATES.end(words) && !isUnspaced(words)));
  }

  /** Whether a text begins with a state; in a script without blanks, whether it is one. */
  static boolean begins(String text) {
    return isUnspaced(text) ? STATES.is(text) : STATES.begin(text);
  }

  /** Whether a text is in a script without blanks, where a verb and a state are the same word. */
  private static boolean isUnspaced(String text) {
    return switch (Character.UnicodeScript.of(text.codePointAt(0))) {
      case HAN, HIRAGANA, KATAKANA, THAI -> true;
      default -> false;
    };
  }
}
