package dev.replenish.text;

import java.nio.charset.StandardCharsets;

/** Counts bytes of text as files hold it. */
public final class SourceBytes {
  private SourceBytes() {}

  /** The number of bytes that {@code text} takes. */
  public static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The bytes of the characters between two places in {@code text}, which begins at {@code at}. */
  public static Span span(int at, String text, int from, int to) {
    int start = at + length(text.substring(0, from));
    return new Span(start, start + length(text.substring(from, to)));
  }
}
