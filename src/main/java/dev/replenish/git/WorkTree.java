package dev.replenish.git;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.Uncommitted;
import dev.replenish.git.files.DurableFile;
import dev.replenish.git.files.FileStat;
import dev.replenish.git.files.LockOwner;
import dev.replenish.git.files.TemporaryFiles;
import dev.replenish.git.index.IndexFile;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.setup.Attributes;
import dev.replenish.git.setup.Layout;
import dev.replenish.git.setup.RepoPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.jgit.lib.FileMode;
import org.jspecify.annotations.Nullable;

/** The checked-out files: whether they are a tip's, and how they follow a new one. */
final class WorkTree {
  private final Layout layout;
  private final Path root;
  private final WorkFiles files;
  private @Nullable IndexFile index;
  private String nonce = LockOwner.current().nonce();

  WorkTree(Layout layout, Path root) {
    this.layout = layout;
    this.root = root;
    this.files = new WorkFiles(root);
  }

  /** The index; read again only where it is another file by now. */
  IndexFile readIndex() {
    if (index == null || !(index.isCurrent() || index.isAsWritten())) {
      index = IndexFile.read(layout.index());
    }
    return index;
  }

  /**
   * Refuses, naming every file that is not the tip's in the index and in the work tree.
   *
   * @param writing whether the files are to be written too
   */
  void requireClean(IndexFile index, CommitTree tip, Collection<String> paths, boolean writing) {
    new CleanCheck(this, files, index, tip).require(paths);
    if (writing) {
      for (String path : paths) {
        requireWritable(path);
      }
    }
  }

  /**
   * The files that are not the tip's, where a commit settles it.
   *
   * @throws dev.replenish.board.ProblemException where it does not
   */
  Optional<Uncommitted> uncommitted(IndexFile index, CommitTree tip, Collection<String> paths) {
    return new CleanCheck(this, files, index, tip).uncommitted(paths);
  }

  /** These paths as they are to be committed. */
  Uncommitted uncommitted(CommitTree tip, Collection<String> paths, IndexFile index) {
    List<String> changed = new ArrayList<>();
    List<String> added = new ArrayList<>();
    for (String path : paths) {
      boolean known = tip.entry(path) != null || !index.entries(path).isEmpty();
      (known ? changed : added).add(path);
    }
    boolean ignored = added.stream().anyMatch(tip::isIgnored);
    return new Uncommitted(changed, added, ignored, layout.prefix());
  }

  boolean exists(String path) {
    Path file = files.locate(path);
    return file != null && Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether a work file is a committed content, in either direction of the conversion. */
  boolean isContent(CommitTree tip, String path, CommitTree.Entry committed, LineEndings endings) {
    byte[] content = tip.bytes(path, committed.id());
    if (files.holds(path, content)) {
      return true;
    }
    byte[] bytes = endings.convert() ? files.bytes(path) : null;
    return bytes != null
        && (Arrays.equals(endings.toRepository(bytes, content), content)
            || Arrays.equals(endings.toWorkTree(content), bytes));
  }

  boolean hasMode(String path, FileMode mode) {
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
  LineEndings endings(IndexFile index, CommitTree tip, String path) {
    Attributes attributes =
        Attributes.of(path, layout.attributes(root), name -> indexed(index, tip, name));
    return LineEndings.of(path, attributes, layout.config());
  }

  private static Optional<String> indexed(IndexFile index, CommitTree tip, String path) {
    for (IndexFile.Entry entry : index.entries(path)) {
      if (entry.stage() == 0 && FileMode.REGULAR_FILE.equals(entry.mode())) {
        byte[] bytes = tip.bytes(path, entry.id());
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }

  /** Whether it is in the work tree, and no folder. */
  boolean isThere(String path) {
    return files.isThere(path);
  }

  /** A sparse checkout leaves a new file out where it does so with all that is beside it. */
  boolean isSkipped(IndexFile index, String path) {
    List<IndexFile.Entry> known = index.entries(path);
    for (IndexFile.Entry entry : known) {
      if (entry.skipWorktree()) {
        return true;
      }
    }
    return known.isEmpty()
        && layout.config().getBoolean("core", "sparsecheckout", false)
        && index.isLeftOut(RepoPath.parent(path));
  }

  /** Whether a sparse checkout leaves the file out, so that it can't say where it is. */
  boolean isLeftOut(IndexFile index, String path) {
    return isSkipped(index, path) && !files.isThere(path);
  }

  /** Brings a work file and its index entry to the tip; the caller has looked at both. */
  void follow(IndexFile index, CommitTree tip, String path) throws IOException {
    follow(index, tip, path, () -> true);
  }

  /**
   * The same.
   *
   * @param last asked in the last moment: whether the file is still as the caller has seen it
   * @return whether it was brought to the tip; else its index entry alone was
   */
  boolean follow(IndexFile index, CommitTree tip, String path, BooleanSupplier last)
      throws IOException {
    CommitTree.Entry entry = requireEntry(tip, path);
    FileStat stat = null;
    boolean replaced = true;
    if (!isSkipped(index, path) || exists(path)) {
      byte[] content = tip.bytes(path, entry.id());
      Path file = root.resolve(path);
      byte[] bytes = endings(index, tip, path).toWorkTree(content);
      if (files.holds(path, bytes)) {
        stat = FileStat.of(file); // already there, by an earlier try
      } else {
        FileStat noted = replace(path, file, bytes, last);
        replaced = noted != null;
        stat = noted;
      }
    }
    put(index, path, entry, stat);
    return replaced;
  }

  /**
   * Shows in the index what {@code tip} has, and of the work file only that it must be looked at.
   */
  void followIndex(IndexFile index, CommitTree tip, String path) {
    CommitTree.Entry entry = tip.entry(path);
    if (entry == null) {
      index.remove(path);
    } else {
      put(index, path, entry, null);
    }
  }

  private void put(IndexFile index, String path, CommitTree.Entry entry, @Nullable FileStat stat) {
    boolean skipped = stat == null && isSkipped(index, path);
    index.put(path, entry.mode().getBits(), entry.id(), stat, skipped);
  }

  private static CommitTree.Entry requireEntry(CommitTree tip, String path) {
    CommitTree.Entry entry = tip.entry(path);
    if (entry == null) {
      throw new IllegalStateException(path + " is not in " + tip.commit());
    }
    return entry;
  }

  private @Nullable FileStat replace(String path, Path file, byte[] bytes, BooleanSupplier last)
      throws IOException {
    Files.createDirectories(file.getParent());
    sweep(path);
    Path temp = temp(path);
    DurableFile.create(temp, bytes);
    try {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        FileStat.copyPermissions(file, temp);
      }
      FileStat before = FileStat.of(temp);
      if (!last.getAsBoolean()) {
        return null;
      }
      FileStat.replace(temp, file);
      FileStat after = FileStat.of(file);
      // Else someone has edited it by now: the index must not take that for the commit's.
      return before.isContentOf(after) ? after : FileStat.UNKNOWN;
    } finally {
      Files.deleteIfExists(temp);
    }
  }

  /** The nonce is the run's own: no file of anybody else is called so. */
  private Path temp(String path) {
    String name = "." + RepoPath.name(path) + "." + nonce + ".replenish-tmp";
    return root.resolve(path).resolveSibling(name);
  }

  /** What the names of this run's temporary files have in them. */
  String nonce() {
    return nonce;
  }

  /** Takes the names over from an interrupted run, and with them what it has left. */
  void adopt(String nonce) {
    this.nonce = nonce;
  }

  /** Removes what a killed run may have left beside a file. */
  void sweep(String path) {
    DurableFile.deleteQuietly(temp(path));
  }

  /** Publishes the index; the caller holds its lock. */
  void write(IndexFile index) throws IOException {
    Path temp = layout.index().resolveSibling(TemporaryFiles.named("index").name());
    index.write(temp, root, layout.shared());
  }

  /** Reads the index anew when it is needed next. */
  void forgetIndex() {
    index = null;
  }
}
