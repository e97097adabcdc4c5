package dev.replenish.markdown;

import dev.replenish.text.Ascii;
import dev.replenish.text.SourceText;

/**
 * Reads a Markdown document line by line and says of each line what CommonMark 0.31 takes it for.
 *
 * <p>One pass over UTF-8 bytes, in time linear in their number whatever they are:
 *
 * <pre>{@code
 * BlockScan scan = BlockScan.of(source);
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

  private final byte[] bytes;
  private final int to;
  private final Cursor cursor;
  private final Containers containers = new Containers();
  private final ListMarker marker = new ListMarker();
  private final LeafBlock leaf;

  private int nextLine;
  private int lineNumber;
  private Kind kind = Kind.BLANK;
  private boolean opensItem;
  private boolean ordered;
  private int itemNumber;

  /** Scans a whole document; front matter is no part of it, though its lines are counted. */
  public static BlockScan of(SourceText source) {
    int body = source.body();
    BlockScan scan = new BlockScan(source.bytes(), body, source.length());
    scan.lineNumber = body == source.start() ? 0 : source.lineOf(body) - 1;
    return scan;
  }

  /** Scans {@code bytes} between two offsets; {@code from} must be behind a byte order mark. */
  public BlockScan(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.to = to;
    cursor = new Cursor(bytes);
    cursor.enter(from, from);
    leaf = new LeafBlock(cursor);
    nextLine = from;
  }

  /** Steps to the next line; false at the end. */
  public boolean next() {
    if (nextLine == to) {
      return false;
    }
    enterLine();
    opensItem = false;
    Kind found = containers.match(cursor) ? leaf.goOn() : null;
    kind = found == null ? startBlocks() : found;
    return true;
  }

  /** A line ends with LF, CR LF, CR alone or the end of the input. */
  private void enterLine() {
    int start = nextLine;
    int end = start;
    while (end < to && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    nextLine = end;
    if (nextLine < to && bytes[nextLine++] == '\r' && nextLine < to && bytes[nextLine] == '\n') {
      nextLine++;
    }
    lineNumber++;
    cursor.enter(start, end);
  }

  /** Opens what begins on this line, containers first; what is left over is text or blank. */
  private Kind startBlocks() {
    while (!cursor.blank()) {
      Kind found = leaf.start(containers.allMatched());
      if (found != Kind.TEXT) {
        containers.fill();
        return found;
      }
      if (!startContainer()) {
        return addText();
      }
    }
    containers.closeUnmatched();
    leaf.close();
    return Kind.BLANK;
  }

  private boolean startContainer() {
    boolean starts = cursor.indent() <= 3 && (containers.openQuote(cursor) || startItem());
    if (starts) {
      leaf.close();
    }
    return starts;
  }

  private boolean startItem() {
    int indent = marker.open(cursor, containers.allMatched() && leaf.hasText());
    if (indent == 0) {
      return false;
    }
    containers.openItem(indent);
    opensItem = true;
    ordered = marker.ordered();
    itemNumber = marker.number();
    return true;
  }

  /** Text goes on in an open paragraph even where the marks of its containers are missing. */
  private Kind addText() {
    if (leaf.addText()) {
      containers.fill();
    }
    return Kind.TEXT;
  }

  /** What the line is. */
  public Kind kind() {
    return kind;
  }

  /** Offset of the line's first byte. */
  public int lineStart() {
    return cursor.start;
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
    return kind == Kind.HEADING || kind == Kind.SETEXT ? leaf.level() : 0;
  }

  /** For HEADING: offset of its text, which white space and a closing run of # don't belong to. */
  public int headingStart() {
    return Ascii.skipSpacesAndTabs(bytes, cursor.content + leaf.level(), cursor.end);
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
    return leaf.start();
  }

  /**
   * After the last line: FENCE or HTML if a block of this kind is open at the top level and would
   * swallow another line, else BLANK.
   */
  public Kind openAtEnd() {
    return containers.size() == 0 ? leaf.swallowing() : Kind.BLANK;
  }

  /** After the last line: whether a blank line would end the block of {@link #openAtEnd}. */
  public boolean openUntilBlank() {
    return leaf.endsAtBlank();
  }

  /** After the last line: offset of the line on which the block of {@link #openAtEnd} begins. */
  public int openStart() {
    return leaf.start();
  }
}
