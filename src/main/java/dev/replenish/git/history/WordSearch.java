package dev.replenish.git.history;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/**
 * Collects the words with a given prefix from UTF-8 bytes. A word consists of letters, digits,
 * dashes and underscores, and inside it also dots, slashes and number signs: {@code TASK-1-A},
 * {@code tea/#7}. The prefix may contain other characters; they are compared literally.
 */
final class WordSearch {
  private static final int MAX_LENGTH = 800;

  private final byte[] wanted;
  private final boolean whole;
  private final Set<String> found = new TreeSet<>();

  /**
   * Searches for words that begin with {@code wanted} or, if {@code whole}, for exactly that word.
   */
  WordSearch(String wanted, boolean whole) {
    this.wanted = wanted.getBytes(StandardCharsets.UTF_8);
    this.whole = whole;
    if (this.wanted.length == 0) {
      throw new IllegalArgumentException("nothing to look for");
    }
  }

  /** The words found so far. */
  Set<String> found() {
    return found;
  }

  void search(byte[] text) {
    int last = text.length - wanted.length;
    byte first = wanted[0];
    for (int at = 0; at <= last; at++) {
      if (text[at] == first && isWanted(text, at)) {
        collect(text, at);
      }
    }
  }

  private boolean isWanted(byte[] text, int at) {
    for (int i = 1; i < wanted.length; i++) {
      if (text[at + i] != wanted[i]) {
        return false;
      }
    }
    return at == 0 || !isWordByte(text[at - 1]);
  }

  private void collect(byte[] text, int at) {
    int prefixEnd = at + wanted.length;
    int end = prefixEnd;
    while (continues(text, end) && end - at < MAX_LENGTH) {
      end++;
    }
    if (!whole || end == prefixEnd) {
      found.add(new String(text, at, end - at, StandardCharsets.UTF_8));
    }
  }

  private static boolean continues(byte[] text, int at) {
    if (at >= text.length) {
      return false;
    }
    boolean inside = text[at] == '.' || text[at] == '/' || text[at] == '#';
    return isWordByte(text[at]) || (inside && at + 1 < text.length && isWordByte(text[at + 1]));
  }

  private static boolean isWordByte(byte b) {
    int lower = b | 0x20;
    return (lower >= 'a' && lower <= 'z')
        || (b >= '0' && b <= '9')
        || b == '-'
        || b == '_'
        || b < 0;
  }
}
