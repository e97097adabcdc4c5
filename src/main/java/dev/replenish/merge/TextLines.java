package dev.replenish.merge;

import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lines as strings with one character for each byte, so that no byte is lost. */
final class TextLines {
  private TextLines() {}

  /** The lines of {@code span}, with their line ends. */
  static List<String> of(SourceText source, Span span) {
    byte[] bytes = source.bytes();
    List<String> lines = new ArrayList<>();
    for (int at = span.from(); at < span.to(); ) {
      int next = Math.min(span.to(), LineWalk.next(bytes, at));
      lines.add(new String(bytes, at, next - at, StandardCharsets.ISO_8859_1));
      at = next;
    }
    return lines;
  }

  /** The line at {@code at}, with its line end. */
  static Span line(SourceText source, int at) {
    int from = Math.max(source.start(), LineWalk.start(source.bytes(), at));
    return new Span(from, LineWalk.next(source.bytes(), at));
  }

  /**
   * The lines outside of blocks, except for blank lines and separators.
   *
   * @param blocks the end of each block, by its start
   */
  static List<String> outside(SourceText source, Map<Integer, Integer> blocks) {
    List<String> lines = new ArrayList<>();
    int at = source.start();
    int end = at;
    for (String line : of(source, new Span(at, source.length()))) {
      end = Math.max(end, blocks.getOrDefault(at, 0));
      if (at >= end && !isSeparation(line)) {
        lines.add(line);
      }
      at += line.length();
    }
    return lines;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Whether the line is blank, or a separator of three dashes or more. */
  static boolean isSeparation(String line) {
    String text = line.strip();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '-') {
        return false;
      }
    }
    return text.isEmpty() || text.length() >= 3;
  }

  static boolean isSeparation(List<String> lines) {
    return lines.stream().allMatch(TextLines::isSeparation);
  }
}
