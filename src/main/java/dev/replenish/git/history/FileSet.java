package dev.replenish.git.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of some names that a folder holds, and the folders in it. Two folders that hold the
 * same are one and the same object, so that two commits are compared at the cost of what differs.
 */
public final class FileSet {
  /** A folder without such files. */
  static final FileSet EMPTY = new FileSet(List.of(), List.of());

  private final List<String> names;
  private final List<Object> entries; // the blob of a file, or the FileSet of a folder

  FileSet(List<String> names, List<Object> entries) {
    this.names = List.copyOf(names);
    this.entries = List.copyOf(entries);
  }

  /**
   * A file in one of two commits, or in both.
   *
   * @param path its path inside the repository
   * @param before its blob in the first; "" for none
   * @param after its blob in the second; "" for none
   */
  public record Difference(String path, String before, String after) {}

  /** All files, by their paths, each with its blob as {@code after}. */
  public List<Difference> files() {
    List<Difference> files = new ArrayList<>();
    compare("", EMPTY, this, files);
    return files;
  }

  /** The files in which this one and {@code after} differ. */
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

  /** Whether it holds nothing. */
  boolean isEmpty() {
    return names.isEmpty();
  }

  /** What makes two of them one, folders being compared by identity. */
  Key key() {
    return new Key(this);
  }

  /** Equal for equal contents. */
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
