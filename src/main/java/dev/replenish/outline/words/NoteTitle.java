package dev.replenish.outline.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Items that are called a note: {@code **Chimney note** - it is swept}, {@code NOTE: mind it}. */
public final class NoteTitle {
  private static final int MOST_WORDS = 4;
  private static final Pattern BOLD =
      Pattern.compile("^(?:\\*\\*|__)([^*_]{1,80}?)\\s*[:：]?\\s*(?:\\*\\*|__)");
  private static final Pattern LABEL = Pattern.compile("^([\\p{L}. ]{2,20})[:：]\\s");
  private static final Terms NOTES = Terms.of("remark");

  private NoteTitle() {}

  /** Whether {@code text} begins with a brief title of that kind that names nothing to do. */
  public static boolean is(String text) {
    Matcher label = LABEL.matcher(text);
    if (label.find()) {
      return NOTES.is(label.group(1));
    }
    Matcher bold = BOLD.matcher(text);
    return bold.find()
        && NormalizedText.count(bold.group(1)) <= MOST_WORDS
        && NOTES.end(bold.group(1))
        && !Vocabulary.namesAction(bold.group(1));
  }
}
