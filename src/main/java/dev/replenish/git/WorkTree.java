package dev.replenish.git;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
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

/** The checked-out files: whether they match a tip, and how they are updated to a new one. */
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

  /** The index; read again only if the file has changed since. */
  IndexFile readIndex() {
    if (index == null || !(index.isCurrent() || index.isAsWritten())) {
      index = IndexFile.read(layout.index());
    }
    return index;
  }

  /**
   * Refuses if a file in the index or in the work tree differs from the tip; names every such file.
   *
   * @param writing whether the files will be written too
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
   * The files that differ from the tip, if a commit of the work files would resolve that.
   *
   * @throws dev.replenish.board.ProblemException if it would not
   */
  Optional<Uncommitted> uncommitted(IndexFile index, CommitTree tip, Collection<String> paths) {
    return new CleanCheck(this, files, index, tip).uncommitted(paths);
  }

  /** These paths as arguments of the {@code git} command that would commit them. */
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

  /** Whether a work file equals a committed content, in either direction of the conversion. */
  boolean isContent(CommitTree tip, String path, CommitTree.Entry committed, LineEndings endings) {
    byte[] content = tip.bytes(path, committed.id());
    if (files.hasContent(path, content)) {
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
      throw new ProblemException(
          ErrorCode.IO,
          "the folder of " + path + " can't be written to: " + folder,
          "Correct its permissions and try again.");
    }
  }

  /** The line endings that Git uses for the file; refuses conversions that need a program. */
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

  /** Whether the work tree has a regular file at {@code path}. */
  boolean isRegularFile(String path) {
    return files.isRegularFile(path);
  }

  /**
   * Whether a sparse checkout leaves the file out. It leaves out a new file if it leaves out all
   * its siblings.
   */
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

  /** Whether a sparse checkout leaves the file out, so that no work file shows its version. */
  boolean isLeftOut(IndexFile index, String path) {
    return isSkipped(index, path) && !files.isRegularFile(path);
  }

  /** Updates a work file and its index entry to the tip; the caller has checked both. */
  void checkOut(IndexFile index, CommitTree tip, String path) throws IOException {
    checkOut(index, tip, path, () -> true);
  }

  /**
   * Like {@link #checkOut(IndexFile, CommitTree, String)}, but checks once more for edits.
   *
   * @param unedited called just before the file is replaced: whether it is still as the caller saw
   *     it
   * @return whether the work file was updated; else only its index entry was
   */
  boolean checkOut(IndexFile index, CommitTree tip, String path, BooleanSupplier unedited)
      throws IOException {
    CommitTree.Entry entry = requireEntry(tip, path);
    FileStat stat = null;
    boolean replaced = true;
    if (!isSkipped(index, path) || exists(path)) {
      byte[] content = tip.bytes(path, entry.id());
      Path file = root.resolve(path);
      byte[] bytes = endings(index, tip, path).toWorkTree(content);
      if (files.hasContent(path, bytes)) {
        stat = FileStat.of(file); // written already by an interrupted run
      } else {
        stat = replace(path, file, bytes, unedited);
        replaced = stat != null;
      }
    }
    put(index, path, entry, stat);
    return replaced;
  }

  /**
   * Updates the index entry to {@code tip}, without stat data, so that Git compares the work file.
   */
  void updateIndex(IndexFile index, CommitTree tip, String path) {
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

  private @Nullable FileStat replace(String path, Path file, byte[] bytes, BooleanSupplier unedited)
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
      if (!unedited.getAsBoolean()) {
        return null;
      }
      FileStat.replace(temp, file);
      FileStat after = FileStat.of(file);
      // Else the file was edited meanwhile: the index must not record it as the commit's.
      return before.isContentOf(after) ? after : FileStat.UNKNOWN;
    } finally {
      Files.deleteIfExists(temp);
    }
  }

  /** The name of a temporary file; the nonce makes it unique to this run. */
  private Path temp(String path) {
    String name = "." + RepoPath.name(path) + "." + nonce + ".replenish-tmp";
    return root.resolve(path).resolveSibling(name);
  }

  /** The part of temporary file names that is unique to this run. */
  String nonce() {
    return nonce;
  }

  /** Uses the nonce of an interrupted run, so that {@link #sweep} finds that run's files. */
  void adopt(String nonce) {
    this.nonce = nonce;
  }

  /** Removes the temporary file that a killed run may have left beside a file. */
  void sweep(String path) {
    DurableFile.deleteQuietly(temp(path));
  }

  /** Replaces the index file; the caller holds its lock. */
  void write(IndexFile index) throws IOException {
    Path temp = layout.index().resolveSibling(TemporaryFiles.named("index").name());
    index.write(temp, root, layout.shared());
  }

  /** Makes the next {@link #readIndex} read the file again. */
  void forgetIndex() {
    index = null;
  }
}
