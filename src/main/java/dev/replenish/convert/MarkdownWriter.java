package dev.replenish.convert;

/** A file that is being written, its parts kept apart by blank lines. */
final class MarkdownWriter {
  private final StringBuilder text = new StringBuilder();
  private final String newLine;

  MarkdownWriter(String newLine) {
    this.newLine = newLine;
  }

  /** Text as it is. */
  void raw(String part) {
    text.append(part);
  }

  void line(String line) {
    text.append(line).append(newLine);
  }

  /** A blank line, where something is above that none follows yet. */
  void apart() {
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

  /** A task's block with what sets it apart from the next one. */
  void block(String block) {
    text.append(block);
    line("");
    line("---");
    line("");
  }

  /** The whole file; no blank line of ours ends it. */
  String text() {
    String whole = text.toString();
    return whole.endsWith(newLine + newLine)
        ? whole.substring(0, whole.length() - newLine.length())
        : whole;
  }
}
