package dev.replenish.outline.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Remarks in a title, or in a paragraph at the top, that everything below is not to be done now
 * (docs/reference/unmarked.md, "How a file is read").
 */
public final class ShutRemark {
  private static final Terms SHUT = Terms.of("shut");
  private static final Terms FORBIDS = Terms.of("forbid");
  private static final int LONGEST = 300;

  /** The words in bold or in capitals that a paragraph begins with, up to a day or a link. */
  private static final Pattern FIRST =
      Pattern.compile(
          "^[^\\p{L}\\p{N}*_]{0,8}(?:(?:\\*\\*|__)(\\p{L}[\\p{L}\\p{M} ]{2,40})"
              + "|(\\p{Lu}{4,}(?: \\p{Lu}{2,}){0,3})(?![\\p{L}\\p{N}]))");

  private static final Pattern EMPHASISED = Pattern.compile("^([*_]{1,3})([^*_]{3,300})\\1$");
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])[*_)\"]{0,3}\\s+");

  private ShutRemark() {}

  /** Whether a part of the title of a document says so: {@code Kiln - Deferred Backlog}. */
  public static boolean isInTitle(String title) {
    for (String part : TitleParts.of(title)) {
      String words = NormalizedText.words(part);
      int end = words.indexOf(' ');
      String rest = words.substring(end + 1);
      boolean group = end > 0 && (Vocabulary.namesGroup(rest) || Terms.LEDGERS.isPhrase(rest));
      if (SHUT.isPhrase(words) || (group && PutOff.begins(words.substring(0, end)))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a paragraph says so: it begins with a word for that in bold or capitals ({@code
   * **ARCHIVED 2026-07-01**}), a sentence in it forbids to begin, or all of it is emphasised and
   * says that the tasks below have not been evaluated yet.
   */
  public static boolean isInParagraph(String text) {
    String brief = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    Matcher first = FIRST.matcher(brief);
    if (first.find() && SHUT.is(first.group(1) == null ? first.group(2) : first.group(1))) {
      return true;
    }
    Matcher emphasised = EMPHASISED.matcher(brief);
    if (emphasised.matches() && Terms.UNWEIGHED.within(emphasised.group(2))) {
      return true;
    }
    for (String sentence : SENTENCE.split(brief)) {
      if (FORBIDS.begin(sentence)) {
        return true;
      }
    }
    return false;
  }
}
