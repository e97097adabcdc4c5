package dev.replenish.git.history;

import dev.replenish.git.objects.LruMap;
import dev.replenish.git.objects.TreeEntries;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Looks up the same files in a series of trees. Folders seen recently are not read again: from
 * commit to commit most of them stay the same.
 */
final class FileVersions {
  private static final int MAX_CACHED_TREES = 1024;

  private final ObjectReader reader;
  private final int count;
  private final Folder root;
  private ObjectId[] last = {};

  /** Looks up these files, given by their paths inside the repository. */
  FileVersions(ObjectReader reader, List<String> paths) {
    this.reader = reader;
    this.count = paths.size();
    this.root = new Folder();
    for (int i = 0; i < count; i++) {
      root.add(paths.get(i), i);
    }
  }

  /**
   * The blob id of each file in the tree with id {@code tree}, in the order of the paths; {@link
   * ObjectId#zeroId} for a missing file. Equal results are the same array: don't modify it.
   */
  ObjectId[] at(ObjectId tree) throws IOException {
    ObjectId[] found = new ObjectId[count];
    Arrays.fill(found, ObjectId.zeroId());
    root.find(tree, found);
    if (!Arrays.equals(found, last)) {
      last = found;
    }
    return last;
  }

  /** The requested files of one folder, and its subfolders. */
  private final class Folder {
    private final Map<String, Folder> folders = new TreeMap<>();
    private final Map<String, Integer> files = new TreeMap<>();
    private final Map<ObjectId, ObjectId[]> seen = new LruMap<>(MAX_CACHED_TREES);

    void add(String path, int index) {
      int slash = path.indexOf('/');
      if (slash < 0) {
        files.put(path, index);
      } else {
        folders
            .computeIfAbsent(path.substring(0, slash), name -> new Folder())
            .add(path.substring(slash + 1), index);
      }
    }

    void find(ObjectId tree, ObjectId[] found) throws IOException {
      ObjectId[] known = seen.get(tree);
      if (known == null) {
        known = new ObjectId[count];
        read(tree, known);
        seen.put(tree, known);
      }
      for (int i = 0; i < count; i++) {
        found[i] = known[i] == null ? found[i] : known[i];
      }
    }

    private void read(ObjectId tree, ObjectId[] found) throws IOException {
      TreeEntries raw = TreeEntries.read(reader, tree);
      for (Map.Entry<String, Integer> file : files.entrySet()) {
        int at = raw.find(file.getKey());
        if (at >= 0 && isFile(FileMode.fromBits(raw.mode(at)))) {
          found[file.getValue()] = raw.id(at);
        }
      }
      for (Map.Entry<String, Folder> folder : folders.entrySet()) {
        int at = raw.find(folder.getKey());
        if (at >= 0 && FileMode.TREE.equals(raw.mode(at))) {
          folder.getValue().find(raw.id(at), found);
        }
      }
    }
  }

  private static boolean isFile(FileMode mode) {
    return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
  }
}
