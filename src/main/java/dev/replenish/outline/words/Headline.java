package dev.replenish.outline.words;

import dev.replenish.board.Status;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a task on a page without headings, as {@code P1 Weigh the parcels To do}:
 * urgency, title and status.
 *
 * @param level how urgent it is, if the line states it
 * @param title what is to be done
 * @param status its status
 * @param word where the status is in the text: its first character and one past its last
 */
public record Headline(Optional<Urgency> level, String title, Status status, int[] word) {
  private static final int LONGEST = 1000;
  private static final Pattern LAST =
      Pattern.compile(
          "\\s(\\p{Lu}[\\p{L}-]*(?: \\p{Ll}+)?)(?: \\((?:blocked|rejected|done):[^()]*\\))?$");
  private static final Pattern CODE = Pattern.compile("^([pP][0-4])(?=\\s|:)[\\s:]*");
  private static final Pattern DASH = Pattern.compile("^[-–—]\\s*");
  private static final Pattern TWO_WORDS = Pattern.compile("^(\\p{L}+ \\p{L}+)\\s+");
  private static final Pattern ONE_WORD = Pattern.compile("^(\\p{L}+)\\s+");

  /** The headline that {@code text} is; empty if it does not end with a status. */
  public static Optional<Headline> of(String text) {
    Matcher last = LAST.matcher(text.length() > LONGEST ? "" : text);
    for (int from = 0; last.find(from); from = last.start() + 1) {
      Optional<Status> status = Vocabulary.exactStatus(last.group(1));
      if (status.isPresent()) {
        String before = text.substring(0, last.start()).strip();
        int[] word = {last.start(1), last.end(1)};
        return before.isEmpty() ? Optional.empty() : Optional.of(read(before, status.get(), word));
      }
    }
    return Optional.empty();
  }

  private static Headline read(String text, Status status, int[] word) {
    Matcher code = CODE.matcher(text);
    if (!code.find()) {
      return new Headline(Optional.empty(), text, status, word);
    }
    Optional<Urgency> level = Urgencies.exactLevel(code.group(1));
    String rest = text.substring(code.end());
    Matcher dash = DASH.matcher(rest);
    String title = dash.find() ? withoutPhrase(rest.substring(dash.end())) : rest;
    return new Headline(level, title.strip(), status, word);
  }

  /** The text without words at the start that repeat the priority of the code. */
  private static String withoutPhrase(String text) {
    for (Pattern words : new Pattern[] {TWO_WORDS, ONE_WORD}) {
      Matcher phrase = words.matcher(text);
      if (phrase.find() && Urgencies.exactLevel(phrase.group(1)).isPresent()) {
        return text.substring(phrase.end());
      }
    }
    return text;
  }
}
