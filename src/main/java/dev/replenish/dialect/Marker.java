package dev.replenish.dialect;

import dev.replenish.text.Ascii;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The markers that open and close blocks, each a level-2 heading at the top level of the document.
 */
public enum Marker {
  GROUP_BEGIN,
  GROUP_END,
  TASK_BEGIN,
  TASK_END,
  INDEX_ENTRY_BEGIN,
  INDEX_ENTRY_END;

  static final int LEVEL = 2;

  private static final Marker[] ALL = values(); // values() makes a copy on each call

  private final String word;

  Marker() {
    this.word = name().toLowerCase(Locale.ROOT);
  }

  /** The marker as written in a file. */
  public String line() {
    return "## " + word;
  }

  public int wordLength() {
    return word.length();
  }

  /**
   * The marker that heading text begins with, or null. {@code task_beginnings} is an ordinary
   * heading, but {@code task_begin###} is a marker with text glued to it.
   */
  static @Nullable public Marker of(byte[] bytes, int from, int to) {
    if (from >= to || (bytes[from] != 't' && bytes[from] != 'g' && bytes[from] != 'i')) {
      return null;
    }
    for (Marker marker : ALL) {
      if (marker.begins(bytes, from, to)) {
        return marker;
      }
    }
    return null;
  }

  private boolean begins(byte[] bytes, int from, int to) {
    int end = from + word.length();
    return Ascii.startsWith(bytes, from, to, word) && (end == to || !Ascii.isWord(bytes[end]));
  }
}
