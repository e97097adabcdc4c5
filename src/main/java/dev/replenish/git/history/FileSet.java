package dev.replenish.git.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files with certain names in a folder, and its subfolders. Folders with equal content are the
 * same object, so that comparing two commits costs only as much as they differ.
 */
public final class FileSet {
  /** An empty folder. */
  static final FileSet EMPTY = new FileSet(List.of(), List.of());

  private final List<String> names;
  private final List<Object> entries; // the blob of a file, or the FileSet of a folder

  FileSet(List<String> names, List<Object> entries) {
    this.names = List.copyOf(names);
    this.entries = List.copyOf(entries);
  }

  /**
   * A file that is in one of two commits, or in both.
   *
   * @param path its path inside the repository
   * @param before its blob id in the first commit; "" for none
   * @param after its blob id in the second commit; "" for none
   */
  public record Difference(String path, String before, String after) {}

  /** All files, each with its blob id as {@code after}. */
  public List<Difference> files() {
    List<Difference> files = new ArrayList<>();
    compare("", EMPTY, this, files);
    return files;
  }

  /** The files that differ between this set and {@code after}. */
  public List<Difference> differences(FileSet after) {
    List<Difference> files = new ArrayList<>();
    compare("", this, after, files);
    return files;
  }

  private static void compare(String path, FileSet before, FileSet after, List<Difference> into) {
    if (before == after) {
      return;
    }
    for (int i = 0; i < before.names.size(); i++) {
      String name = before.names.get(i);
      compare(path + name, before.entries.get(i), after.entry(name), into);
    }
    for (int i = 0; i < after.names.size(); i++) {
      String name = after.names.get(i);
      if (before.entry(name) == null) {
        compare(path + name, null, after.entries.get(i), into);
      }
    }
  }

  private static void compare(
      String path, @Nullable Object before, @Nullable Object after, List<Difference> into) {
    if (before == after) {
      return;
    }
    FileSet old = before instanceof FileSet folder ? folder : EMPTY;
    FileSet now = after instanceof FileSet folder ? folder : EMPTY;
    compare(path + '/', old, now, into);
    String from = before instanceof String blob ? blob : "";
    String to = after instanceof String blob ? blob : "";
    if (!from.equals(to)) {
      into.add(new Difference(path, from, to));
    }
  }

  private @Nullable Object entry(String name) {
    int at = names.indexOf(name);
    return at < 0 ? null : entries.get(at);
  }

  /** Whether the set has no files. */
  boolean isEmpty() {
    return names.isEmpty();
  }

  /** A key for finding an equal set; folders in it are compared by identity. */
  Key key() {
    return new Key(this);
  }

  /** A key that is equal for sets with equal content. */
  record Key(FileSet of) {
    @Override
    public boolean equals(@Nullable Object other) {
      if (!(other instanceof Key key) || !of.names.equals(key.of.names)) {
        return false;
      }
      for (int i = 0; i < of.entries.size(); i++) {
        Object one = of.entries.get(i);
        Object two = key.of.entries.get(i);
        if (one instanceof String ? !one.equals(two) : one != two) {
          return false;
        }
      }
      return true;
    }

    @Override
    public int hashCode() {
      int[] hashes = new int[of.entries.size() + 1];
      hashes[0] = of.names.hashCode();
      for (int i = 0; i < of.entries.size(); i++) {
        Object entry = of.entries.get(i);
        hashes[i + 1] = entry instanceof String ? entry.hashCode() : System.identityHashCode(entry);
      }
      return Arrays.hashCode(hashes);
    }
  }
}
