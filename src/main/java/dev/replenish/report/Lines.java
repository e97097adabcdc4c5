package dev.replenish.report;

import java.util.ArrayList;
import java.util.List;

/** Lines for people. All text goes through {@link Clean}; colours are the only sequences in it. */
public final class Lines {
  /** As wide as lines get where that is possible. */
  static final int WIDTH = 80;

  private final StringBuilder text = new StringBuilder();
  private final boolean color;
  private int lineStart;

  Lines(boolean color) {
    this.color = color;
  }

  Lines put(String piece) {
    return put(Tone.PLAIN, piece);
  }

  Lines put(Tone tone, String piece) {
    return add(tone, Clean.line(piece));
  }

  /** One line of a file or a diff, with its tabs and trailing blanks. */
  Lines verbatim(Tone tone, String line) {
    return add(tone, Clean.block(line)).end();
  }

  private Lines add(Tone tone, String clean) {
    if (!color || tone == Tone.PLAIN || clean.isEmpty()) {
      text.append(clean);
    } else {
      text.append("\u001b[").append(tone.code()).append('m').append(clean).append("\u001b[m");
    }
    return this;
  }

  /** {@code piece} in {@code width} columns, at least one blank behind it. */
  Lines column(String piece, int width) {
    String clean = Clean.line(piece);
    return put(clean).put(" ".repeat(Math.max(1, width - clean.length())));
  }

  /** Ends the line. */
  Lines end() {
    disarm();
    text.append('\n');
    lineStart = text.length();
    return this;
  }

  Lines line(String piece) {
    return put(piece).end();
  }

  /** {@code words} behind {@code label}, broken between words; further lines are indented. */
  Lines wrapped(String label, String words) {
    return wrapped(Tone.PLAIN, label, words);
  }

  Lines wrapped(Tone tone, String label, String words) {
    String indent = " ".repeat(label.length());
    List<String> lines = wrap(Clean.line(words), WIDTH - label.length());
    for (int i = 0; i < lines.size(); i++) {
      put(i == 0 ? tone : Tone.PLAIN, i == 0 ? label : indent).line(lines.get(i));
    }
    return this;
  }

  /** {@code text} in lines of at most {@code width} characters where its words allow it. */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (text.length() - from > width) {
      int space = text.lastIndexOf(' ', from + width);
      int end = space > from ? space : text.indexOf(' ', from + width);
      if (end < 0) {
        break;
      }
      lines.add(text.substring(from, end));
      from = end + 1;
    }
    lines.add(text.substring(from));
    return lines;
  }

  /** What others wrote, as it is; for programs that read on, never for a terminal. */
  void raw(String piece) {
    text.append(piece);
    lineStart = text.length();
  }

  /** The same for a build server's log: only what would be an order to it is not as it was. */
  void disarmed(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      boolean ends = c == '\n' || c == '\r'; // either ends a line of a log
      if (ends) {
        disarm();
      }
      text.append(c);
      lineStart = ends ? text.length() : lineStart;
    }
    disarm();
    lineStart = text.length();
  }

  /** Keeps a build server from taking the line for an order to itself. */
  private void disarm() {
    int first = lineStart;
    while (first < text.length() && isBlank(text.charAt(first))) {
      first++;
    }
    if (text.indexOf("::", first) == first) {
      text.insert(first, '\\');
    }
    for (String order : new String[] {"##[", "##vso["}) {
      for (int i = text.indexOf(order, lineStart); i >= 0; i = text.indexOf(order, i + 1)) {
        text.insert(i + 1, '\\');
      }
    }
  }

  /** Build servers skip blanks that don't break a line, too. */
  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
