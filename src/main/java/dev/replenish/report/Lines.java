package dev.replenish.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Lines of text output. All but raw text goes through {@link TerminalText}; the only escape
 * sequences are colours.
 */
public final class Lines {
  private final StringBuilder text = new StringBuilder();
  private final boolean color;
  private final IntSupplier width;
  private int lineStart;

  /** Lines that are wrapped at {@code width} columns where possible. */
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

  /** {@code piece}, padded to {@code width} columns, with at least one blank after it. */
  public Lines column(String piece, int width) {
    String clean = TerminalText.line(piece);
    return put(clean).put(" ".repeat(Math.max(1, width - Columns.of(clean))));
  }

  /** Ends the line. */
  public Lines end() {
    escapeCommands();
    text.append('\n');
    lineStart = text.length();
    return this;
  }

  /** Ends the line without trailing blanks. */
  public Lines endTrimmed() {
    while (text.length() > lineStart && text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
    return end();
  }

  public Lines line(String piece) {
    return put(piece).end();
  }

  /** {@code words} after {@code label}, wrapped between words; further lines are indented. */
  public Lines wrapped(String label, String words) {
    return wrapped(TextColor.PLAIN, label, words);
  }

  public Lines wrapped(TextColor tone, String label, String words) {
    return wrapped(tone, label, words, "");
  }

  /** The same in bold and with {@code commit} coloured, one of the words; "" for none. */
  Lines wrapped(String label, String words, String commit) {
    return wrapped(TextColor.BOLD, label, words, commit);
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
    int end = wordEnd(text, 0);
    while (end < text.length()) {
      int nextEnd = wordEnd(text, end + 1);
      if (Columns.of(text.substring(from, nextEnd)) > width) {
        lines.add(text.substring(from, end));
        from = end + 1;
      }
      end = nextEnd;
    }
    lines.add(text.substring(from));
    return lines;
  }

  /** The end of the word at {@code from}. */
  private static int wordEnd(String text, int from) {
    int space = text.indexOf(' ', from);
    return space < 0 ? text.length() : space;
  }

  /** Untrusted text, unchanged: for programs that read the output, never for a terminal. */
  void raw(String piece) {
    text.append(piece);
    lineStart = text.length();
  }

  /** Untrusted text for a build server's log: only its commands are escaped. */
  void rawForWorkflow(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      boolean ends = c == '\n' || c == '\r'; // either ends a line of a log
      if (ends) {
        escapeCommands();
      }
      text.append(c);
      lineStart = ends ? text.length() : lineStart;
    }
    escapeCommands();
    lineStart = text.length();
  }

  /** Escapes what a build server would read as a command in the last line. */
  private void escapeCommands() {
    int first = lineStart;
    while (first < text.length() && isBlank(text.charAt(first))) {
      first++;
    }
    if (text.indexOf("::", first) == first) {
      text.insert(first, '\\');
    }
    for (String command : new String[] {"##[", "##vso["}) {
      for (int i = text.indexOf(command, lineStart); i >= 0; i = text.indexOf(command, i + 1)) {
        text.insert(i + 1, '\\');
      }
    }
  }

  /** Build servers skip non-breaking blanks as well. */
  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
