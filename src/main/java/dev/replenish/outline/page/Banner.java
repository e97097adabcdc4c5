package dev.replenish.outline.page;

import dev.replenish.outline.words.Conditions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what the first paragraphs of a file say of all of it: {@code **ARCHIVED 2026-05-01.** See
 * the board} (docs/reference/unmarked.md, "States").
 */
final class Banner {
  private static final Pattern BOLD = Pattern.compile("^\\P{L}{0,8}?(?:\\*\\*|__)([^*_]{3,120})");
  private static final Pattern CAPITALS = Pattern.compile("^\\P{L}{0,8}?(\\p{Lu}{4,})(?![\\p{L}])");

  private Banner() {}

  /** Whether a paragraph above all lists and further headings says that nobody keeps it. */
  static boolean retires(Outline outline) {
    Section first =
        outline.root().children.stream().filter(Section::isDocumentTitle).findFirst().orElse(null);
    return retires(outline, outline.root().from, outline.root().ownEnd())
        || (first != null && retires(outline, first.from, first.ownEnd()));
  }

  private static boolean retires(Outline outline, int from, int to) {
    for (int i = from; i < to; i++) {
      Line line = outline.line(i);
      if (line.item() || (line.isText() && line.depth() > 0 && !line.quoted())) {
        return false;
      }
      if (!line.isBlank() && isRetired(outline.text(line))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRetired(String text) {
    return begins(BOLD.matcher(text)) || begins(CAPITALS.matcher(text));
  }

  private static boolean begins(Matcher words) {
    return words.find() && Conditions.retire(words.group(1));
  }
}
