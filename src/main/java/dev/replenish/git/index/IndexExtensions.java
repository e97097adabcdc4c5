package dev.replenish.git.index;

import dev.replenish.git.setup.GitProblems;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The index's extensions: which ones can be kept, and the cache tree, whose changed folders are
 * invalidated.
 */
final class IndexExtensions {
  private final byte[] bytes;
  private int at;
  private final Set<String> changed;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private IndexExtensions(byte[] bytes, int at, Set<String> changed) {
    this.bytes = bytes;
    this.at = at;
    this.changed = changed;
  }

  /** Refuses extensions that change the meaning of the entries; Git gives them lower-case names. */
  static void check(byte[] bytes, int from, int end) {
    for (int at = from; at < end; at += 8 + size(bytes, at, end)) {
      String name = name(bytes, at);
      if (name.charAt(0) >= 'A' && name.charAt(0) <= 'Z') {
        continue;
      }
      String what =
          switch (name) {
            case "link" -> "is split (core.splitIndex)";
            case "sdir" -> "is sparse (index.sparse)";
            default -> "has the unknown extension '" + name + "'";
          };
      throw GitProblems.state(
          "the index " + what + ", which can't be edited safely",
          switch (name) {
            case "link" -> "Run `git update-index --no-split-index`.";
            case "sdir" -> "Run `git sparse-checkout reapply --no-sparse-index`.";
            default -> "Remove the index and run `git reset`, which rebuilds it.";
          });
    }
  }

  /** Copies the extensions that are still valid after the change. */
  static void copy(
      byte[] bytes, int from, int end, Set<String> changed, boolean shifted, IndexWriter to) {
    for (int at = from; at < end; at += 8 + size(bytes, at, end)) {
      switch (name(bytes, at)) {
        case "TREE" -> trees(bytes, at, end, changed, to);
        case "REUC" -> to.write(bytes, at, 8 + size(bytes, at, end));
        case "UNTR", "FSMN" -> {
          // Both refer to entries by position, which an added or removed entry would shift.
          if (!shifted) {
            to.write(bytes, at, 8 + size(bytes, at, end));
          }
        }
        default -> {} // optional: Git rebuilds offset tables and the like
      }
    }
  }

  private static void trees(byte[] bytes, int at, int end, Set<String> changed, IndexWriter to) {
    IndexExtensions trees = new IndexExtensions(bytes, at + 8, changed);
    if (size(bytes, at, end) == 0) {
      return;
    }
    try {
      trees.node("");
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      return; // damaged; Git rebuilds it
    }
    byte[] body = trees.out.toByteArray();
    byte[] header = ByteBuffer.allocate(8).put(bytes, at, 4).putInt(body.length).array();
    to.write(header, 0, 8);
    to.write(body, 0, body.length);
  }

  /**
   * "NUL-terminated path component, ASCII decimal number of entries, space, number of subtrees,
   * newline, object id"; a negative number of entries marks an invalid tree.
   */
  private void node(String parent) {
    String name = until('\0');
    int entries = Integer.parseInt(until(' '));
    String subtrees = until('\n');
    String path = parent + (name.isEmpty() ? "" : name + "/");
    boolean stale = entries < 0 || isChanged(path);
    text(name + '\0' + (stale ? -1 : entries) + ' ' + subtrees + '\n');
    if (entries >= 0) {
      if (!stale) {
        out.write(bytes, at, 20);
      }
      at += 20;
    }
    for (int i = Integer.parseInt(subtrees); i > 0; i--) {
      node(path);
    }
  }

  private boolean isChanged(String folder) {
    for (String path : changed) {
      // Compared as bytes, because a name need not be UTF-8.
      if (new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
          .startsWith(folder)) {
        return true;
      }
    }
    return false;
  }

  private String until(char end) {
    int start = at;
    while (bytes[at] != end) {
      at++;
    }
    return new String(bytes, start, at++ - start, StandardCharsets.ISO_8859_1);
  }

  private void text(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String name(byte[] bytes, int at) {
    return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
  }

  private static int size(byte[] bytes, int at, int end) {
    int size = ByteBuffer.wrap(bytes).getInt(at + 4);
    if (size < 0 || size > end - at - 8) {
      throw new IndexOutOfBoundsException();
    }
    return size;
  }
}
