package dev.replenish.report.github;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A pie chart in Mermaid's language. Labels keep letters, digits, blanks, - and _; others become
 * dots.
 */
final class MermaidPie {
  private static final int MOST_SLICES = 10;
  private static final int LONGEST_LABEL = 30;

  private final String title;
  private final Map<String, Integer> slices = new LinkedHashMap<>();

  /** A chart with this title, which must be trusted text. */
  MermaidPie(String title) {
    this.title = title;
  }

  /** Adds {@code count} to the slice of this label; 0 adds no slice. */
  MermaidPie add(String label, int count) {
    if (count > 0) {
      slices.merge(label(label), count, Integer::sum);
    }
    return this;
  }

  /** Whether there are at least two slices. */
  boolean isMeaningful() {
    return slices.size() > 1;
  }

  private static String label(String text) {
    StringBuilder label = new StringBuilder();
    for (int i = 0; i < text.length() && label.length() < LONGEST_LABEL; ) {
      int c = text.codePointAt(i);
      boolean plain = Character.isLetterOrDigit(c) || c == ' ' || c == '-' || c == '_';
      label.appendCodePoint(plain ? c : '.');
      i += Character.charCount(c);
    }
    return label.toString();
  }

  /** The chart as a fenced code block; the smallest slices are merged into one. */
  @Override
  public String toString() {
    List<Map.Entry<String, Integer>> largest = new ArrayList<>(slices.entrySet());
    largest.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    StringBuilder text = new StringBuilder("```mermaid\npie showData\n    title " + title + "\n");
    int others = 0;
    for (int i = 0; i < largest.size(); i++) {
      if (i < MOST_SLICES) {
        slice(largest.get(i).getKey(), largest.get(i).getValue(), text);
      } else {
        others += largest.get(i).getValue();
      }
    }
    if (others > 0) {
      slice("all others", others, text);
    }
    return text.append("```\n").toString();
  }

  private static void slice(String label, int count, StringBuilder text) {
    text.append("    \"").append(label).append("\" : ").append(count).append('\n');
  }
}
