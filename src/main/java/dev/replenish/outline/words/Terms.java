package dev.replenish.outline.words;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words and short phrases that are looked for in longer texts. */
public final class Terms {
  /** Names for tasks. */
  public static final Terms TASKS = of("task");

  /** Names for kinds of tasks. */
  public static final Terms KINDS = of("kind");

  /** Headers of columns that say when something is planned. */
  public static final Terms PLANS = of("plan");

  /** Headers of columns that say what should be done about something. */
  public static final Terms REMEDIES = of("remedy");

  /** Labels that say that what is below them are tasks: {@code User stories}. */
  public static final Terms HOLDING = of("holds");

  /** Items that say that there is nothing: {@code (none)}. */
  public static final Terms NOTHING = of("nothing");

  /** Words that begin headings for what is decided or asked: {@code Decisions}. */
  public static final Terms MATTERS = of("matter");

  /** Names for lists of tasks. */
  public static final Terms LEDGERS = of("ledger");

  /** Words that begin cells about what is there already: {@code Already built}. */
  public static final Terms ALREADY = of("already");

  /** Verbs for what is to be done. */
  static final Terms VERBS = of("verb");

  /** Words in capitals before a task that is put off. */
  static final Terms LATER = of("later");

  /** Words that say that the tasks below have not been evaluated yet. */
  static final Terms UNWEIGHED = of("unweighed");

  private static final int LONGEST = 120;
  private static final int MOST_WORDS = 3;
  private static final int MOST_CHARACTERS = 4;
  private static final int MOST_THAI_CHARACTERS = 16;
  private static final char FIRST_THAI = '\u0e00';
  private static final char LAST_THAI = '\u0e7f';
  private static final int BRIEF = 4;
  private static final Pattern COUNT = Pattern.compile("^(?:\\d|[a-z](?: |$)|[ivx]+(?: |$))");

  private final Set<String> phrases = new HashSet<>();

  /** By the first word of phrases: the number of words of the longest one. */
  private final Map<String, Integer> longest = new HashMap<>();

  Terms(Stream<String> phrases) {
    phrases.forEach(this::add);
  }

  static Terms of(String kind) {
    return new Terms(WordLists.words(kind));
  }

  private void add(String phrase) {
    phrases.add(phrase);
    int words = phrase.split(" ").length;
    longest.merge(phrase.substring(0, end(phrase, 0)), words, Math::max);
  }

  /** Whether {@code text} as a whole is one of the phrases. */
  public boolean is(String text) {
    return isPhrase(NormalizedText.words(text));
  }

  /** The same for a text in the form of {@link NormalizedText#words}. */
  public boolean isPhrase(String words) {
    return phrases.contains(Dictionary.bare(words));
  }

  /** Whether {@code text} can be one of the phrases, judged by its first word. */
  public boolean mayBe(String text) {
    int end = text.indexOf(' ');
    if (end < 0 || !NormalizedText.beginsPlain(text)) {
      return true;
    }
    String first = NormalizedText.words(text.substring(0, end));
    return first.indexOf(' ') >= 0 || longest.containsKey(Dictionary.bare(first));
  }

  /** Whether {@code text} begins with a phrase, or is short and ends with one. */
  boolean beginOrEnd(String text) {
    String words = cut(text);
    return isAt(words, 0) || (isBrief(words) && isLast(words)) || isInScript(words);
  }

  /** Whether a phrase is anywhere in {@code text}. */
  public boolean within(String text) {
    String words = cut(text);
    int at = 0;
    while (at < words.length() && !isAt(words, at)) {
      at = end(words, at) + 1;
    }
    return at < words.length() || isInScript(words);
  }

  /** Whether {@code text} begins with a phrase. */
  public boolean begin(String text) {
    String words = cut(text);
    boolean found = isAt(words, 0);
    int longest = words.isEmpty() ? 0 : Math.min(end(words, 0), longestWord(words.charAt(0)));
    for (int to = 2; to <= longest; to++) {
      found |= phrases.contains(words.substring(0, to));
    }
    return found;
  }

  /** Whether {@code text} ends with a phrase. */
  public boolean end(String text) {
    String words = Dictionary.bare(NormalizedText.words(text));
    boolean found = isLast(words);
    int end = words.length();
    int word = end - words.lastIndexOf(' ') - 1;
    int longest = words.isEmpty() ? 0 : Math.min(word, longestWord(words.charAt(end - 1)));
    for (int from = end - 2; from >= end - longest; from--) {
      found |= phrases.contains(words.substring(from));
    }
    return found;
  }

  /** Whether a phrase begins with the word at {@code at}. */
  private boolean isAt(String words, int at) {
    int end = end(words, at);
    int mostWords = longest.getOrDefault(words.substring(at, end), 0);
    boolean found = mostWords > 0 && phrases.contains(words.substring(at, end));
    for (int count = 1; count < mostWords && !found && end < words.length(); count++) {
      end = end(words, end + 1);
      found = phrases.contains(words.substring(at, end));
    }
    return found;
  }

  private boolean isLast(String words) {
    int at = words.length();
    boolean found = false;
    for (int count = 0; count < MOST_WORDS && at > 0 && !found; count++) {
      at = words.lastIndexOf(' ', at - 1);
      found = phrases.contains(words.substring(at + 1));
    }
    return found;
  }

  /** The end of the word at {@code at}, one past its last letter. */
  private static int end(String words, int at) {
    int blank = words.indexOf(' ', at);
    return blank < 0 ? words.length() : blank;
  }

  private static boolean isBrief(String words) {
    int count = 1;
    for (int at = words.indexOf(' '); at >= 0 && count <= BRIEF; at = words.indexOf(' ', at + 1)) {
      count++;
    }
    return count <= BRIEF;
  }

  /** The longest word, in characters, in the script of {@code c}; 0 if it has blanks. */
  private static int longestWord(char c) {
    if (c >= 0x2E80) {
      return MOST_CHARACTERS;
    }
    return c >= FIRST_THAI && c <= LAST_THAI ? MOST_THAI_CHARACTERS : 0;
  }

  /** Whether {@code text} is a phrase, alone or with a number after it: {@code Phase 2}. */
  boolean counted(String text) {
    String words = cut(text);
    int blank = words.indexOf(' ');
    return phrases.contains(words)
        || (blank > 0
            && phrases.contains(words.substring(0, blank))
            && COUNT.matcher(words.substring(blank + 1)).find());
  }

  /** Whether a phrase is anywhere in a text whose script has no blanks. */
  private boolean isInScript(String words) {
    if (NormalizedText.isBelow(FIRST_THAI, words)) {
      return false;
    }
    for (int i = 0; i < words.length(); i++) {
      int longest = Math.min(words.length(), i + longestWord(words.charAt(i)));
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
}
