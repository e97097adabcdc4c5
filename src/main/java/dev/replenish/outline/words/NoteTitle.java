package dev.replenish.outline.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bold titles of items that are called a note: {@code **Chimney note** - it is swept}. */
public final class NoteTitle {
  private static final int MOST_WORDS = 4;
  private static final Pattern BOLD =
      Pattern.compile("^(?:\\*\\*|__)([^*_]{1,80}?)\\s*[:：]?\\s*(?:\\*\\*|__)");
  private static final Terms NOTES = Terms.of("remark");

  private NoteTitle() {}

  /** Whether {@code text} begins with one that is brief and tells nothing to be done. */
  public static boolean is(String text) {
    Matcher bold = BOLD.matcher(text);
    return bold.find()
        && NormalizedText.count(bold.group(1)) <= MOST_WORDS
        && NOTES.end(bold.group(1))
        && !Vocabulary.tellsToDo(bold.group(1));
  }
}
