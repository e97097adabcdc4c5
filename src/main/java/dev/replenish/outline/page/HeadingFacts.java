package dev.replenish.outline.page;

import dev.replenish.outline.field.Box;
import dev.replenish.outline.field.Fields;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.NormalizedText;
import dev.replenish.outline.words.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The facts about a heading and the lines below it; nothing is decided here. */
public final class HeadingFacts {
  /** What comes first below a heading. */
  public enum First {
    NOTHING,
    PROSE,
    LABEL,
    ITEM,
    BOX,
    ROW,
    OTHER
  }

  public final Section section;

  /** The normalized words of its title; headings with the same words have the same key. */
  public final String key;

  public final Optional<Box> box;
  public final Caption caption;
  public final Fields fields;

  /** Whether its title names something to do, mostly by beginning with a verb. */
  public final boolean namesAction;

  /** The labels among its own lines. */
  public final Set<String> labels = new LinkedHashSet<>();

  public First first = First.NOTHING;

  /** What counts for and against reading it as a task. */
  public Evidence evidence = new Evidence();

  /** Whether one of its own lines of text has no label. */
  public boolean prose;

  /** How many of its own labels are alone on their line. */
  public int lonelyLabels;

  /** Whether text follows one of its own labels on the same line. */
  public boolean hasLabelledText;

  /** Whether a paragraph of its own begins struck through. */
  public boolean struck;

  /** The number of bytes in its own lines outside of lists, lone labels aside. */
  public int otherBytes;

  /** The number of its own paragraphs that begin with a bold title and continue. */
  public int titledParagraphs;

  /** The number of its own lines with a box. */
  public int boxes;

  /** How many of these boxes are below a label. */
  public int labelledBoxes;

  /** How many of these boxes are below a label or a title that names parts of a task. */
  public int partBoxes;

  /** The number of rows in its own tables of tasks. */
  public int rows;

  /** Whether one of its own tables has a column that tables of tasks have. */
  public boolean hasTaskColumn;

  /** The number of its own outermost items without boxes. */
  public int items;

  /** Whether one of these items has no label, neither above nor at its start. */
  public boolean bareItems;

  /** Whether one of these items is a label that says that the items in it are tasks. */
  public boolean announcesTasks;

  /** How many of these items are nothing but a label for the items nested in them. */
  public int leadingItems;

  /** How many of these items begin with a label in bold. */
  public int boldItems;

  /** The number of boxes in everything below it. */
  public int boxesBelow;

  /** How many of these boxes are open. */
  public int openBoxesBelow;

  /** The number of rows of tables of tasks in everything below it. */
  public int rowsBelow;

  /** The names before its own boxes. */
  public final List<String> boxNames = new ArrayList<>();

  /** How many boxes below it have a name that no other box has. */
  public int namedBoxesBelow;

  /** The number of items below it that begin with a sign for done. */
  public int doneItems;

  /** The number of items below it that begin with a sign for another state. */
  public int otherItems;

  /** Whether one of its own outermost items without a box begins struck through. */
  public boolean struckItem;

  /** The number of sub-headings, at any depth, with boxes and a title that does not recur. */
  public int boxedParts;

  /** Whether a comment says that a task was moved out of it. */
  public boolean audited;

  /** Whether it says that nothing below it is to be done now. */
  public boolean shut;

  /** Whether a comment in it or in a heading above it says that nothing else is a task. */
  public boolean closed;

  /** Whether a comment in it says that headings were moved out of it. */
  public boolean headingsMoved;

  public HeadingFacts(Section section, Optional<Box> box, Caption caption, Fields fields) {
    this.section = section;
    this.key = NormalizedText.words(section.title);
    this.box = box;
    this.caption = caption;
    this.fields = fields;
    this.namesAction = Vocabulary.namesAction(caption.title());
  }

  /** Records what comes first below it; later calls change nothing. */
  public void recordFirst(First what) {
    first = first == First.NOTHING ? what : first;
  }

  /** Counts one of its own tables. */
  public void add(Outline outline, Table table) {
    int last = table.end() - 1;
    if (section.holdsFields(table)) {
      recordFirst(First.LABEL);
      labels.addAll(FieldTables.names(outline, table));
    } else {
      boolean titled = table.titles().isPresent();
      recordFirst(titled ? First.ROW : First.OTHER);
      rows += titled ? last - table.head() - 1 : 0;
      hasTaskColumn |= table.hasTaskColumn(outline);
    }
    otherBytes += outline.line(last).end() - outline.line(table.head()).start();
  }

  /** Adds what is below this heading to the counts of the heading {@code above} it. */
  public void addTo(HeadingFacts above) {
    above.boxesBelow += boxesBelow;
    above.openBoxesBelow += openBoxesBelow;
    above.namedBoxesBelow += namedBoxesBelow;
    above.rowsBelow += rowsBelow;
    above.doneItems += doneItems;
    above.otherItems += otherItems;
  }

  /** Whether it has content or sub-headings; comments and separators do not count. */
  public boolean hasBody() {
    return first != First.NOTHING || !section.children.isEmpty();
  }

  /** Whether nothing but a list of items without boxes is below it. */
  public boolean isListOnly() {
    return isItemsOnly() && bareItems;
  }

  /** The same, but all of the items may have labels. */
  public boolean isItemsOnly() {
    return first == First.ITEM && items > 0 && section.children.isEmpty();
  }

  /** Whether labelled lists, or several labels alone, and no boxes are below it. */
  public boolean isLabelledBody() {
    boolean labelled = first == First.LABEL && items > 0 && !bareItems;
    return (labelled || lonelyLabels > 1) && boxes == 0;
  }

  /** Whether most of its items begin with a bold label, as the parts of a task may. */
  public boolean holdsLabelledItems() {
    return boldItems > 1 && boldItems * 2 > items;
  }

  /** Whether nearly all boxes below it have unique names, as tasks do and steps don't. */
  public boolean holdsNamedBoxes() {
    return namedBoxesBelow > 1 && namedBoxesBelow * 10 >= boxesBelow * 8;
  }

  /**
   * Whether all boxes below it are ticked, or several items have a sign for done and none has one
   * for another state.
   */
  public boolean isTicked() {
    boolean signs = doneItems > 1 && otherItems == 0;
    return openBoxesBelow == 0 && (boxesBelow > 0 || signs);
  }
}
