package dev.replenish.convert;

/** Builds the text of a file and separates its parts by blank lines. */
final class MarkdownWriter {
  private final StringBuilder text = new StringBuilder();
  private final String newLine;

  MarkdownWriter(String newLine) {
    this.newLine = newLine;
  }

  /** Adds unchanged text. */
  void raw(String part) {
    text.append(part);
  }

  void line(String line) {
    text.append(line).append(newLine);
  }

  /** Ends the line and adds a blank line, unless the text is empty or already ends with one. */
  void separate() {
    if (text.isEmpty() || (text.length() == 1 && text.charAt(0) == '\ufeff')) {
      return;
    }
    if (!endsLine(text.length())) {
      text.append(newLine);
    }
    int line = text.length() - (text.charAt(text.length() - 1) == '\n' ? 1 : 0);
    int end = line - (line > 0 && text.charAt(line - 1) == '\r' ? 1 : 0);
    if (end > 0 && !endsLine(end)) {
      text.append(newLine);
    }
  }

  private boolean endsLine(int at) {
    return at > 0 && "\r\n".indexOf(text.charAt(at - 1)) >= 0;
  }

  /** Adds a task's block and the separator after it. */
  void block(String block) {
    text.append(block);
    line("");
    line("---");
    line("");
  }

  /** The whole text, without the last blank line. */
  String text() {
    String whole = text.toString();
    return whole.endsWith(newLine + newLine)
        ? whole.substring(0, whole.length() - newLine.length())
        : whole;
  }
}
