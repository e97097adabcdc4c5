package dev.replenish.outline.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Distinguishes lines of text that can stand alone, as a task does, from sentences of running text
 * (docs/reference/unmarked.md, "Lines").
 */
public final class LineWords {
  private static final int LONGEST = 100;
  private static final int LONGEST_SIGNED = 200;
  private static final int MOST_WORDS = 16;
  private static final int LEAST_VALUE = 3;

  /** A sign at the start of a line that makes no list item of it in Markdown. */
  private static final Pattern SIGN =
      Pattern.compile(
          "^(?:[•·●○▪◦‣–—]\\s*|[-+](?=[\\[\\p{L}\\p{N}\"'(`])|\\*(?=[\\p{L}\\p{N}][^*]*$))");

  /** A number at the start of a line that makes no list item of it either. */
  private static final Pattern COUNT =
      Pattern.compile("^#{0,3}\\d{1,3}(?:[.):、．](?=[\\p{L}\\[\"'(`])|\\s+(?=[\\p{L}\\[\"'(`]))");

  private static final Pattern END = Pattern.compile("(?<!\\.\\.)(?<!\\betc)[.!?。！？][\"')*_”»]*$");
  private static final Pattern WITHIN = Pattern.compile("[.!?][\"')*_]*\\s+\\p{Lu}|[。！？](?=.)");
  private static final Pattern OPEN = Pattern.compile("[,，、(\\[&/-]$");
  private static final Pattern TITLED = Pattern.compile("^(\\p{L}[^.:!?|]{1,60}): (\\S.*)$");
  private static final Pattern LINK =
      Pattern.compile("^<?https?://\\S+$|^!?\\[[^\\]]*\\]\\([^)]*\\)$");

  /** What would be another block, or a part of one, if it were alone. */
  private static final Pattern BLOCK =
      Pattern.compile(
          "^(?:(?:[-*+]|\\d{1,9}[.)])(?:\\s|$)|#{1,6}(?:\\s|$)|[>|<]|```|~~~|\\[[^\\]]{0,200}\\]:"
              + "|\\[.?\\](?:\\s|$)|[-=_*]+$)|\\|");

  /** Words that begin sentences of running text, but no tasks. */
  private static final Terms SPEECH = Terms.of("speech");

  /** The tick at the end of a line that is done. */
  public static final String TICK = "✅";

  private LineWords() {}

  /** A line without the status at its end, and without the comment that says that it is a task. */
  public static String withoutStatus(String text) {
    String words = Naming.unmarked(text);
    Matcher note = Caption.NOTE.in(words);
    String bare = note != null && note.find() ? words.substring(0, note.start()) : words;
    return unticked(bare);
  }

  /** Whether a tick after its words says that it is done. */
  public static boolean isTicked(String text) {
    return text.endsWith(" " + TICK);
  }

  /** The words without a tick at their end. */
  public static String unticked(String text) {
    return text.endsWith(TICK)
        ? text.substring(0, text.length() - TICK.length()).stripTrailing()
        : text;
  }

  /** The number of characters of the sign at the start of a line; 0 if there is none. */
  public static int sign(String text) {
    Matcher sign = SIGN.matcher(text);
    return sign.find() ? sign.end() : 0;
  }

  /** Whether a hyphen or a plus is right before its first word. */
  public static boolean isGlued(String text) {
    return !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') && sign(text) > 0;
  }

  /** Whether a text would be, or might be, no paragraph if it were alone. */
  public static boolean isBlock(String text) {
    return BLOCK.matcher(text).find();
  }

  /** Whether a text is as short as a title, and no sentence or part of one. */
  public static boolean isBrief(String text) {
    return text.length() <= LONGEST
        && !NormalizedText.words(text).isEmpty()
        && NormalizedText.count(text) <= MOST_WORDS
        && !isSentence(text)
        && !OPEN.matcher(text).find();
  }

  /** Whether a number is before the words. */
  public static boolean isCounted(String text) {
    return COUNT.matcher(text).find();
  }

  /** Whether a text names something to do, after a number if there is one. */
  public static boolean namesAction(String text) {
    return Vocabulary.namesAction(COUNT.matcher(text).replaceFirst(""));
  }

  /** Whether a sign or a number is at the start, and the text is short enough for such a line. */
  public static boolean isSigned(String text) {
    return (sign(text) > 0 || isCounted(text))
        && text.length() <= LONGEST_SIGNED
        && !NormalizedText.words(text).isEmpty();
  }

  /** Whether a text begins or ends as a sentence does, or holds several sentences. */
  public static boolean isSentence(String text) {
    return END.matcher(text).find() || WITHIN.matcher(text).find() || SPEECH.begin(text);
  }

  /** Whether a text is a title and a sentence that explains it. */
  public static boolean isTitled(String text) {
    Matcher titled = TITLED.matcher(text);
    return text.length() <= LONGEST_SIGNED
        && titled.matches()
        && NormalizedText.count(titled.group(2)) >= LEAST_VALUE
        && !WITHIN.matcher(titled.group(2)).find()
        && Vocabulary.column(titled.group(1)).isEmpty();
  }

  /** Whether a text is a link and nothing else. */
  public static boolean isLink(String text) {
    return LINK.matcher(text).matches();
  }

  /** Whether a text begins with a small letter, as the lines of running text do. */
  public static boolean beginsSmall(String text) {
    return !text.isEmpty() && Character.isLowerCase(text.codePointAt(0));
  }
}
