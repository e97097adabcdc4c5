package dev.replenish.git.objects;

import dev.replenish.board.ProblemException;
import dev.replenish.git.setup.GitProblems;
import dev.replenish.git.setup.RepoPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * A commit, usually a branch's tip, as a tree of files. Valid until its {@code Repo} is closed.
 * Reads each folder and each file once; callers must not modify the arrays that it returns.
 */
public final class CommitTree implements Tree {
  /** Boards are smaller; a larger file must not fill the memory. */
  public static final long MAX_BYTES = 120L << 20;

  private static final String A_FILE = "a file";
  private static final int MAX_CACHED_BYTES = 4 << 20;
  private static final LruCache<byte[]> CACHE = new LruCache<>(16);

  /** A file or folder in a tree. */
  public record Entry(FileMode mode, ObjectId id) {}

  private final Repository git;
  private final String branch;
  private final ObjectId commit;
  private final ObjectId tree;
  private final Map<ObjectId, TreeEntries> folders = new HashMap<>();
  private final Map<ObjectId, byte[]> contents;

  private CommitTree(
      Repository git,
      String branch,
      ObjectId commit,
      ObjectId tree,
      Map<ObjectId, byte[]> contents) {
    this.git = git;
    this.branch = branch;
    this.commit = commit;
    this.tree = tree;
    this.contents = contents;
  }

  /** The tree of {@code commit}, the tip of {@code branch} unless that is "". */
  public static CommitTree of(Repository git, String branch, ObjectId commit) {
    try (RevWalk walk = new RevWalk(git)) {
      RevCommit parsed = walk.parseCommit(commit);
      ObjectId tree = parsed.getTree().toObjectId();
      return new CommitTree(git, branch, parsed.toObjectId(), tree, new HashMap<>());
    } catch (IOException e) {
      throw unreadable(branch.isEmpty() ? "the history" : branch, commit, e);
    }
  }

  /** The tip after a commit on this one; shares this one's cached contents and reads nothing. */
  public CommitTree next(CommitWriter.Written commit) {
    return new CommitTree(git, branch, commit.id(), commit.tree(), contents);
  }

  /**
   * The full name of the branch, such as {@code refs/heads/main}; "" if the commit was not reached
   * by a branch.
   */
  public String branch() {
    return branch;
  }

  /** The 40 hex digits of the commit. */
  public String commit() {
    return commit.name();
  }

  Repository repository() {
    return git;
  }

  /** The id of the commit. */
  public ObjectId commitId() {
    return commit;
  }

  /** The id of its root tree. */
  public ObjectId treeId() {
    return tree;
  }

  @Override
  public Optional<Blob> read(String path) {
    Entry file = file(path);
    return file == null
        ? Optional.empty()
        : Optional.of(new Blob(path, file.id.name(), bytes(path, file.id)));
  }

  @Override
  public Optional<String> blob(String path) {
    Entry file = file(path);
    return file == null
        ? Optional.empty()
        : Optional.of(file.id.name() + " in " + git.getDirectory());
  }

  private @Nullable Entry file(String path) {
    Entry entry = entry(path);
    if (entry != null) {
      requireFile(path, entry.mode);
    }
    return entry;
  }

  private static void requireFile(String path, FileMode mode) {
    String kind = kind(mode);
    if (!kind.equals(A_FILE)) {
      throw GitProblems.document(
          path, path + " is " + kind + ", not a file", "Replace it by a regular file and commit.");
    }
  }

  private static void requireNoLink(String name, FileMode mode, String path) {
    String kind = kind(mode);
    if (!kind.equals(A_FILE)) {
      throw GitProblems.document(
          path,
          path + " is behind " + name + ", which is " + kind,
          "Replace it by a folder and commit.");
    }
  }

  /** What an entry with this mode is, for messages. */
  static String kind(FileMode mode) {
    return switch (mode.getObjectType()) {
      case Constants.OBJ_TREE -> "a folder";
      case Constants.OBJ_COMMIT -> "a submodule";
      default -> FileMode.SYMLINK.equals(mode) ? "a symbolic link" : A_FILE;
    };
  }

  /** A blob's content; refuses one that is missing or too big. */
  public byte[] bytes(String path, ObjectId id) {
    byte[] known = contents.get(id);
    if (known == null) {
      known = cachedBytes(path, id);
      contents.put(id, known);
    }
    return known;
  }

  /** Caches a content that was just written, so that it is not read back. */
  void cache(ObjectId id, byte[] content) {
    contents.put(id, content);
  }

  private byte[] cachedBytes(String path, ObjectId id) {
    String key = id.name() + ' ' + git.getDirectory(); // another repository may not have it
    Optional<byte[]> known = CACHE.get(key);
    byte[] content = known.isPresent() ? known.get() : load(path, id);
    if (content.length <= MAX_CACHED_BYTES) {
      CACHE.keep(key, content);
    }
    return content;
  }

  private byte[] load(String path, ObjectId id) {
    try (ObjectReader reader = git.newObjectReader()) {
      return bytes(reader, path, id);
    } catch (IOException e) {
      throw unreadable(path, id, e);
    }
  }

  /** A blob's content; refuses one that is too big. */
  public static byte[] bytes(ObjectReader reader, String path, ObjectId id) throws IOException {
    ObjectLoader blob = reader.open(id, Constants.OBJ_BLOB);
    if (blob.getSize() > MAX_BYTES) {
      throw tooBig(path, blob.getSize());
    }
    return blob.getCachedBytes((int) MAX_BYTES);
  }

  public static ProblemException tooBig(String path, long size) {
    return GitProblems.document(
        path,
        path + " has " + (size >> 20) + " MiB; the limit is " + (MAX_BYTES >> 20) + " MiB",
        "Move finished tasks to another file, or split the board into several folders.");
  }

  public static ProblemException unreadable(String what, ObjectId id, IOException e) {
    if (e instanceof MissingObjectException) {
      return GitProblems.state(
          "the repository lacks the object "
              + id.name()
              + " of "
              + what
              + ": it is a partial clone, or damaged",
          "In a partial clone `git cat-file -e "
              + id.name()
              + "` fetches it, and `git log -p -- FILE` every version of a file; else see `git"
              + " fsck`.");
    }
    return GitProblems.io("can't read " + what, e);
  }

  @Override
  public List<String> folders(String dir) {
    RepoPath.requireFolder(dir);
    Entry folder = dir.isEmpty() ? new Entry(FileMode.TREE, tree) : entry(dir);
    if (folder == null || !FileMode.TREE.equals(folder.mode)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    TreeEntries tree = tree(dir, folder.id);
    for (int at = 0; at < tree.bytes().length; at = tree.next(at)) {
      if (FileMode.TREE.equals(tree.mode(at))) {
        names.add(new String(tree.name(at), StandardCharsets.UTF_8));
      }
    }
    Collections.sort(names);
    return names;
  }

  /** The entry at {@code path}, or null; follows folders, but no symbolic links. */
  @Nullable
  public Entry entry(String path) {
    RepoPath.require(path);
    Entry here = new Entry(FileMode.TREE, tree);
    String above = "";
    for (String name : path.split("/")) {
      if (!FileMode.TREE.equals(here.mode)) {
        requireNoLink(above, here.mode, path);
        return null;
      }
      above = name;
      TreeEntries folder = tree(path, here.id);
      int at = folder.find(name);
      if (at < 0) {
        return null;
      }
      here = new Entry(FileMode.fromBits(folder.mode(at)), folder.id(at));
    }
    return here;
  }

  private TreeEntries tree(String what, ObjectId id) {
    TreeEntries known = folders.get(id);
    if (known == null) {
      known = loadTree(what, id);
      folders.put(id, known);
    }
    return known;
  }

  private TreeEntries loadTree(String what, ObjectId id) {
    try (ObjectReader reader = git.newObjectReader()) {
      return TreeEntries.read(reader, id);
    } catch (IOException e) {
      throw unreadable(what, id, e);
    }
  }

  /** Whether the work tree has a file at {@code path} that Git ignores. */
  public boolean isIgnored(String path) {
    return IgnoredPath.is(git, path);
  }
}
