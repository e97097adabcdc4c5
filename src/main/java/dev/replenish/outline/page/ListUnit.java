package dev.replenish.outline.page;

import dev.replenish.outline.page.Items.Item;
import dev.replenish.outline.words.Label;
import dev.replenish.outline.words.Terms;
import dev.replenish.outline.words.Vocabulary;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A list directly under a heading: items with nothing but blank lines between them.
 *
 * @param section the heading that it is under
 * @param items its outermost items; those without words are left out
 * @param label the label on the line above it, if there is one
 * @param frame the item that it is nested in and that says that these are tasks; usually empty
 */
public record ListUnit(Section section, List<Item> items, @Nullable Label label, List<Span> frame) {
  private static final Pattern CODED = Pattern.compile("^\\*\\*\\p{Lu}{1,6}-?\\d{1,4}\\b");

  /** The lists among the section's own lines. */
  public static List<ListUnit> of(Outline outline, Section section) {
    List<ListUnit> lists = new ArrayList<>();
    List<Item> open = new ArrayList<>();
    for (Item item : Items.of(outline, section.from, section.ownEnd())) {
      int above = outline.lastWritten(section.from, item.first);
      if (!open.isEmpty() && above > open.get(open.size() - 1).last()) {
        add(outline, section, open, lists);
        open = new ArrayList<>();
      }
      open.add(item);
    }
    add(outline, section, open, lists);
    return lists;
  }

  private static void add(
      Outline outline, Section section, List<Item> items, List<ListUnit> lists) {
    List<Item> withWords =
        items.stream().filter(item -> !outline.text(item.first).isEmpty()).toList();
    if (withWords.isEmpty()) {
      return;
    }
    if (Vocabulary.namesGroup(section.title)
        && withWords.stream().anyMatch(item -> announcesTasks(label(outline, item)))) {
      withWords.forEach(item -> addNested(outline, section, item, lists));
      return;
    }
    int above = outline.lastWritten(section.from, items.get(0).first);
    boolean text = above >= section.from && outline.line(above).isText();
    Label label = text ? Label.of(outline.text(above)) : null;
    Label alone = label != null && label.isAlone() ? label : null;
    lists.add(new ListUnit(section, withWords, alone, List.of()));
  }

  /** Adds the items in one that says that they are tasks; items beside it are about the group. */
  private static void addNested(Outline outline, Section section, Item item, List<ListUnit> lists) {
    if (announcesTasks(label(outline, item)) && !item.children.isEmpty()) {
      int last = outline.lastWritten(item.first, item.ownEnd());
      List<Span> frame = List.of(outline.span(item.first, last));
      lists.add(new ListUnit(section, item.children, null, frame));
    }
  }

  private static @Nullable Label label(Outline outline, Item item) {
    return Label.of(outline.text(item.first));
  }

  /** Whether a label says that the items below it are tasks. */
  public static boolean announcesTasks(@Nullable Label label) {
    return label != null && label.isAlone() && Terms.HOLDING.is(label.words());
  }

  /** The index of its first line. */
  public int first() {
    return items.get(0).first;
  }

  /** The index of its last line that is not blank. */
  public int last() {
    return items.get(items.size() - 1).last();
  }

  /**
   * Whether the paragraph right above it begins with a title.
   *
   * @param named whether a bold code such as {@code **A1} counts as a title too
   */
  public boolean isBelowTitle(Outline outline, boolean named) {
    int at = outline.lastWritten(section.from, first());
    while (at > section.from && outline.line(at).isText() && !outline.line(at).opens()) {
      at--;
    }
    if (at < section.from || !outline.line(at).isText()) {
      return false;
    }
    String text = outline.text(at);
    return Label.isTitled(text) || (named && CODED.matcher(text).find());
  }
}
