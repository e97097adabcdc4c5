package dev.replenish.markdown;

import dev.replenish.text.Ascii;

/**
 * Tells the link reference definitions at the start of a paragraph from its text, line by line.
 *
 * <p>{@code [label]: destination "title"}, where label and title may span lines and a line may end
 * before destination and title. Nothing else may be on a definition's last line. It matters here
 * since a paragraph of definitions alone can't become a setext heading.
 */
final class Definitions {
  private enum State {
    START,
    LABEL,
    DESTINATION,
    BEFORE_TITLE,
    TITLE,
    TEXT
  }

  private static final int MAX_LABEL = 999;
  private static final int MAX_PARENTHESES = 32;

  private final byte[] bytes;
  private State state = State.TEXT;
  private boolean text;
  private boolean labelled;
  private int labelLength;
  private boolean complete;
  private int titleEnd;

  Definitions(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Starts a paragraph. */
  void reset() {
    state = State.START;
    text = false;
  }

  /** Whether the paragraph has lines that no complete definition has used up. */
  boolean hasText() {
    return text;
  }

  /** Adds a line of the paragraph, without its indentation. */
  void add(int start, int end) {
    text = true;
    int at = start;
    while (at < end && state != State.TEXT) {
      at = step(at, end);
      if (at < 0) {
        state = State.TEXT;
        return;
      }
    }
  }

  /** Reads one part of a definition; returns the offset behind it, or -1 if it is none. */
  private int step(int at, int end) {
    return switch (state) {
      case START -> start(at, end);
      case LABEL -> label(at, end);
      case DESTINATION -> destination(at, end);
      case BEFORE_TITLE -> beforeTitle(at);
      case TITLE -> title(at, end);
      case TEXT -> end;
    };
  }

  private int start(int at, int end) {
    if (bytes[at] != '[') {
      return -1;
    }
    state = State.LABEL;
    labelled = false;
    labelLength = at + 1 == end ? 1 : 0;
    return at + 1;
  }

  /** A label: no unescaped bracket, at least one visible character, at most 999 of any kind. */
  private int label(int from, int end) {
    int at = from;
    while (at < end && bytes[at] != ']') {
      if (bytes[at] == '[') {
        return -1;
      }
      int next = afterEscape(at, end);
      labelled |= !Ascii.isSpaceOrTab(bytes[at]);
      labelLength += (bytes[at] & 0xC0) == 0x80 ? 0 : next - at; // characters, not bytes
      at = next;
    }
    if (at == end) {
      labelLength++; // the line end
      return at;
    }
    return labelEnds(at + 1, end);
  }

  private int labelEnds(int at, int end) {
    if (at == end || bytes[at] != ':' || !labelled || labelLength > MAX_LABEL) {
      return -1;
    }
    state = State.DESTINATION;
    return Ascii.skipSpacesAndTabs(bytes, at + 1, end);
  }

  private int destination(int at, int end) {
    int after = bytes[at] == '<' ? pointed(at + 1, end) : bare(at, end);
    if (after < 0) {
      return -1;
    }
    int next = Ascii.skipSpacesAndTabs(bytes, after, end);
    complete = next == end;
    text = !complete;
    state = State.BEFORE_TITLE;
    return complete || next > after ? next : -1;
  }

  /** Between {@code <} and {@code >}: neither of them again without a backslash. */
  private int pointed(int from, int end) {
    for (int at = from; at < end; at = afterEscape(at, end)) {
      if (bytes[at] == '>') {
        return at + 1;
      }
      if (bytes[at] == '<') {
        return -1;
      }
    }
    return -1;
  }

  /** Without them: not empty, neither white space nor control characters, balanced parentheses. */
  private int bare(int from, int end) {
    int open = 0;
    int at = from;
    while (at < end && !endsDestination(bytes[at])) {
      if (bytes[at] == '(') {
        open++;
      } else if (bytes[at] == ')' && --open < 0) {
        return -1;
      }
      if (open > MAX_PARENTHESES) {
        return -1;
      }
      at = afterEscape(at, end);
    }
    return at > from && open == 0 ? at : -1;
  }

  /** NUL stands for U+FFFD, which is no control character. */
  private static boolean endsDestination(byte b) {
    return (b > 0 && b <= ' ') || b == 0x7F;
  }

  private int beforeTitle(int at) {
    byte quote = bytes[at];
    if (quote == '"' || quote == '\'' || quote == '(') {
      titleEnd = quote == '(' ? ')' : quote;
      state = State.TITLE;
      return at + 1;
    }
    state = State.START;
    return complete ? at : -1; // only a definition that ended with its line leaves room for another
  }

  private int title(int from, int end) {
    for (int at = from; at < end; at = afterEscape(at, end)) {
      if (bytes[at] == titleEnd) {
        return titleEnds(at + 1, end);
      }
      if (bytes[at] == '(' && titleEnd == ')') {
        return -1;
      }
    }
    return end;
  }

  private int titleEnds(int from, int end) {
    if (Ascii.skipSpacesAndTabs(bytes, from, end) < end) {
      return -1;
    }
    text = false;
    state = State.START;
    return end;
  }

  /** Offset behind a byte, or behind the punctuation that a backslash there takes literally. */
  private int afterEscape(int at, int end) {
    boolean escape = bytes[at] == '\\' && at + 1 < end && Ascii.isPunctuation(bytes[at + 1]);
    return escape ? at + 2 : at + 1;
  }
}
