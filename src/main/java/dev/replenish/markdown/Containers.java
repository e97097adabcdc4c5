package dev.replenish.markdown;

import dev.replenish.text.Ascii;
import java.util.Arrays;

/** The open block quotes and list items, outermost first, and how many contain this line. */
final class Containers {
  private static final int QUOTE = 0;

  /** For an item, the indentation of its content in columns; for a quote, {@link #QUOTE}. */
  private int[] indents = new int[16];

  /** The indexes of the quotes among the containers, to find the one that a blank line ends. */
  private int[] quotes = new int[16];

  private int size;
  private int quoteCount;
  private int matched;
  private int matchedQuotes;

  /** Whether the innermost container is an item without content; no other can be empty. */
  private boolean emptyItem;

  int size() {
    return size;
  }

  boolean holdsQuote() {
    return quoteCount > 0;
  }

  boolean allMatched() {
    return matched == size;
  }

  /** Moves past the marks of the open containers that continue here; returns whether all do. */
  boolean match(Cursor cursor) {
    matched = 0;
    matchedQuotes = 0;
    while (matched < size) {
      if (cursor.blank()) {
        matchBlank();
        break;
      }
      if (!matchNext(cursor)) {
        break;
      }
    }
    return allMatched();
  }

  /**
   * A quote ends at a blank line. An item continues over any number of them, except that it can
   * begin with at most one. A single step, as a thousand nested items must not cost a thousand
   * steps a line.
   */
  private void matchBlank() {
    if (matchedQuotes < quoteCount) {
      matched = quotes[matchedQuotes];
    } else {
      matched = emptyItem ? size - 1 : size;
    }
  }

  /** An item continues if the line is indented like its content; a quote if its mark is there. */
  private boolean matchNext(Cursor cursor) {
    int indent = indents[matched];
    if (indent == QUOTE) {
      if (!skipQuoteMark(cursor)) {
        return false;
      }
      matchedQuotes++;
    } else if (cursor.indent() >= indent) {
      cursor.skipColumns(indent);
    } else {
      return false;
    }
    matched++;
    return true;
  }

  /** Skips a quote mark: up to three spaces, {@code >}, and one space or one column of a tab. */
  private static boolean skipQuoteMark(Cursor cursor) {
    if (cursor.indent() > 3 || cursor.first() != '>') {
      return false;
    }
    int after = cursor.content + 1;
    boolean gap = after < cursor.end && Ascii.isSpaceOrTab(cursor.bytes[after]);
    cursor.skipMarker(1, gap ? 1 : 0);
    return true;
  }

  /** Closes the containers that don't contain this line. */
  void closeUnmatched() {
    if (matched < size) {
      emptyItem = false;
      size = matched;
      quoteCount = matchedQuotes;
    }
  }

  /** Opens a block quote if one begins at the cursor. */
  boolean openQuote(Cursor cursor) {
    if (!skipQuoteMark(cursor)) {
      return false;
    }
    closeUnmatched();
    quotes = roomFor(quoteCount, quotes);
    quotes[quoteCount++] = size;
    matchedQuotes = quoteCount;
    open(QUOTE);
    return true;
  }

  /** Opens a list item whose content is indented by {@code indent} columns. */
  void openItem(int indent) {
    closeUnmatched();
    open(indent);
    emptyItem = true;
  }

  private void open(int indent) {
    indents = roomFor(size, indents);
    indents[size++] = indent;
    matched = size;
    emptyItem = false;
  }

  /** Records that a leaf block begins in the innermost container of this line. */
  void addLeaf() {
    closeUnmatched();
    emptyItem = false;
  }

  private static int[] roomFor(int index, int[] array) {
    return index < array.length ? array : Arrays.copyOf(array, array.length * 2);
  }
}
