package dev.replenish.outline.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a line of text without a mark says: whether it can stand by itself, as a task does, or is a
 * sentence of a running text (docs/reference/unmarked.md, "Lines").
 */
public final class LineWords {
  private static final int LONGEST = 100;
  private static final int LONGEST_SIGNED = 200;
  private static final int MOST_WORDS = 16;
  private static final int LEAST_VALUE = 3;

  /** A sign that makes no item of a list, right in front of a word or with a blank behind it. */
  private static final Pattern SIGN =
      Pattern.compile(
          "^(?:[•·●○▪◦‣–—]\\s*|[-+](?=[\\[\\p{L}\\p{N}\"'(`])|\\*(?=[\\p{L}\\p{N}][^*]*$))");

  /** A number in front that makes no item of a list either. */
  private static final Pattern COUNT =
      Pattern.compile("^#{0,3}\\d{1,3}(?:[.):、．](?=[\\p{L}\\[\"'(`])|\\s+(?=[\\p{L}\\[\"'(`]))");

  private static final Pattern END = Pattern.compile("(?<!\\.\\.)(?<!\\betc)[.!?。！？][\"')*_”»]*$");
  private static final Pattern WITHIN = Pattern.compile("[.!?][\"')*_]*\\s+\\p{Lu}|[。！？](?=.)");
  private static final Pattern OPEN = Pattern.compile("[,，、(\\[&/-]$");
  private static final Pattern TITLED = Pattern.compile("^(\\p{L}[^.:!?|]{1,60}): (\\S.*)$");
  private static final Pattern LINK =
      Pattern.compile("^<?https?://\\S+$|^!?\\[[^\\]]*\\]\\([^)]*\\)$");

  /** What would be read as another block, or as a part of one, if it were alone. */
  private static final Pattern BLOCK =
      Pattern.compile(
          "^(?:(?:[-*+]|\\d{1,9}[.)])(?:\\s|$)|#{1,6}(?:\\s|$)|[>|<]|```|~~~|\\[[^\\]]{0,200}\\]:"
              + "|\\[.?\\](?:\\s|$)|[-=_*]+$)|\\|");

  /** What sentences of a text begin with, and tasks do not. */
  private static final Terms SPEECH = Terms.of("speech");

  /** The tick that tells at the end of a line that it is done. */
  public static final String TICK = "✅";

  private LineWords() {}

  /** A line without what tells its status at its end, and that it is a task. */
  public static String untold(String text) {
    String words = Naming.unmarked(text);
    Matcher note = Caption.NOTE.in(words);
    String bare = note != null && note.find() ? words.substring(0, note.start()) : words;
    return unticked(bare);
  }

  /** Whether a tick behind its words tells that it is done. */
  public static boolean isTicked(String text) {
    return text.endsWith(" " + TICK);
  }

  /** The words without a tick at their end. */
  public static String unticked(String text) {
    return text.endsWith(TICK)
        ? text.substring(0, text.length() - TICK.length()).stripTrailing()
        : text;
  }

  /** How many characters in front of a line are a sign that all lines of a list may have. */
  public static int sign(String text) {
    Matcher sign = SIGN.matcher(text);
    return sign.find() ? sign.end() : 0;
  }

  /** Whether a hyphen or a plus is right in front of its first word. */
  public static boolean isGlued(String text) {
    return !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') && sign(text) > 0;
  }

  /** Whether it would be no paragraph, or might be none, if it were alone. */
  public static boolean isBlock(String text) {
    return BLOCK.matcher(text).find();
  }

  /** Whether it is as short as a title, and no sentence or part of one. */
  public static boolean isBrief(String text) {
    return text.length() <= LONGEST
        && !NormalizedText.words(text).isEmpty()
        && NormalizedText.count(text) <= MOST_WORDS
        && !isSentence(text)
        && !OPEN.matcher(text).find();
  }

  /** Whether a number is in front of its words. */
  public static boolean isCounted(String text) {
    return COUNT.matcher(text).find();
  }

  /** Whether it begins with what is to be done, a number left out. */
  public static boolean tellsToDo(String text) {
    return Vocabulary.tellsToDo(COUNT.matcher(text).replaceFirst(""));
  }

  /** Whether a sign or a number is in front, and it is no longer than such a line may be. */
  public static boolean isSigned(String text) {
    return (sign(text) > 0 || isCounted(text))
        && text.length() <= LONGEST_SIGNED
        && !NormalizedText.words(text).isEmpty();
  }

  /** Whether it begins or ends as a sentence does, or holds several. */
  public static boolean isSentence(String text) {
    return END.matcher(text).find() || WITHIN.matcher(text).find() || SPEECH.begin(text);
  }

  /** Whether it begins with a title and says in a sentence what that means. */
  public static boolean isTitled(String text) {
    Matcher titled = TITLED.matcher(text);
    return text.length() <= LONGEST_SIGNED
        && titled.matches()
        && NormalizedText.count(titled.group(2)) >= LEAST_VALUE
        && !WITHIN.matcher(titled.group(2)).find()
        && Vocabulary.column(titled.group(1)).isEmpty();
  }

  /** Whether it is a link and nothing else. */
  public static boolean isLink(String text) {
    return LINK.matcher(text).matches();
  }

  /** Whether it begins with a small letter, as the lines of a running text do. */
  public static boolean beginsSmall(String text) {
    return !text.isEmpty() && Character.isLowerCase(text.codePointAt(0));
  }
}
