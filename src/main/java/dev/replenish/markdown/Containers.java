package dev.replenish.markdown;

import dev.replenish.text.Ascii;
import java.util.Arrays;

/** The block quotes and list items that are open, outermost first, and how many hold this line. */
final class Containers {
  private static final int QUOTE = 0;

  /** For an item, the columns its content is indented; for a quote, {@link #QUOTE}. */
  private int[] indents = new int[16];

  /** Which of the containers are quotes: a blank line leaps from one to the next. */
  private int[] quotes = new int[16];

  private int size;
  private int quoteCount;
  private int matched;
  private int matchedQuotes;

  /** Whether the innermost container is an item that holds nothing yet; no other can be empty. */
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

  /** Finds out how many of the open containers go on in a new line, and moves past their marks. */
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
   * A quote ends at a blank line. An item goes on over any number of them, except that it can begin
   * with one at most. All at once: a thousand nested items must not cost a thousand steps a line.
   */
  private void matchBlank() {
    if (matchedQuotes < quoteCount) {
      matched = quotes[matchedQuotes];
    } else {
      matched = emptyItem ? size - 1 : size;
    }
  }

  /** An item's lines are indented at least as far as its content; a quote's have the mark again. */
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

  /** A block quote mark: up to three spaces, {@code >}, and one space or one column of a tab. */
  private static boolean skipQuoteMark(Cursor cursor) {
    if (cursor.indent() > 3 || cursor.first() != '>') {
      return false;
    }
    int after = cursor.content + 1;
    boolean gap = after < cursor.end && Ascii.isSpaceOrTab(cursor.bytes[after]);
    cursor.skipMarker(1, gap ? 1 : 0);
    return true;
  }

  /** Closes the containers that don't hold this line. */
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

  /** A leaf block begins in the innermost container that holds this line. */
  void fill() {
    closeUnmatched();
    emptyItem = false;
  }

  private static int[] roomFor(int index, int[] array) {
    return index < array.length ? array : Arrays.copyOf(array, array.length * 2);
  }
}
