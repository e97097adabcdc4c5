package dev.replenish.git.objects;

import dev.replenish.git.setup.GitProblems;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;

/** Writes a copy of a tree with other files, rewriting only the folders above them. */
public final class TreeWriter {
  private final ObjectReader reader;
  private final ObjectInserter inserter;

  public TreeWriter(ObjectReader reader, ObjectInserter inserter) {
    this.reader = reader;
    this.inserter = inserter;
  }

  /** Writes the root tree with {@code files} (path to blob) put in; returns its id. */
  public ObjectId write(ObjectId root, Map<String, ObjectId> files) throws IOException {
    return write(read(root), "", files);
  }

  private ObjectId write(TreeEntries old, String folder, Map<String, ObjectId> files)
      throws IOException {
    TreeEntries tree = old;
    Map<String, Map<String, ObjectId>> folders = new LinkedHashMap<>();
    for (Map.Entry<String, ObjectId> file : files.entrySet()) {
      String path = file.getKey();
      int slash = path.indexOf('/');
      if (slash < 0) {
        tree = put(tree, folder, path, FileMode.REGULAR_FILE, file.getValue());
      } else {
        folders
            .computeIfAbsent(path.substring(0, slash), name -> new TreeMap<>())
            .put(path.substring(slash + 1), file.getValue());
      }
    }
    for (Map.Entry<String, Map<String, ObjectId>> sub : folders.entrySet()) {
      String name = sub.getKey();
      int at = tree.find(name);
      boolean exists = at >= 0 && FileMode.TREE.equals(tree.mode(at));
      TreeEntries below = exists ? read(tree.id(at)) : TreeEntries.EMPTY;
      ObjectId newTree = write(below, folder + name + "/", sub.getValue());
      tree = put(tree, folder, name, FileMode.TREE, newTree);
    }
    return inserter.insert(Constants.OBJ_TREE, tree.bytes());
  }

  private TreeEntries read(ObjectId tree) throws IOException {
    try {
      return TreeEntries.read(reader, tree);
    } catch (MissingObjectException e) {
      throw CommitTree.unreadable("a folder", tree, e);
    }
  }

  private static TreeEntries put(
      TreeEntries tree, String folder, String name, FileMode mode, ObjectId id) {
    int at = tree.find(name);
    if (at < 0) {
      return tree.insert(name, mode, id);
    }
    String kind = CommitTree.kind(FileMode.fromBits(tree.mode(at)));
    if (!kind.equals(CommitTree.kind(mode))) {
      throw GitProblems.document(
          folder + name,
          folder + name + " is " + kind + " in the last commit",
          "Move it out of the way and commit.");
    }
    return tree.replace(at, id);
  }
}
