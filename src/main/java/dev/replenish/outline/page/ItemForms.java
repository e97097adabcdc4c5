package dev.replenish.outline.page;

import dev.replenish.outline.page.Items.Item;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.Label;
import dev.replenish.outline.words.Stories;
import dev.replenish.outline.words.Strikethrough;
import dev.replenish.outline.words.TaskItem;
import dev.replenish.outline.words.Vocabulary;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out how the items of plain lists are written. */
public final class ItemForms {
  private static final Pattern DATED =
      Pattern.compile("(?:@due\\(|\\bdue:|📅|⏳|🛫)\\s*\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern ID =
      Pattern.compile("^[^\\p{L}\\p{N}#]*(?:[A-Z][A-Z0-9]*-\\d+|#\\d+)(?![\\p{L}\\p{N}])");

  private final Outline outline;
  private final IdentityHashMap<ListUnit, List<Entry>> entries = new IdentityHashMap<>();

  /** Reads items of {@code outline}. */
  public ItemForms(Outline outline) {
    this.outline = outline;
  }

  /**
   * The first line of an item.
   *
   * @param text the line without the marks of the list
   * @param label the label that it begins with, if any
   * @param taskLike whether it begins as only a task does
   */
  public record Entry(String text, @Nullable Label label, boolean taskLike) {}

  /** The first lines of the items of a list; each list is read once. */
  public List<Entry> entries(ListUnit list) {
    return entries.computeIfAbsent(list, this::read);
  }

  private List<Entry> read(ListUnit list) {
    List<Entry> read = new ArrayList<>();
    for (Item item : list.items()) {
      String text = outline.text(item.first);
      read.add(new Entry(text, Label.of(text), TaskItem.is(text)));
    }
    return read;
  }

  /** Whether at least a third of the items name something to do. */
  public boolean nameActions(ListUnit list) {
    List<Entry> items = entries(list);
    return items.stream().filter(item -> Vocabulary.namesAction(item.text)).count() * 3
        >= items.size();
  }

  /** Whether more than half of the items name something to do. */
  public boolean mostNameActions(ListUnit list) {
    return most(entries(list), item -> Vocabulary.namesAction(item.text));
  }

  /** Whether so many items name something to do that the list needs no words above it. */
  public boolean surelyNameActions(ListUnit list) {
    List<Entry> items = entries(list);
    long verbs = items.stream().filter(item -> Vocabulary.namesAction(item.text)).count();
    return verbs * 3 >= items.size() && (verbs > 1 || (verbs == 1 && items.size() <= 2));
  }

  /** Whether each item is a label with nothing after it. */
  public boolean areLabels(ListUnit list) {
    return all(entries(list), item -> item.label != null && item.label.isAlone());
  }

  /** Whether each item begins with a bold title and continues. */
  public boolean areTitled(ListUnit list) {
    return all(entries(list), item -> Label.isTitled(item.text));
  }

  /**
   * Whether half of the items, and at least two, begin with a plain label other than a task word.
   */
  public boolean areFields(ListUnit list) {
    List<Entry> items = entries(list);
    long fields = items.stream().filter(ItemForms::isField).count();
    return fields > 1 && fields * 2 >= items.size();
  }

  private static boolean isField(Entry item) {
    Label label = item.label;
    return label != null && label.colon() && !label.bold() && !item.taskLike && label.isBrief();
  }

  /** Whether more than half of the items have an id or are called a task. */
  public boolean areNamed(ListUnit list) {
    return most(entries(list), ItemForms::isNamed);
  }

  /** Whether each item names a speaker, below a heading for stories or tasks. */
  public boolean areStories(ListUnit list) {
    return Stories.areBelow(list.section().title)
        && all(entries(list), item -> Stories.hasSpeaker(item.text));
  }

  /** Whether at least three in four items have an id or are called a task. */
  public boolean areAllNamed(ListUnit list) {
    List<Entry> items = entries(list);
    return items.stream().filter(ItemForms::isNamed).count() * 4 >= items.size() * 3L;
  }

  /** Whether an item has an id or is called a task. */
  public static boolean isNamed(Entry item) {
    return item.taskLike || ID.matcher(item.text).find();
  }

  /** Whether an item is struck through, or at least a third give their own state or urgency. */
  public boolean giveStates(ListUnit list) {
    List<Entry> items = entries(list);
    return items.stream().anyMatch(ItemForms::isStruck)
        || items.stream().filter(ItemForms::isMarked).count() * 3 >= items.size();
  }

  private static boolean isStruck(Entry item) {
    return Strikethrough.isWhole(item.text)
        || Strikethrough.leads(item.text)
        || Strikethrough.status(item.text).isPresent();
  }

  /** Whether {@code is} holds for each item. */
  public static boolean all(List<Entry> items, Predicate<Entry> is) {
    return items.stream().allMatch(is);
  }

  /** Whether {@code is} holds for more than half of the items. */
  public static boolean most(List<Entry> items, Predicate<Entry> is) {
    return items.stream().filter(is).count() * 2 > items.size();
  }

  /** Whether an item gives its own state, urgency or day. */
  public static boolean isMarked(Entry item) {
    Caption caption = Caption.of(item.text);
    return caption.mark().isPresent()
        || caption.level().isPresent()
        || isStruck(item)
        || DATED.matcher(item.text).find();
  }
}
