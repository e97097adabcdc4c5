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

/** What can be seen of a heading and of what is below it, without deciding anything. */
public final class HeadingFacts {
  /** What is first below a heading. */
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

  /** Its title in words, the same for headings that say the same. */
  public final String key;

  public final Optional<Box> box;
  public final Caption caption;
  public final Fields fields;

  /** Whether it begins with a verb that names what is to be done. */
  public final boolean tellsToDo;

  /** The labels among its own lines. */
  public final Set<String> labels = new LinkedHashSet<>();

  public First first = First.NOTHING;

  /** What speaks for and against its being a task. */
  public Evidence evidence = new Evidence();

  /** Whether words of its own are somewhere below it, and how many labels are alone. */
  public boolean prose;

  public int lonelyLabels;

  /** Whether words are behind a label on a line of its own. */
  public boolean told;

  /** Whether a paragraph of its own begins struck through. */
  public boolean struck;

  /** How many bytes its own lines have that belong to no list and no table of tasks. */
  public int besides;

  /** How many paragraphs begin with a bold title and go on. */
  public int titledParagraphs;

  /** Its own lines that are boxes, those of them below a label, and rows of tables of tasks. */
  public int boxes;

  public int labelledBoxes;

  /** How many of these labels are called what parts of a task are called. */
  public int partBoxes;

  public int rows;

  /** Whether a column that tables of tasks have is in one of its own tables. */
  public boolean toldRows;

  /** Its own outermost items without boxes, and whether some are below no label. */
  public int items;

  public boolean bareItems;

  /** Whether one of these items is a label that says that what is nested in it are tasks. */
  public boolean namesItems;

  /** How many of these items are labels of what is nested in them, and say nothing else. */
  public int leadingItems;

  /** How many of these items begin with a label in bold. */
  public int boldItems;

  /** The boxes and rows in all that is below it, and the open ones of the boxes. */
  public int boxesBelow;

  public int openBoxesBelow;
  public int rowsBelow;

  /** The names in front of its own boxes, and how many boxes below it have one that is unique. */
  public final List<String> boxNames = new ArrayList<>();

  public int namedBoxesBelow;

  /** Its own items and those of its parts that begin with a sign for done, or for another state. */
  public int doneItems;

  public int otherItems;

  /** Whether an outermost item of its own without a box begins struck through. */
  public boolean struckItem;

  /** How many sub-headings at any depth hold boxes and have a title that none beside has. */
  public int boxedParts;

  /** Whether an earlier task was moved out of it. */
  public boolean audited;

  /** Whether it says that nothing below it is to be done now. */
  public boolean shut;

  /** Whether a comment in it says that nothing else in it is a task. */
  public boolean closed;

  /** Whether a comment in it says that headings were moved out of it. */
  public boolean headingsMoved;

  public HeadingFacts(Section section, Optional<Box> box, Caption caption, Fields fields) {
    this.section = section;
    this.key = NormalizedText.words(section.title);
    this.box = box;
    this.caption = caption;
    this.fields = fields;
    this.tellsToDo = Vocabulary.tellsToDo(caption.title());
  }

  public void begin(First with) {
    first = first == First.NOTHING ? with : first;
  }

  /** Adds one of its own tables. */
  public void add(Outline outline, Table table) {
    int last = table.end() - 1;
    if (section.holdsFields(table)) {
      begin(First.LABEL);
      labels.addAll(FieldTables.names(outline, table));
    } else {
      boolean titled = table.titles().isPresent();
      begin(titled ? First.ROW : First.OTHER);
      rows += titled ? last - table.head() - 1 : 0;
      toldRows |= table.tellsOfTasks(outline);
    }
    besides += outline.line(last).end() - outline.line(table.head()).start();
  }

  /** Counts what is below this heading for the one {@code above} it as well. */
  public void addTo(HeadingFacts above) {
    above.boxesBelow += boxesBelow;
    above.openBoxesBelow += openBoxesBelow;
    above.namedBoxesBelow += namedBoxesBelow;
    above.rowsBelow += rowsBelow;
    above.doneItems += doneItems;
    above.otherItems += otherItems;
  }

  /** Whether it has something of its own to say, besides comments and separators. */
  public boolean hasBody() {
    return first != First.NOTHING || !section.children.isEmpty();
  }

  /** Whether nothing but a list of items without boxes is below it. */
  public boolean isListOnly() {
    return isItemsOnly() && bareItems;
  }

  /** The same, where all of the items may have labels. */
  public boolean isItemsOnly() {
    return first == First.ITEM && items > 0 && section.children.isEmpty();
  }

  /** Whether labelled lists, or labels alone, and no boxes are below it. */
  public boolean isLabelledBody() {
    boolean labelled = first == First.LABEL && items > 0 && !bareItems;
    return (labelled || lonelyLabels > 1) && boxes == 0;
  }

  /** Whether most of its items have labels in bold, as the parts of a task may have. */
  public boolean holdsLabelledItems() {
    return boldItems > 1 && boldItems * 2 > items;
  }

  /** Whether nearly all boxes below it have names of their own, as tasks do and steps don't. */
  public boolean holdsNamedBoxes() {
    return namedBoxesBelow > 1 && namedBoxesBelow * 10 >= boxesBelow * 8;
  }

  /**
   * Whether all boxes below it are ticked, or all items that have a sign for a state have one for
   * done.
   */
  public boolean isTicked() {
    boolean signs = doneItems > 1 && otherItems == 0;
    return openBoxesBelow == 0 && (boxesBelow > 0 || signs);
  }
}
