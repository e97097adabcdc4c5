package dev.replenish.outline;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What can be seen of a heading and of what stands below it, without deciding anything. */
final class HeadingFacts {
  /** What stands first below a heading. */
  enum First {
    NOTHING,
    PROSE,
    LABEL,
    ITEM,
    BOX,
    ROW,
    OTHER
  }

  final Section section;

  /** Its title in words, the same for headings that say the same. */
  final String key;

  final Optional<Box> box;
  final Caption caption;
  final Fields fields;

  /** Whether it begins with a verb that tells what is to be done. */
  final boolean tellsToDo;

  /** The labels among its own lines. */
  final Set<String> labels = new LinkedHashSet<>();

  First first = First.NOTHING;

  /** What speaks for and against its being a task. */
  Evidence evidence = new Evidence();

  /** Whether words of its own stand somewhere below it, and how many labels stand alone. */
  boolean prose;

  int lonelyLabels;

  /** How many bytes its own lines have that belong to no list and no table of tasks. */
  int besides;

  /** How many paragraphs begin with a bold title and go on. */
  int titledParagraphs;

  /** Its own lines that are boxes, those of them below a label, and rows of tables of tasks. */
  int boxes;

  int labelledBoxes;
  int rows;

  /** Its own outermost items without boxes, and whether some stand below no label. */
  int items;

  boolean bareItems;

  /** The boxes and rows in all that stands below it, and the open ones of the boxes. */
  int boxesBelow;

  int openBoxesBelow;
  int rowsBelow;

  /** Whether an earlier task was moved out of it. */
  boolean audited;

  /** Whether a comment in it says that nothing else in it is a task. */
  boolean closed;

  /** Whether a comment in it says that headings were moved out of it. */
  boolean headingsMoved;

  HeadingFacts(Section section, Optional<Box> box, Caption caption, Fields fields) {
    this.section = section;
    this.key = Plain.words(section.title);
    this.box = box;
    this.caption = caption;
    this.fields = fields;
    this.tellsToDo = Vocabulary.tellsToDo(caption.title());
  }

  void begin(First with) {
    first = first == First.NOTHING ? with : first;
  }

  /** Whether it has something of its own to say, besides comments and separators. */
  boolean hasBody() {
    return first != First.NOTHING || !section.children.isEmpty();
  }

  /** Whether nothing but a list of items without boxes stands below it. */
  boolean isListOnly() {
    return isItemsOnly() && bareItems;
  }

  /** The same, where all of the items may have labels. */
  boolean isItemsOnly() {
    return first == First.ITEM && items > 0 && section.children.isEmpty();
  }

  /** Whether all boxes below it are ticked, and there are some. */
  boolean isTicked() {
    return boxesBelow > 0 && openBoxesBelow == 0;
  }
}
