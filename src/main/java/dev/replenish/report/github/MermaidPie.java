package dev.replenish.report.github;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A pie chart in Mermaid's language. Its labels are letters and digits, whatever is given. */
final class MermaidPie {
  private static final int SLICES = 10;
  private static final int LONGEST_LABEL = 30;

  private final String title;
  private final Map<String, Integer> slices = new LinkedHashMap<>();

  /** A chart under {@code title}, which is ours. */
  MermaidPie(String title) {
    this.title = title;
  }

  /** Adds {@code count} to the slice of this label; nothing of it is not drawn. */
  MermaidPie add(String label, int count) {
    if (count > 0) {
      slices.merge(label(label), count, Integer::sum);
    }
    return this;
  }

  /** Whether there are two slices at least: one shows nothing. */
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

  /** The chart between its fences; the smallest slices are one. */
  @Override
  public String toString() {
    List<Map.Entry<String, Integer>> largest = new ArrayList<>(slices.entrySet());
    largest.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    StringBuilder text = new StringBuilder("```mermaid\npie showData\n    title " + title + "\n");
    int others = 0;
    for (int i = 0; i < largest.size(); i++) {
      if (i < SLICES) {
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
