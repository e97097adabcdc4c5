package dev.replenish.outline;

import dev.replenish.dialect.Body;
import dev.replenish.outline.Items.Item;
import dev.replenish.text.Span;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Items of plain lists, bulleted or numbered, where nothing in the section is written in a richer
 * shape (TASKS.md, "Plain lists"). Among prose nobody can tell whether they are tasks.
 */
final class PlainList extends ListShape {
  private static final int PROSE_WORDS = 40;
  private static final Pattern CONTENTS_ENTRY =
      Pattern.compile("^\\[[^\\]]*\\]\\(#[^)]*\\)$|^https?://\\S+$|^\\[[^\\]]*\\]\\([^)]*\\)$");

  @Override
  void find(Outline outline, List<Item> items, List<Span> frame, List<Found> found) {
    List<Item> telling =
        items.stream().filter(item -> !outline.text(outline.line(item.first)).isEmpty()).toList();
    if (telling.isEmpty() || isContents(outline, telling) || isData(outline, telling)) {
      return;
    }
    boolean prose = isProse(outline, items);
    telling.forEach(item -> found.add(task(outline, item, frame, prose)));
  }

  /** A table of contents, or a list of links. */
  private static boolean isContents(Outline outline, List<Item> items) {
    return items.stream().allMatch(item -> CONTENTS_ENTRY.matcher(text(outline, item)).matches());
  }

  private static String text(Outline outline, Item item) {
    Line line = outline.line(item.first);
    return outline.source().text(new Span(line.content(), line.end())).strip();
  }

  /** Nothing but labelled values, such as an owner and a date. */
  private static boolean isData(Outline outline, List<Item> items) {
    return items.stream()
        .allMatch(
            item -> {
              Line line = outline.line(item.first);
              return Body.read(outline.source(), new Span(line.start(), line.next()))
                  .fields()
                  .stream()
                  .anyMatch(field -> !field.value().isEmpty());
            });
  }

  /** More words around the list than a line or two that introduce it. */
  private static boolean isProse(Outline outline, List<Item> items) {
    int from = items.get(0).first;
    while (from > 0 && !isHeading(outline.line(from - 1))) {
      from--;
    }
    int words = 0;
    for (int i = from; i < outline.lines().size() && !isHeading(outline.line(i)); i++) {
      Line line = outline.line(i);
      words += line.isText() ? Plain.words(outline.text(line)).split(" ").length : 0;
    }
    return words > PROSE_WORDS;
  }

  private static boolean isHeading(Line line) {
    return line.depth() == 0
        && (line.kind() == dev.replenish.markdown.BlockScan.Kind.HEADING
            || line.kind() == dev.replenish.markdown.BlockScan.Kind.SETEXT);
  }
}
