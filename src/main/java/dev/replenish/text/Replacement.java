package dev.replenish.text;

import java.nio.charset.StandardCharsets;

/**
 * One edit: {@code bytes} replace the bytes of {@code span}.
 *
 * @param span the bytes that are removed; empty for an insertion
 * @param bytes the new bytes; empty for a removal
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

  /** Replaces {@code span} by {@code text}. */
  public static Replacement of(Span span, String text) {
    return new Replacement(span, text.getBytes(StandardCharsets.UTF_8));
  }
}
