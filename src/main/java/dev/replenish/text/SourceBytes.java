package dev.replenish.text;

import java.nio.charset.StandardCharsets;

/** Counts the bytes of text in UTF-8. */
public final class SourceBytes {
  private SourceBytes() {}

  /** The number of bytes of {@code text} in UTF-8. */
  public static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * The span of the characters {@code from} to {@code to} of {@code text}, which begins at {@code
   * at}.
   */
  public static Span span(int at, String text, int from, int to) {
    int start = at + length(text.substring(0, from));
    return new Span(start, start + length(text.substring(from, to)));
  }
}
