package dev.replenish.markdown;

import dev.replenish.text.Ascii;

/** A position in one line, in bytes and in columns; a tab extends to the next multiple of 4. */
final class Cursor {
  final byte[] bytes;

  /** The line's first byte. */
  int start;

  /** Just after the line's last byte. */
  int end;

  /** First byte after the containers matched so far; stays on a tab while inside its columns. */
  int index;

  /** First byte from {@link #index} on that is neither a space nor a tab. */
  int content;

  private int column;
  private int contentColumn;

  Cursor(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Moves to the start of the line from {@code start} to {@code end}. */
  void enter(int start, int end) {
    this.start = start;
    this.end = end;
    index = start;
    column = 0;
    findContent();
  }

  boolean blank() {
    return content == end;
  }

  /** The first byte of the content; the line must not be blank. */
  byte first() {
    return bytes[content];
  }

  /** Columns of white space before the content. */
  int indent() {
    return contentColumn - column;
  }

  /** Moves on by {@code columns} of white space. */
  void skipColumns(int columns) {
    moveTo(column + columns);
  }

  /**
   * Moves past a marker of {@code length} bytes and past {@code columns} of white space after it.
   */
  void skipMarker(int length, int columns) {
    moveTo(contentColumn + length + columns);
  }

  /**
   * Columns of the white space after a marker of {@code length} bytes; -1 if nothing else follows.
   */
  int gapAfterMarker(int length) {
    int at = content + length;
    int markerEnd = contentColumn + length;
    int gapEnd = markerEnd;
    for (; at < end && Ascii.isSpaceOrTab(bytes[at]); at++) {
      gapEnd = columnAfter(bytes[at], gapEnd);
    }
    return at == end ? -1 : gapEnd - markerEnd;
  }

  private void moveTo(int target) {
    if (target >= contentColumn) {
      index = content;
      column = contentColumn;
    }
    while (column < target && index < end) {
      int after = columnAfter(bytes[index], column);
      if (after > target) {
        column = target; // inside a tab, whose remaining columns count as white space
        break;
      }
      column = after;
      index++;
    }
    if (index > content) {
      findContent();
    }
  }

  private void findContent() {
    int at = index;
    int columns = column;
    for (; at < end && Ascii.isSpaceOrTab(bytes[at]); at++) {
      columns = columnAfter(bytes[at], columns);
    }
    content = at;
    contentColumn = columns;
  }

  private static int columnAfter(byte b, int column) {
    return b == '\t' ? (column | 3) + 1 : column + 1;
  }
}
