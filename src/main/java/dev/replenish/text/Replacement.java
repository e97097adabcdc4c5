package dev.replenish.text;

import java.nio.charset.StandardCharsets;

/**
 * One edit: the bytes of {@code span} give way to {@code bytes}.
 *
 * @param span what goes; empty for an insertion
 * @param bytes what comes; empty for a removal
 */
public record Replacement(Span span, byte[] bytes) {

  /** Removes {@code span}. */
  public static Replacement remove(Span span) {
    return new Replacement(span, new byte[0]);
  }

  /** Inserts {@code text} before the byte at {@code offset}. */
  public static Replacement insert(int offset, String text) {
    return new Replacement(Span.at(offset), text.getBytes(StandardCharsets.UTF_8));
  }

  /** Puts {@code text} in the place of {@code span}. */
  public static Replacement of(Span span, String text) {
    return new Replacement(span, text.getBytes(StandardCharsets.UTF_8));
  }
}
