package dev.replenish.merge;

import java.util.List;

/** Builds the result with conflicts, and with ours or theirs taken in each of them. */
final class MergedText {
  private final StringBuilder full = new StringBuilder();
  private final StringBuilder ours = new StringBuilder();
  private final StringBuilder theirs = new StringBuilder();
  private final int markerSize;
  private final String newLine;
  private String last = "";
  private boolean endsInConflict;

  MergedText(int markerSize, String newLine) {
    this.markerSize = markerSize;
    this.newLine = newLine;
  }

  void lines(List<String> lines) {
    for (String line : lines) {
      line(line);
    }
  }

  void line(String line) {
    full.append(line);
    ours.append(line);
    theirs.append(line);
    last = line;
    endsInConflict = false;
  }

  void conflict(List<String> our, List<String> their) {
    full.append(marker('<')).append(" ours").append(newLine);
    append(our, ours);
    full.append(marker('=')).append(newLine);
    append(their, theirs);
    last = marker('>') + " theirs" + newLine;
    full.append(last);
    endsInConflict = true;
  }

  private void append(List<String> lines, StringBuilder side) {
    for (String line : lines) {
      full.append(line);
      side.append(line);
    }
  }

  private String marker(char mark) {
    return String.valueOf(mark).repeat(markerSize);
  }

  /**
   * Adds a blank line, and a separator if wanted, between two parts that were not adjacent before.
   */
  void gap(boolean separator) {
    if (!last.isBlank()) {
      line(newLine);
    }
    if (separator) {
      line("---" + newLine);
      line(newLine);
    }
  }

  boolean isBlankAbove() {
    return last.isBlank();
  }

  /** Removes the line end of the last line, unless that line is a marker. */
  void openEnd() {
    if (!endsInConflict) {
      removeLineEnd(full);
    }
    removeLineEnd(ours);
    removeLineEnd(theirs);
  }

  private static void removeLineEnd(StringBuilder text) {
    int end = text.length();
    if (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    if (end > 0 && text.charAt(end - 1) == '\r') {
      end--;
    }
    text.setLength(end);
  }

  byte[] full() {
    return TextLines.bytes(full.toString());
  }

  byte[] ours() {
    return TextLines.bytes(ours.toString());
  }

  byte[] theirs() {
    return TextLines.bytes(theirs.toString());
  }
}
