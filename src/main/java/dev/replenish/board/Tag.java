package dev.replenish.board;

import dev.replenish.text.Span;
import java.util.List;
import java.util.Optional;

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

  /** The value of the first tag with this key and a value. */
  public static Optional<String> value(List<Tag> tags, String key) {
    for (Tag tag : tags) {
      if (tag.is(key) && !tag.value.isEmpty()) {
        return Optional.of(tag.value);
      }
    }
    return Optional.empty();
  }

  /** The tag as it is written: {@code [type:dev]}. */
  public static String text(String key, String value) {
    return "[" + key + ":" + value + "]";
  }

  /** Whether the key is {@code name}, in any case. */
  public boolean is(String name) {
    return key.equalsIgnoreCase(name);
  }
}
