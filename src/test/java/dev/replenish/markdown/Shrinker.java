package dev.replenish.markdown;

import java.util.function.Predicate;

/** Minimizes a document that fails a test: first by lines, then by characters. */
final class Shrinker {
  private Shrinker() {}

  static String shrink(String document, Predicate<String> fails) {
    String small = document;
    for (String unit : new String[] {"(?<=\n)|(?<=\r)(?!\n)", ""}) {
      boolean again = true;
      while (again) {
        String smaller = shrinkOnce(small, unit, fails);
        again = smaller.length() < small.length();
        small = smaller;
      }
    }
    return small;
  }

  private static String shrinkOnce(String document, String unit, Predicate<String> fails) {
    String small = document;
    int at = 0;
    for (String part : document.split(unit)) {
      String without = small.substring(0, at) + small.substring(at + part.length());
      if (fails.test(without)) {
        small = without;
      } else {
        at += part.length();
      }
    }
    return small;
  }

  /** The document as a Java string literal. */
  static String escape(String document) {
    StringBuilder text = new StringBuilder("\"");
    for (char c : document.toCharArray()) {
      switch (c) {
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        default -> text.append(c >= ' ' && c < 0x7F ? "" + c : "\\u%04x".formatted((int) c));
      }
    }
    return text.append('"').toString();
  }
}
