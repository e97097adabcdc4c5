package dev.replenish.outline.page;

import dev.replenish.outline.field.Box;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of its own that is nothing but a box and bold words: {@code **[ ] 2. Oil the wheel**}.
 *
 * @param box the box
 * @param title the words after the box, with a note in brackets after the bold words
 */
public record BoldBoxLine(Box box, String title) {
  private static final Pattern LINE =
      Pattern.compile("\\*\\*\\[.{0,3}\\]([^*]{1,300})\\*\\*(\\s*\\([^()]*\\))?");

  /** Reads a line; null if it has another form or does not begin a paragraph. */
  static @Nullable public BoldBoxLine at(Outline outline, Line line) {
    if (!line.isText() || !line.opens()) {
      return null;
    }
    Matcher words = LINE.matcher(outline.text(line));
    Box box = words.matches() ? Box.at(outline.source(), line.content(), line.end()) : null;
    return box == null
        ? null
        : new BoldBoxLine(box, words.group(1) + Objects.toString(words.group(2), ""));
  }
}
