package dev.replenish.markdown;

import dev.replenish.text.Ascii;
import dev.replenish.text.SourceText;

/**
 * Reads a Markdown document line by line and classifies each line as CommonMark 0.31 does.
 *
 * <p>One pass over UTF-8 bytes, in linear time for any input:
 *
 * <pre>{@code
 * BlockScan scan = BlockScan.of(source);
 * while (scan.next()) {
 *   if (scan.kind() == Kind.HEADING && scan.depth() == 0) { ... }
 * }
 * }</pre>
 */
public final class BlockScan {
  /** The kinds of lines. */
  public enum Kind {
    /** Nothing but white space and container marks, outside fenced code and HTML. */
    BLANK,
    /** An ATX heading. */
    HEADING,
    /** The underline that makes the paragraph above it a heading. */
    SETEXT,
    /** A line of a paragraph (also a lazy continuation line) or of a link reference definition. */
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

  /** Scans a whole document; front matter is skipped, but its lines are counted. */
  public static BlockScan of(SourceText source) {
    int body = source.body();
    BlockScan scan = new BlockScan(source.bytes(), body, source.length());
    scan.lineNumber = body == source.start() ? 0 : source.lineOf(body) - 1;
    return scan;
  }

  /** Scans {@code bytes} between two offsets; {@code from} must be after a byte order mark. */
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
    Kind found = containers.match(cursor) ? leaf.continueBlock() : null;
    kind = found == null ? startBlocks() : found;
    return true;
  }

  /** Moves to the next line, which ends with LF, CR LF, CR alone or the end of the input. */
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

  /** Opens the blocks that begin on this line, containers first; the rest is text or blank. */
  private Kind startBlocks() {
    while (!cursor.blank()) {
      Kind found = leaf.start(containers.allMatched());
      if (found != Kind.TEXT) {
        containers.addLeaf();
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

  /** Adds text. It continues an open paragraph even if the marks of its containers are missing. */
  private Kind addText() {
    if (leaf.addText()) {
      containers.addLeaf();
    }
    return Kind.TEXT;
  }

  /** The kind of the line. */
  public Kind kind() {
    return kind;
  }

  /** Offset of the line's first byte. */
  public int lineStart() {
    return cursor.start;
  }

  /** Offset just after the line's last byte, before its line ending. */
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

  /** Offset after container marks and indentation; for CODE, after the containers' part of it. */
  public int contentStart() {
    return kind == Kind.CODE && !cursor.blank() ? cursor.index : cursor.content;
  }

  /** Columns of indentation of the content inside its innermost container. */
  public int indent() {
    return cursor.indent();
  }

  /** The number of quotes and list items that contain this line; 0 at the top level. */
  public int depth() {
    return containers.size();
  }

  /** Whether one of these containers is a block quote. */
  public boolean inQuote() {
    return containers.holdsQuote();
  }

  /** Level of a heading, 1 to 6; for SETEXT 1 or 2; otherwise 0. */
  public int level() {
    return kind == Kind.HEADING || kind == Kind.SETEXT ? leaf.level() : 0;
  }

  /** For HEADING: offset of its text, without white space and a closing run of #. */
  public int headingStart() {
    return Ascii.skipSpacesAndTabs(bytes, cursor.content + leaf.level(), cursor.end);
  }

  /** For HEADING: offset just after its text. */
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

  /** Number of the innermost item that begins on this line; 0 if there is none. */
  public long itemNumber() {
    return ordered() ? itemNumber : 0;
  }

  /**
   * Offset of the first line of this line's block, except for BLANK. In a paragraph, the first line
   * after complete link reference definitions.
   */
  public int blockStart() {
    return leaf.start();
  }

  /**
   * After the last line: FENCE or HTML if a block of this kind is open at the top level and would
   * contain a further line, else BLANK.
   */
  public Kind openAtEnd() {
    return containers.size() == 0 ? leaf.openKind() : Kind.BLANK;
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
