package dev.replenish.app.merge;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of {@code .gitattributes} that assign files to the merge driver; all other lines stay.
 */
final class AttributeLines {
  private static final String SUFFIX = " merge=replenish";

  private AttributeLines() {}

  /** The line for one file of the repository. */
  static String line(String path) {
    StringBuilder pattern = new StringBuilder("/");
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if ("*?[\\".indexOf(c) >= 0) {
        pattern.append('\\');
      }
      pattern.append(c);
    }
    boolean quoted = path.chars().anyMatch(c -> c == '"' || Character.isWhitespace(c));
    String text = pattern.toString();
    return (quoted ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : text) + SUFFIX;
  }

  /** The text with those of {@code lines} that it lacks. */
  static String with(String text, List<String> lines) {
    List<String> known = text.lines().map(String::strip).toList();
    String newLine = text.contains("\r\n") ? "\r\n" : "\n";
    StringBuilder all = new StringBuilder(text);
    for (String line : lines) {
      if (!known.contains(line)) {
        boolean unfinished = all.length() > 0 && all.charAt(all.length() - 1) != '\n';
        all.append(unfinished ? newLine : "").append(line).append(newLine);
      }
    }
    return all.toString();
  }

  /** The text without the lines that only assign a file to the merge driver. */
  static String without(String text) {
    List<String> kept = new ArrayList<>();
    for (String line : text.split("(?<=\n)", -1)) {
      if (!isDriverLine(line.strip())) {
        kept.add(line);
      }
    }
    return String.join("", kept);
  }

  private static boolean isDriverLine(String line) {
    boolean anchored = line.startsWith("/") || line.startsWith("\"/");
    return anchored && line.endsWith(SUFFIX) && isOnePattern(line);
  }

  private static boolean isOnePattern(String line) {
    String pattern = line.substring(0, line.length() - SUFFIX.length());
    return pattern.startsWith("\"")
        ? pattern.endsWith("\"")
        : pattern.chars().noneMatch(Character::isWhitespace);
  }
}
