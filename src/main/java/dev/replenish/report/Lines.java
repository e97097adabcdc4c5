package dev.replenish.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Lines for people. All text goes through {@link TerminalText}; colours are the only sequences in
 * it.
 */
public final class Lines {
  private final StringBuilder text = new StringBuilder();
  private final boolean color;
  private final IntSupplier width;
  private int lineStart;

  /** Lines that get as wide as {@code width} says, where that is possible. */
  Lines(boolean color, IntSupplier width) {
    this.color = color;
    this.width = width;
  }

  public Lines put(String piece) {
    return put(TextColor.PLAIN, piece);
  }

  public Lines put(TextColor tone, String piece) {
    return add(tone, TerminalText.line(piece));
  }

  /** One line of a file or a diff, with its tabs and trailing blanks. */
  Lines verbatim(TextColor tone, String line) {
    return add(tone, TerminalText.block(line)).end();
  }

  private Lines add(TextColor tone, String clean) {
    if (!color || tone == TextColor.PLAIN || clean.isEmpty()) {
      text.append(clean);
    } else {
      text.append("\u001b[").append(tone.code()).append('m').append(clean).append("\u001b[m");
    }
    return this;
  }

  /** {@code piece} in {@code width} columns, at least one blank behind it. */
  public Lines column(String piece, int width) {
    String clean = TerminalText.line(piece);
    return put(clean).put(" ".repeat(Math.max(1, width - Columns.of(clean))));
  }

  /** Ends the line. */
  public Lines end() {
    disarm();
    text.append('\n');
    lineStart = text.length();
    return this;
  }

  /** Ends the line without the blanks at its end. */
  public Lines endTrimmed() {
    while (text.length() > lineStart && text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
    return end();
  }

  public Lines line(String piece) {
    return put(piece).end();
  }

  /** {@code words} behind {@code label}, broken between words; further lines are indented. */
  public Lines wrapped(String label, String words) {
    return wrapped(TextColor.PLAIN, label, words);
  }

  public Lines wrapped(TextColor tone, String label, String words) {
    return wrapped(tone, label, words, "");
  }

  /** What was done, in words of which {@code commit} is one; "" for none. */
  Lines wrapped(String did, String words, String commit) {
    return wrapped(TextColor.BOLD, did, words, commit);
  }

  private Lines wrapped(TextColor tone, String label, String words, String commit) {
    String indent = " ".repeat(Columns.of(label));
    List<String> lines = wrap(TerminalText.line(words), width.getAsInt() - Columns.of(label));
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean last = i == lines.size() - 1 && !commit.isEmpty();
      int at = last ? line.lastIndexOf(commit) : line.length();
      put(i == 0 ? tone : TextColor.PLAIN, i == 0 ? label : indent).put(line.substring(0, at));
      put(TextColor.GOOD, last ? commit : "")
          .line(last ? line.substring(at + commit.length()) : "");
    }
    return this;
  }

  /** {@code text} in lines of at most {@code width} columns where its words allow it. */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    int end = next(text, 0);
    while (end < text.length()) {
      int further = next(text, end + 1);
      if (Columns.of(text.substring(from, further)) > width) {
        lines.add(text.substring(from, end));
        from = end + 1;
      }
      end = further;
    }
    lines.add(text.substring(from));
    return lines;
  }

  /** Where the word at {@code from} ends. */
  private static int next(String text, int from) {
    int space = text.indexOf(' ', from);
    return space < 0 ? text.length() : space;
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
