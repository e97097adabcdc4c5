package dev.replenish.git.history;

import dev.replenish.git.objects.TreeEntries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectIdOwnerMap;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Finds the files with certain names in a series of trees. Reads each folder once, and checks only
 * the entries that differ from the folder last seen at the same path.
 */
final class FileSets {
  /** Deeper folders are ignored: a crafted tree can nest without end. */
  private static final int MAX_DEPTH = 200;

  private final ObjectReader reader;
  private final List<byte[]> names;
  private final ObjectIdOwnerMap<Known> known = new ObjectIdOwnerMap<>();
  private final Map<FileSet.Key, FileSet> interned = new HashMap<>();
  private final Folder root = new Folder();

  private static final class Known extends ObjectIdOwnerMap.Entry {
    private final FileSet files;

    Known(AnyObjectId id, FileSet files) {
      super(id);
      this.files = files;
    }
  }

  /** A folder as last seen at some path. */
  private static final class Folder {
    private final Map<String, Folder> folders = new HashMap<>(0);
    private byte[] tree = {};
    private List<Object> found = List.of(); // the blob id or FileSet of each entry
  }

  /** Finds files with these names, without folders. */
  FileSets(ObjectReader reader, Collection<String> names) {
    this.reader = reader;
    this.names = NamedEntries.bytes(names);
  }

  /** The files in this tree and its subtrees. */
  FileSet in(AnyObjectId tree) throws IOException {
    return in(tree, root, MAX_DEPTH);
  }

  private FileSet in(AnyObjectId tree, Folder last, int depth) throws IOException {
    if (depth == 0) {
      return FileSet.EMPTY;
    }
    Known before = known.get(tree);
    if (before != null) {
      return before.files;
    }
    FileSet files = scan(TreeEntries.read(reader, tree).bytes(), last, depth);
    if (last == root || !files.isEmpty()) {
      known.add(new Known(tree, files)); // folders without such files are too many to keep
    }
    return files;
  }

  private FileSet scan(byte[] tree, Folder last, int depth) throws IOException {
    List<String> held = new ArrayList<>(0);
    List<Object> entries = new ArrayList<>(0);
    List<Object> found = new ArrayList<>(last.found.size());
    NamedEntries old = new NamedEntries(names, last.tree);
    boolean more = old.next();
    int at = 0;
    for (NamedEntries now = new NamedEntries(names, tree); now.next(); ) {
      while (more && old.isBefore(now)) {
        more = old.next();
        at++;
      }
      Object entry = more && now.isSame(old) ? last.found.get(at) : entry(now, last, depth);
      found.add(entry);
      if (entry != FileSet.EMPTY) {
        held.add(now.name());
        entries.add(entry);
      }
    }
    last.tree = tree;
    last.found = found;
    if (held.isEmpty()) {
      return FileSet.EMPTY;
    }
    FileSet files = new FileSet(held, entries);
    FileSet same = interned.putIfAbsent(files.key(), files);
    return same == null ? files : same;
  }

  /** The blob id of a file, or the FileSet of a folder. */
  private Object entry(NamedEntries entry, Folder parent, int depth) throws IOException {
    return entry.isFolder()
        ? in(
            entry.id(),
            parent.folders.computeIfAbsent(entry.name(), name -> new Folder()),
            depth - 1)
        : entry.id().name();
  }
}
