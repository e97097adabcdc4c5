package dev.replenish.board;

import dev.replenish.text.Span;

/**
 * One {@code [key:value]} of a header or of a group's marker.
 *
 * @param key the key as written
 * @param value the value as written, trimmed; may be empty
 * @param span the whole tag with its brackets
 * @param keySpan the key alone
 * @param valueSpan the value alone
 */
public record Tag(String key, String value, Span span, Span keySpan, Span valueSpan) {

  /** Whether the key is {@code name}, in any case. */
  public boolean is(String name) {
    return key.equalsIgnoreCase(name);
  }
}
