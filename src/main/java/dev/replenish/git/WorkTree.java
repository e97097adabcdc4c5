package dev.replenish.git;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.jspecify.annotations.Nullable;

/** The checked-out files: whether they are a tip's, and how they follow a new one. */
final class WorkTree {
  private final Layout layout;
  private final Path root;
  private final WorkFiles files;
  private @Nullable IndexFile index;

  WorkTree(Layout layout, Path root) {
    this.layout = layout;
    this.root = root;
    this.files = new WorkFiles(root);
  }

  Path root() {
    return root;
  }

  /** The index; read again only where it is another file by now. */
  IndexFile readIndex() {
    if (index == null || !index.isCurrent()) {
      index = IndexFile.read(layout.index());
    }
    return index;
  }

  /** Refuses, naming every file that is not the tip's in the index and in the work tree. */
  void requireClean(IndexFile index, Tip tip, Collection<String> paths) {
    List<String> dirty = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (String path : paths) {
      String difference = difference(index, tip, path);
      if (difference != null) {
        dirty.add("'" + path + "'");
        found.add(path + " " + difference);
      }
    }
    if (!dirty.isEmpty()) {
      throw Refusals.state(
          String.join("; ", found),
          "Commit that, or set it aside with `git stash push --include-untracked -- "
              + String.join(" ", dirty)
              + "`.");
    }
    for (String path : paths) {
      requireWritable(path);
    }
  }

  private @Nullable String difference(IndexFile index, Tip tip, String path) {
    Tip.Entry committed = tip.entry(path);
    List<IndexFile.Entry> staged = index.entries(path);
    LineEndings endings = endings(index, tip, path);
    for (IndexFile.Entry entry : staged) {
      if (entry.stage() > 0) {
        return "has conflicts";
      }
      if (entry.intentToAdd()) {
        return "is marked by git add --intent-to-add";
      }
    }
    if (committed == null) {
      return unexpected(index, staged, path);
    }
    if (staged.isEmpty()) {
      return "is staged for deletion";
    }
    IndexFile.Entry entry = staged.get(0);
    if (!entry.id().equals(committed.id()) || entry.mode() != committed.mode().getBits()) {
      return "has staged changes";
    }
    if (!files.isThere(path)) {
      return entry.skipWorktree() ? null : "is deleted in the work tree";
    }
    if (!isContent(tip, path, committed, endings)) {
      return "has changes that are not committed";
    }
    return hasMode(path, committed.mode()) ? null : "has a changed file mode";
  }

  private @Nullable String unexpected(IndexFile index, List<IndexFile.Entry> staged, String path) {
    if (!staged.isEmpty() || index.hasFolder(path)) {
      return "is staged, but not committed";
    }
    return exists(path) ? "is in the work tree, but not in Git" : null;
  }

  private boolean exists(String path) {
    Path file = files.locate(path);
    return file != null && Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether a work file is a committed content, in either direction of the conversion. */
  private boolean isContent(Tip tip, String path, Tip.Entry committed, LineEndings endings) {
    byte[] content = tip.bytes(path, committed.id());
    if (files.holds(path, content)) {
      return true;
    }
    byte[] bytes = endings.convert() ? files.bytes(path) : null;
    return bytes != null
        && (Arrays.equals(endings.toRepository(bytes, content), content)
            || Arrays.equals(endings.toWorkTree(content), bytes));
  }

  private boolean hasMode(String path, FileMode mode) {
    Path file = files.locate(path);
    boolean kept =
        layout.config().getBoolean("core", "filemode", true)
            && root.getFileSystem().supportedFileAttributeViews().contains("posix");
    return !kept
        || file == null
        || Files.isExecutable(file) == FileMode.EXECUTABLE_FILE.equals(mode);
  }

  private void requireWritable(String path) {
    Path file = files.locate(path);
    Path folder = file == null ? null : file.getParent();
    if (folder != null && Files.isDirectory(folder) && !Files.isWritable(folder)) {
      throw Problem.of(
              ErrorCode.IO,
              "the folder of " + path + " can't be written to: " + folder,
              "Correct its permissions and try again.")
          .refusal();
    }
  }

  /** The line endings that Git would give the file; refuses conversions that need a program. */
  LineEndings endings(IndexFile index, Tip tip, String path) {
    Attributes attributes =
        Attributes.of(path, layout.attributes(root), name -> indexed(index, tip, name));
    for (String name : List.of("filter", "working-tree-encoding")) {
      Optional<String> value = attributes.value(name);
      if (value.isPresent() && !value.get().equalsIgnoreCase("utf-8")) {
        throw converted(path, name + "=" + value.get());
      }
    }
    if (attributes.isSet("ident")) {
      throw converted(path, "ident");
    }
    return LineEndings.of(attributes, layout.config());
  }

  private static Refusal converted(String path, String attribute) {
    return Refusals.state(
        path + " has the attribute '" + attribute + "', a conversion that only git can do",
        "Exempt the file in .gitattributes: `/"
            + path
            + " -filter -ident !working-tree-encoding`.");
  }

  private static Optional<String> indexed(IndexFile index, Tip tip, String path) {
    for (IndexFile.Entry entry : index.entries(path)) {
      if (entry.stage() == 0 && FileMode.REGULAR_FILE.equals(entry.mode())) {
        byte[] bytes = tip.bytes(path, entry.id());
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }

  /** How a file compares with two committed versions, for finishing an interrupted run. */
  enum Stand {
    BEFORE,
    AFTER,
    OTHER
  }

  /** Where the index entry stands. */
  Stand indexStand(
      IndexFile index, String path, Tip.@Nullable Entry before, Tip.@Nullable Entry after) {
    List<IndexFile.Entry> staged = index.entries(path);
    if (isEntry(staged, after)) {
      return Stand.AFTER;
    }
    return isEntry(staged, before) ? Stand.BEFORE : Stand.OTHER;
  }

  private static boolean isEntry(List<IndexFile.Entry> staged, Tip.@Nullable Entry wanted) {
    if (wanted == null) {
      return staged.isEmpty();
    }
    return staged.size() == 1
        && staged.get(0).stage() == 0
        && staged.get(0).id().equals(wanted.id())
        && staged.get(0).mode() == wanted.mode().getBits();
  }

  /** Where the work file stands. */
  Stand fileStand(
      IndexFile index,
      Tip tip,
      String path,
      Tip.@Nullable Entry before,
      Tip.@Nullable Entry after) {
    if (!files.isThere(path)) {
      boolean skipped = isSkipped(index, path);
      return skipped || after == null ? Stand.AFTER : before == null ? Stand.BEFORE : Stand.OTHER;
    }
    LineEndings endings = endings(index, tip, path);
    if (after != null && isContent(tip, path, after, endings)) {
      return Stand.AFTER;
    }
    boolean old = before != null && isContent(tip, path, before, endings);
    return old ? Stand.BEFORE : Stand.OTHER;
  }

  private static boolean isSkipped(IndexFile index, String path) {
    for (IndexFile.Entry entry : index.entries(path)) {
      if (entry.skipWorktree()) {
        return true;
      }
    }
    return false;
  }

  /** Brings a work file and its index entry to the tip; the caller has looked at both. */
  void follow(IndexFile index, Tip tip, String path) throws IOException {
    Tip.Entry entry = requireEntry(tip, path);
    boolean skip = isSkipped(index, path) && !exists(path);
    FileStat stat = null;
    if (!skip) {
      byte[] content = tip.bytes(path, entry.id());
      stat = replace(path, endings(index, tip, path).toWorkTree(content));
    }
    index.put(path, entry.mode().getBits(), entry.id(), stat);
  }

  /** Brings the index entry alone, for a work file that was edited and is left to its owner. */
  void followIndex(IndexFile index, Tip tip, String path) {
    Tip.Entry entry = requireEntry(tip, path);
    index.put(path, entry.mode().getBits(), entry.id(), null);
  }

  private static Tip.Entry requireEntry(Tip tip, String path) {
    Tip.Entry entry = tip.entry(path);
    if (entry == null) {
      throw new IllegalStateException(path + " is not in " + tip.commit());
    }
    return entry;
  }

  private FileStat replace(String path, byte[] bytes) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && FileBytes.are(file, bytes)) {
      return FileStat.of(file); // already there, by an earlier try
    }
    Path temp = temp(path);
    try {
      Files.deleteIfExists(temp);
      Files.write(temp, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        FileStat.copyPermissions(file, temp);
      }
      FileStat.replace(temp, file);
    } finally {
      Files.deleteIfExists(temp);
    }
    return FileStat.of(file);
  }

  private Path temp(String path) {
    return root.resolve(path).resolveSibling("." + RepoPath.name(path) + ".replenish-tmp");
  }

  /** Removes what a killed run may have left beside a file. */
  void sweep(String path) {
    try {
      Files.deleteIfExists(temp(path));
    } catch (IOException e) {
      // It is overwritten when the file is written next.
    }
  }

  /** Publishes the index; the caller holds its lock. */
  void write(IndexFile index) throws IOException {
    Path temp = layout.index().resolveSibling("index.replenish-tmp");
    try {
      index.write(temp, root, layout.shared());
    } finally {
      Files.deleteIfExists(temp);
    }
  }
}
