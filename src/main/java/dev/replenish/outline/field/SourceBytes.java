package dev.replenish.outline.field;

import java.nio.charset.StandardCharsets;

/** Counts bytes of text as files hold it. */
public final class SourceBytes {
  private SourceBytes() {}

  /** The number of bytes that {@code text} takes. */
  public static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
