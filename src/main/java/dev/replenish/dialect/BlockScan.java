package dev.replenish.dialect;

/**
 * Reads a Markdown document line by line and says of each line what CommonMark 0.31 takes it for.
 *
 * <p>One pass over UTF-8 bytes, in time linear in their number whatever they are:
 *
 * <pre>{@code
 * BlockScan scan = new BlockScan(bytes, 0, bytes.length);
 * while (scan.next()) {
 *   if (scan.kind() == Kind.HEADING && scan.depth() == 0) { ... }
 * }
 * }</pre>
 */
public final class BlockScan {
  /** What a line is. */
  public enum Kind {
    /** Nothing but white space and container marks, outside fenced code and HTML. */
    BLANK,
    /** An ATX heading. */
    HEADING,
    /** The underline that makes the paragraph above it a heading. */
    SETEXT,
    /** A line of a paragraph, also a lazy one, or of a link reference definition. */
    TEXT,
    /** A thematic break. */
    RULE,
    /** The first or the last line of fenced code. */
    FENCE,
    /** A line inside fenced code, or a line of indented code that isn't blank. */
    CODE,
    /** A line of an HTML block. */
    HTML
  }

  /** The leaf block at the end of the innermost container that the next line may continue. */
  private enum Leaf {
    NONE,
    PARAGRAPH,
    FENCED,
    INDENTED,
    HTML
  }

  private final byte[] bytes;
  private final int to;
  private final Cursor cursor;
  private final Containers containers = new Containers();
  private final ListMarker marker = new ListMarker();
  private final Definitions definitions;

  private Leaf leaf = Leaf.NONE;
  private int blockStart;
  private byte fenceMark;
  private int fenceLength;
  private HtmlBlock html = HtmlBlock.TAG;
  private int noRuleBefore;

  private int lineStart;
  private int nextLine;
  private int lineNumber;
  private Kind kind = Kind.BLANK;
  private int level;
  private boolean opensItem;
  private boolean ordered;
  private int itemNumber;

  /** Scans {@code bytes} between two offsets; {@code from} must be behind a byte order mark. */
  public BlockScan(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.to = to;
    cursor = new Cursor(bytes);
    cursor.enter(from, from);
    definitions = new Definitions(bytes);
    lineStart = from;
    nextLine = from;
    blockStart = from;
  }

  /** Steps to the next line; false at the end. */
  public boolean next() {
    if (nextLine == to) {
      return false;
    }
    enterLine();
    boolean whole = containers.match(cursor);
    if (!whole || !continuesLeaf()) {
      kind = startBlocks();
    }
    return true;
  }

  /** A line ends with LF, CR LF, CR alone or the end of the input. */
  private void enterLine() {
    lineStart = nextLine;
    int end = lineStart;
    while (end < to && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    nextLine = end;
    if (nextLine < to && bytes[nextLine++] == '\r' && nextLine < to && bytes[nextLine] == '\n') {
      nextLine++;
    }
    lineNumber++;
    level = 0;
    opensItem = false;
    cursor.enter(lineStart, end);
  }

  /** Whether the line belongs to the open leaf block for certain: only text has to wait. */
  private boolean continuesLeaf() {
    return switch (leaf) {
      case NONE, PARAGRAPH -> false;
      case FENCED -> continuesFence();
      case INDENTED -> continuesIndented();
      case HTML -> continuesHtml();
    };
  }

  private boolean continuesFence() {
    boolean closes = LeafSyntax.closesFence(cursor, fenceMark, fenceLength);
    kind = closes ? Kind.FENCE : Kind.CODE;
    if (closes) {
      leaf = Leaf.NONE;
    }
    return true;
  }

  /** Blank lines don't end indented code; whether they are part of it shows only later. */
  private boolean continuesIndented() {
    if (cursor.blank()) {
      kind = Kind.BLANK;
      return true;
    }
    kind = Kind.CODE;
    return cursor.indent() > 3;
  }

  private boolean continuesHtml() {
    if (cursor.blank() && html.endsAtBlank()) {
      return false;
    }
    kind = Kind.HTML;
    closeHtmlAtItsEnd();
    return true;
  }

  private void closeHtmlAtItsEnd() {
    if (html.endsOn(bytes, cursor.index, cursor.end)) {
      leaf = Leaf.NONE;
    }
  }

  /** Opens what begins on this line, containers first; what is left over is text or blank. */
  private Kind startBlocks() {
    while (!cursor.blank()) {
      if (cursor.indent() > 3) {
        return startIndented();
      }
      Kind found = startLeaf();
      if (found != Kind.TEXT) {
        return found;
      }
      if (!startContainer()) {
        return addText();
      }
    }
    containers.closeUnmatched();
    leaf = Leaf.NONE;
    return Kind.BLANK;
  }

  /** Indented code can't interrupt a paragraph, not even one that goes on lazily. */
  private Kind startIndented() {
    return leaf == Leaf.PARAGRAPH ? addText() : open(Leaf.INDENTED, Kind.CODE);
  }

  private Kind open(Leaf opened, Kind kindOfLine) {
    containers.closeUnmatched();
    containers.fill();
    leaf = opened;
    blockStart = lineStart;
    return kindOfLine;
  }

  /** Text goes on in an open paragraph even where the marks of its containers are missing. */
  private Kind addText() {
    if (leaf != Leaf.PARAGRAPH) {
      open(Leaf.PARAGRAPH, Kind.TEXT);
      definitions.reset();
    } else if (!definitions.hasText()) {
      blockStart = lineStart;
    }
    definitions.add(cursor.content, cursor.end);
    return Kind.TEXT;
  }

  /** A leaf block whose first bytes give it away; TEXT if none begins here. */
  private Kind startLeaf() {
    return switch (cursor.first()) {
      case '#' -> startHeading();
      case '=' -> underlines() ? Kind.SETEXT : Kind.TEXT;
      case '-' -> underlines() ? Kind.SETEXT : startRule();
      case '*', '_' -> startRule();
      case '`', '~' -> startFence();
      case '<' -> startHtml();
      default -> Kind.TEXT;
    };
  }

  private Kind startHeading() {
    level = LeafSyntax.headingLevel(cursor);
    return level > 0 ? open(Leaf.NONE, Kind.HEADING) : Kind.TEXT;
  }

  /** An underline needs text above it, in the same containers, that isn't all definitions. */
  private boolean underlines() {
    level = inParagraph() ? LeafSyntax.underlineLevel(cursor) : 0;
    if (level > 0) {
      leaf = Leaf.NONE;
    }
    return level > 0;
  }

  private boolean inParagraph() {
    return leaf == Leaf.PARAGRAPH && containers.allMatched() && definitions.hasText();
  }

  /**
   * A thematic break: 3 or more of one of {@code - * _}, white space anywhere between. A line that
   * fails to be one fails for every item that it nests, so the place of failure is remembered.
   */
  private Kind startRule() {
    if (cursor.content < noRuleBefore) {
      return Kind.TEXT;
    }
    byte mark = cursor.first();
    int marks = 0;
    int at = cursor.content;
    for (; at < cursor.end && (bytes[at] == mark || Ascii.isSpaceOrTab(bytes[at])); at++) {
      marks += bytes[at] == mark ? 1 : 0;
    }
    if (at == cursor.end && marks >= 3) {
      return open(Leaf.NONE, Kind.RULE);
    }
    noRuleBefore = at;
    return Kind.TEXT;
  }

  private Kind startFence() {
    int length = LeafSyntax.fenceLength(cursor);
    if (length == 0) {
      return Kind.TEXT;
    }
    fenceMark = cursor.first();
    fenceLength = length;
    return open(Leaf.FENCED, Kind.FENCE);
  }

  private Kind startHtml() {
    HtmlBlock found = HtmlBlock.startingAt(bytes, cursor.content, cursor.end);
    if (found == null || leaf == Leaf.PARAGRAPH && !found.interruptsParagraph()) {
      return Kind.TEXT;
    }
    html = found;
    open(Leaf.HTML, Kind.HTML);
    closeHtmlAtItsEnd();
    return Kind.HTML;
  }

  private boolean startContainer() {
    if (containers.openQuote(cursor)) {
      leaf = Leaf.NONE;
      return true;
    }
    int indent = marker.open(cursor, inParagraph());
    if (indent == 0) {
      return false;
    }
    containers.openItem(indent);
    leaf = Leaf.NONE;
    opensItem = true;
    ordered = marker.ordered();
    itemNumber = marker.number();
    return true;
  }

  /** What the line is. */
  public Kind kind() {
    return kind;
  }

  /** Offset of the line's first byte. */
  public int lineStart() {
    return lineStart;
  }

  /** Offset just behind the line's last byte before its terminator. */
  public int lineEnd() {
    return cursor.end;
  }

  /** Offset of the next line's first byte; the end of the input if there is none. */
  public int nextLine() {
    return nextLine;
  }

  /** Number of the line, from 1. */
  public int lineNumber() {
    return lineNumber;
  }

  /** Offset behind container marks and indentation; for CODE only behind what containers take. */
  public int contentStart() {
    return kind == Kind.CODE && !cursor.blank() ? cursor.index : cursor.content;
  }

  /** Columns of indentation of the content inside its innermost container. */
  public int indent() {
    return cursor.indent();
  }

  /** How many quotes and list items hold this line; 0 at the top level. */
  public int depth() {
    return containers.size();
  }

  /** Whether one of the containers is a block quote. */
  public boolean inQuote() {
    return containers.holdsQuote();
  }

  /** Level of a heading, 1 to 6; for SETEXT 1 or 2; else 0. */
  public int level() {
    return level;
  }

  /** For HEADING: offset of its text, which white space and a closing run of # don't belong to. */
  public int headingStart() {
    return Ascii.skipSpacesAndTabs(bytes, cursor.content + level, cursor.end);
  }

  /** For HEADING: offset just behind its text. */
  public int headingEnd() {
    return LeafSyntax.headingEnd(bytes, headingStart(), cursor.end);
  }

  /** Whether at least one list item begins on this line. */
  public boolean opensItem() {
    return opensItem;
  }

  /** Whether the innermost item that begins on this line is numbered. */
  public boolean ordered() {
    return opensItem && ordered;
  }

  /** Number of the innermost item that begins on this line; 0 if it has none. */
  public long itemNumber() {
    return ordered() ? itemNumber : 0;
  }

  /**
   * Offset of the first line of the block that this line is part of, for all but BLANK. In a
   * paragraph, the first line behind the link reference definitions that are complete.
   */
  public int blockStart() {
    return blockStart;
  }

  /**
   * After the last line: FENCE or HTML if a block of this kind is open at the top level and would
   * swallow another line, else BLANK.
   */
  public Kind openAtEnd() {
    if (containers.size() > 0) {
      return Kind.BLANK;
    }
    return switch (leaf) {
      case FENCED -> Kind.FENCE;
      case HTML -> Kind.HTML;
      case NONE, PARAGRAPH, INDENTED -> Kind.BLANK;
    };
  }

  /** After the last line: offset of the line on which the block of {@link #openAtEnd} begins. */
  public int openStart() {
    return blockStart;
  }
}
