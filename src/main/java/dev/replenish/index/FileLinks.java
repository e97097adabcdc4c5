package dev.replenish.index;

import java.util.List;
import java.util.Locale;

/** Finds and replaces file names of a board in text such as {@code [TODO.md](../TODO.md#a)}. */
final class FileLinks {
  private FileLinks() {}

  /** The distinct names in {@code text}, in lower case; {@code MY_TODO.md} is another name. */
  static List<String> in(String text, List<String> names) {
    String lower = text.toLowerCase(Locale.ROOT);
    return names.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> at(lower, name, 0) >= 0)
        .distinct()
        .toList();
  }

  /** The text with each of {@code names} replaced by {@code newName}. */
  static String replaced(String text, List<String> names, String newName) {
    StringBuilder result = new StringBuilder();
    int from = 0;
    while (from < text.length()) {
      int length = nameLength(text, from, names);
      result.append(length > 0 ? newName : text.substring(from, from + 1));
      from += Math.max(1, length);
    }
    return result.toString();
  }

  /** The length of the name that begins at {@code from}, or 0. */
  private static int nameLength(String text, int from, List<String> names) {
    for (String name : names) {
      if (isAt(text, name, from)) {
        return name.length();
      }
    }
    return 0;
  }

  private static int at(String text, String name, int from) {
    for (int i = text.indexOf(name, from); i >= 0; i = text.indexOf(name, i + 1)) {
      if (isAt(text, name, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isAt(String text, String name, int at) {
    int end = at + name.length();
    return text.regionMatches(true, at, name, 0, name.length())
        && (at == 0 || !isPart(text.charAt(at - 1)))
        && (end == text.length() || !isPart(text.charAt(end)));
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }
}
