package dev.replenish.markdown;

import dev.replenish.text.Ascii;

/**
 * Separates the link reference definitions at the start of a paragraph from its text, line by line.
 *
 * <p>{@code [label]: destination "title"}, where label and title may span lines and a line may end
 * before destination and title. A definition's last line has no other text. A paragraph that
 * consists only of definitions can't become a setext heading.
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

  /** Whether the paragraph has lines that are not part of a complete definition. */
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

  /** Reads one part of a definition; returns the offset after it, or -1 if it is missing. */
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

  /** A label: no unescaped bracket, at least one visible character, at most 999 characters. */
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
    int after = bytes[at] == '<' ? inAngleBrackets(at + 1, end) : unbracketed(at, end);
    if (after < 0) {
      return -1;
    }
    int next = Ascii.skipSpacesAndTabs(bytes, after, end);
    complete = next == end;
    text = !complete;
    state = State.BEFORE_TITLE;
    return complete || next > after ? next : -1;
  }

  /** A destination in angle brackets, without unescaped {@code <} and {@code >} inside. */
  private int inAngleBrackets(int from, int end) {
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

  /** An unbracketed destination: not empty, no white space or controls, balanced parentheses. */
  private int unbracketed(int from, int end) {
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

  /** NUL stands for U+FFFD, which is not a control character. */
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
    return complete
        ? at
        : -1; // only a definition that ends with its line can be followed by another
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

  /** Offset after the byte at {@code at}, or after the punctuation that it escapes. */
  private int afterEscape(int at, int end) {
    boolean escape = bytes[at] == '\\' && at + 1 < end && Ascii.isPunctuation(bytes[at + 1]);
    return escape ? at + 2 : at + 1;
  }
}
