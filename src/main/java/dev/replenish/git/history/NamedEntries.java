package dev.replenish.git.history;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Iterates over a tree object's folders and its files with certain names. Each entry is the mode in
 * octal, a space, the name, a NUL and the raw id.
 */
final class NamedEntries {
  private final List<byte[]> names;
  private final byte[] tree;
  private int mode;
  private int name;
  private int end;
  private int next;

  /**
   * Starts before the first entry.
   *
   * @param names the names of the files, see {@link #bytes}
   */
  NamedEntries(List<byte[]> names, byte[] tree) {
    this.names = names;
    this.tree = tree;
  }

  /** File names as bytes, as tree objects hold them. */
  static List<byte[]> bytes(Collection<String> names) {
    return names.stream().map(each -> each.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /** Moves to the next folder or matching file; false at the end. */
  boolean next() {
    while (next < tree.length) {
      mode = next;
      name = mode;
      while (tree[name++] != ' ') {}
      end = name;
      while (tree[end] != 0) {
        end++;
      }
      next = end + 1 + Constants.OBJECT_ID_LENGTH;
      if (isFolder() || (isFile() && isNamed())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the entry is a folder; otherwise it is a file. */
  boolean isFolder() {
    return tree[mode] == '4';
  }

  private boolean isFile() {
    return tree[mode] == '1' && tree[mode + 1] == '0';
  }

  private boolean isNamed() {
    for (byte[] wanted : names) {
      if (wanted.length == end - name && Arrays.equals(wanted, 0, wanted.length, tree, name, end)) {
        return true;
      }
    }
    return false;
  }

  /** Whether both entries have the same mode, name and id. */
  boolean isSame(NamedEntries other) {
    return Arrays.equals(tree, mode, next, other.tree, other.mode, other.next);
  }

  /**
   * Whether its name sorts before that of {@code other} in a tree, if both are of the same kind.
   */
  boolean isBefore(NamedEntries other) {
    return Arrays.compareUnsigned(tree, name, end, other.tree, other.name, other.end) < 0;
  }

  /** The entry's name. */
  String name() {
    return new String(tree, name, end - name, StandardCharsets.UTF_8);
  }

  /** The id of the entry's tree or blob. */
  ObjectId id() {
    return ObjectId.fromRaw(tree, end + 1);
  }
}
