package dev.replenish.git.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectIdOwnerMap;
import org.eclipse.jgit.lib.ObjectReader;

/** Finds the files of some names in one tree after another; each folder is read once. */
final class FileSets {
  /** Deeper folders hold no board; trees can be made to nest for ever. */
  private static final int DEEPEST = 200;

  private final ObjectReader reader;
  private final List<byte[]> names;
  private final ObjectIdOwnerMap<Known> known = new ObjectIdOwnerMap<>();
  private final Map<FileSet.Key, FileSet> interned = new HashMap<>();

  private static final class Known extends ObjectIdOwnerMap.Entry {
    private final FileSet files;

    Known(AnyObjectId id, FileSet files) {
      super(id);
      this.files = files;
    }
  }

  /** Files called {@code names}, without folders. */
  FileSets(ObjectReader reader, Collection<String> names) {
    this.reader = reader;
    this.names = NamedEntries.bytes(names);
  }

  /** The files in the tree called {@code tree}, and in its folders. */
  FileSet in(AnyObjectId tree) throws IOException {
    return in(tree, DEEPEST);
  }

  private FileSet in(AnyObjectId tree, int depth) throws IOException {
    if (depth == 0) {
      return FileSet.EMPTY;
    }
    Known before = known.get(tree);
    if (before != null) {
      return before.files;
    }
    byte[] bytes = reader.open(tree, Constants.OBJ_TREE).getCachedBytes(Integer.MAX_VALUE);
    FileSet files = scan(bytes, depth);
    known.add(new Known(tree, files));
    return files;
  }

  private FileSet scan(byte[] tree, int depth) throws IOException {
    List<String> found = new ArrayList<>(0);
    List<Object> entries = new ArrayList<>(0);
    NamedEntries each = new NamedEntries(names, tree);
    while (each.next()) {
      if (!each.isFolder()) {
        found.add(each.name());
        entries.add(each.id().name());
        continue;
      }
      FileSet folder = in(each.id(), depth - 1);
      if (!folder.isEmpty()) {
        found.add(each.name());
        entries.add(folder);
      }
    }
    if (found.isEmpty()) {
      return FileSet.EMPTY;
    }
    FileSet files = new FileSet(found, entries);
    FileSet same = interned.putIfAbsent(files.key(), files);
    return same == null ? files : same;
  }
}
