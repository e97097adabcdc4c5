package dev.replenish.outline.page;

import dev.replenish.outline.words.BracketedTopic;
import dev.replenish.outline.words.Naming;
import dev.replenish.outline.words.Topic;
import dev.replenish.outline.words.Vocabulary;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A heading with everything under it; the root has no heading and holds the whole document. */
public final class Section {
  /** The level of lines that serve as headings, below all real headings. */
  static final int LINE = 7;

  final @Nullable public Section parent;
  public final int level;
  public final String title;

  /** What its title says of everything below it. */
  public final Optional<Topic> topic;

  /** The same, also where brackets in the title say that everything is over, put off or blocked. */
  public final Optional<Topic> topicOfAll;

  /** Whether its title names information rather than tasks. */
  public final boolean informs;

  public final Span heading;
  public final int head;
  public final int from;
  public final Naming.Names names;
  public final List<Section> children = new ArrayList<>();

  /** Those of its own tables whose rows are fields of this heading. */
  public final List<Table> fieldTables = new ArrayList<>();

  /** The facts that the survey gathered about it. */
  @Nullable public HeadingFacts facts;

  private @Nullable Naming naming;
  private int ownEnd;
  private int end;
  private boolean documentTitle;

  /**
   * Begins a section, whose end is set later.
   *
   * @param level 1 to 6; 0 for the root
   * @param title the heading's text as written; "" for the root
   * @param heading the bytes of its lines without the last terminator
   * @param head the index of the heading's first line
   * @param from the index of the first line below the heading
   * @param names what a comment in the heading says about it
   */
  Section(
      @Nullable Section parent,
      int level,
      String title,
      Span heading,
      int head,
      int from,
      Naming.Names names) {
    this.parent = parent;
    this.level = level;
    this.title = title;
    this.topic =
        names == Naming.Names.NOTE ? Optional.of(Topic.INFORMATION) : Vocabulary.topic(title);
    this.topicOfAll = topic.isPresent() ? topic : BracketedTopic.of(title);
    this.informs = Vocabulary.informs(title);
    this.heading = heading;
    this.head = head;
    this.from = from;
    this.names = names;
    this.ownEnd = -1;
    this.end = -1;
  }

  /** The section of a line in {@code parent} that serves as a heading of the lines below it. */
  static Section line(Outline outline, Section parent, int at, String title) {
    Line line = outline.line(at);
    Span heading = new Span(line.start(), line.end());
    return new Section(parent, LINE, title, heading, at, at + 1, Naming.Names.NOTHING);
  }

  /** Whether {@code what} is what its title says of everything below it. */
  public boolean is(Topic what) {
    return topic.orElse(null) == what;
  }

  /** Whether its title names a state of everything below it. */
  public boolean namesState() {
    return topic.isPresent() && !is(Topic.INFORMATION);
  }

  /** The type and the heading that its title gives a group. */
  public Naming naming() {
    Naming known = naming;
    if (known == null) {
      known = Naming.of(title);
      naming = known;
    }
    return known;
  }

  /** Ends its own lines before the line of index {@code at}; only the first call counts. */
  void ownEndsAt(int at) {
    ownEnd = ownEnd < 0 ? at : ownEnd;
  }

  void endsAt(int at) {
    ownEndsAt(at);
    end = at;
  }

  /** One past the index of the last line that belongs to it and to none of its children. */
  public int ownEnd() {
    return ownEnd;
  }

  /** One past the index of the last line of it and its children. */
  public int end() {
    return end;
  }

  /** Whether a comment in its heading says that it is a group. */
  public boolean isNamedGroup() {
    return names != Naming.Names.NOTHING && names != Naming.Names.NOTE;
  }

  /** Whether a comment in its heading, or in one above it, says that nothing below is a task. */
  public boolean isNote() {
    boolean note = false;
    for (Section at = this; at != null && !note; at = at.parent) {
      note = at.names == Naming.Names.NOTE;
    }
    return note;
  }

  /** Whether a comment in its heading, or in one above it, says that its items are tasks. */
  public boolean listsTasks() {
    return isNamedGroup() || isBelow(Naming.Names.ITEMS);
  }

  /** Whether a comment in its heading, or in one above it, says that each line is a task. */
  public boolean hasTaskInEachLine() {
    return isBelow(Naming.Names.LINES);
  }

  private boolean isBelow(Naming.Names comment) {
    boolean all = false;
    for (Section at = this; at != null && !all && !at.informs(); at = at.parent) {
      all = at.names == comment;
    }
    return all;
  }

  private boolean informs() {
    return informs || is(Topic.INFORMATION);
  }

  /** Whether it is a line that serves as a heading. */
  public boolean isLine() {
    return level == LINE;
  }

  /** The real heading that it belongs to: the one above it if it is a line, else itself. */
  public Section realHeading() {
    Section at = this;
    while (at.isLine() && at.parent != null) {
      at = at.parent;
    }
    return at;
  }

  /** Whether {@code table} holds fields of the real heading that it belongs to. */
  public boolean holdsFields(Table table) {
    return realHeading().fieldTables.stream().anyMatch(fields -> fields.head() == table.head());
  }

  /** Adds {@code part}, which follows it at its own level, as a child. */
  public void adopt(Section part) {
    children.add(part);
    end = part.end();
  }

  /** Adds sections for those of its own lines that serve as headings, in listed order. */
  void insert(List<Section> lines) {
    int to = ownEnd;
    for (int i = lines.size() - 1; i >= 0; i--) {
      lines.get(i).endsAt(to);
      to = lines.get(i).head;
    }
    children.addAll(0, lines);
    ownEnd = to;
  }

  public boolean isRoot() {
    return parent == null;
  }

  void makeDocumentTitle() {
    documentTitle = true;
  }

  /** Whether its heading is the title of the whole document. */
  public boolean isDocumentTitle() {
    return documentTitle;
  }
}
