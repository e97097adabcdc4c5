package dev.replenish.git.index;

import static dev.replenish.git.index.IndexBytes.CHECKSUM;
import static dev.replenish.git.index.IndexBytes.FLAGS_AT;
import static dev.replenish.git.index.IndexBytes.ID_AT;
import static dev.replenish.git.index.IndexBytes.MODE_AT;
import static dev.replenish.git.index.IndexBytes.SIZE_AT;
import static dev.replenish.git.index.IndexBytes.SKIP_WORKTREE;

import dev.replenish.git.files.DurableFile;
import dev.replenish.git.files.FileBytes;
import dev.replenish.git.files.FileStat;
import dev.replenish.git.index.IndexBytes.Raw;
import dev.replenish.git.setup.GitProblems;
import dev.replenish.git.setup.RepoPath;
import dev.replenish.git.setup.SharedPermissions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Git's index, versions 2 to 4, edited as bytes: every entry that is not replaced keeps its bytes
 * and flags, and so do the extensions of other tools.
 */
public final class IndexFile {
  /** One entry as callers see it. */
  public record Entry(
      int mode, ObjectId id, int stage, boolean skipWorktree, boolean intentToAdd) {}

  /** A path's new entry; a null id removes the entry. */
  private record Put(int mode, @Nullable ObjectId id, @Nullable FileStat stat, boolean skipped) {}

  private final Path file;
  private final byte[] bytes;
  private final ByteBuffer in;
  private final List<Raw> entries;
  private final int extensionsAt;
  private final @Nullable FileStat stat;
  private final Map<String, Put> puts = new TreeMap<>();
  private @Nullable FileStat written;

  private IndexFile(Path file, byte[] bytes, @Nullable FileStat stat) {
    this.file = file;
    this.bytes = bytes;
    this.in = ByteBuffer.wrap(bytes);
    this.stat = stat;
    this.entries = IndexBytes.entries(bytes);
    this.extensionsAt =
        entries.isEmpty() ? IndexBytes.HEADER : entries.get(entries.size() - 1).end();
  }

  /** Reads the index; a missing one is empty. Refuses formats that can't be edited safely. */
  public static IndexFile read(Path file) {
    byte[] bytes;
    FileStat stat = null;
    try {
      stat = FileStat.of(file); // first: notices a replacement from now on
      bytes = FileBytes.read(file);
    } catch (NoSuchFileException e) {
      bytes = IndexBytes.empty();
    } catch (IOException e) {
      throw GitProblems.io("can't read the index", e);
    }
    IndexBytes.requireIntact(file, bytes);
    try {
      IndexFile index = new IndexFile(file, bytes, stat);
      IndexExtensions.check(bytes, index.extensionsAt, bytes.length - CHECKSUM);
      return index;
    } catch (IndexOutOfBoundsException e) {
      throw IndexBytes.damaged(file);
    }
  }

  /** The entries of a path: none, one, or the stages of a conflict. */
  public List<Entry> entries(String path) {
    byte[] wanted = utf8(path);
    List<Entry> found = new ArrayList<>(1);
    for (int i = find(wanted); i < entries.size(); i++) {
      if (!Arrays.equals(entries.get(i).path(), wanted)) {
        break;
      }
      found.add(entry(entries.get(i)));
    }
    return found;
  }

  private Entry entry(Raw raw) {
    int flags = in.getShort(raw.at() + FLAGS_AT);
    int more = IndexBytes.isExtended(bytes, raw.at()) ? in.getShort(raw.at() + FLAGS_AT + 2) : 0;
    return new Entry(
        in.getInt(raw.at() + MODE_AT),
        ObjectId.fromRaw(bytes, raw.at() + ID_AT),
        (flags >> 12) & 3,
        (more & SKIP_WORKTREE) != 0,
        (more & 0x2000) != 0);
  }

  /** Whether the index has files in the folder {@code path}. */
  public boolean hasFolder(String path) {
    byte[] prefix = utf8(path + "/");
    int i = find(prefix);
    return i < entries.size()
        && entries.get(i).path().length > prefix.length
        && Arrays.equals(Arrays.copyOf(entries.get(i).path(), prefix.length), prefix);
  }

  /** The position of the first entry that does not sort before {@code path}. */
  private int find(byte[] path) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (Arrays.compareUnsigned(entries.get(mid).path(), path) < 0) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  /** Whether nothing has been changed here and the file is still as it was read. */
  public boolean isCurrent() {
    return stat != null && puts.isEmpty() && stat.isOf(file);
  }

  /** Whether the file is still as {@link #write} left it. */
  public boolean isAsWritten() {
    return written != null && written.isOf(file);
  }

  /**
   * Whether all files directly in {@code folder} are left out of the work tree; without such files,
   * whether those of its parent folder are.
   */
  public boolean isLeftOut(String folder) {
    byte[] prefix = utf8(folder.isEmpty() ? "" : folder + "/");
    boolean any = false;
    for (int i = find(prefix); i < entries.size(); i++) {
      Raw raw = entries.get(i);
      String path = new String(raw.path(), StandardCharsets.UTF_8);
      if (!folder.isEmpty() && !path.startsWith(folder + "/")) {
        break;
      }
      if (RepoPath.parent(path).equals(folder)) {
        if (!entry(raw).skipWorktree()) {
          return false;
        }
        any = true;
      }
    }
    return any || (!folder.isEmpty() && isLeftOut(RepoPath.parent(folder)));
  }

  /** Removes a path's entry. */
  public void remove(String path) {
    puts.put(path, new Put(0, null, null, false));
  }

  /**
   * Sets a path's entry; an existing one keeps its flags.
   *
   * @param skipped whether a new entry is left out of the work tree
   */
  public void put(String path, int mode, ObjectId id, @Nullable FileStat stat, boolean skipped) {
    puts.put(path, new Put(mode, id, stat, skipped));
  }

  /** The bytes of the new index file. */
  byte[] toBytes(Path workTree) {
    IndexWriter out = new IndexWriter(in.getInt(4), bytes.length + 1024 * (puts.size() + 1));
    boolean shifted = false;
    int next = 0;
    List<Map.Entry<String, Put>> sorted = new ArrayList<>(puts.entrySet());
    // Java sorts strings by UTF-16, Git by bytes.
    sorted.sort((a, b) -> Arrays.compareUnsigned(utf8(a.getKey()), utf8(b.getKey())));
    for (Map.Entry<String, Put> put : sorted) {
      byte[] path = utf8(put.getKey());
      int at = find(path);
      copy(out, next, at, workTree);
      boolean replaces = at < entries.size() && Arrays.equals(entries.get(at).path(), path);
      Raw old = replaces ? entries.get(at) : null;
      ObjectId id = put.getValue().id;
      if (id != null) {
        out.entry(head(old, put.getValue(), id, path.length), path);
      }
      shifted |= replaces == (id == null);
      next = replaces ? at + 1 : at;
    }
    copy(out, next, entries.size(), workTree);
    out.count();
    IndexExtensions.copy(bytes, extensionsAt, bytes.length - CHECKSUM, puts.keySet(), shifted, out);
    return out.finish(!IndexBytes.hasNoChecksum(bytes));
  }

  private void copy(IndexWriter out, int from, int to, Path workTree) {
    for (int i = from; i < to; i++) {
      Raw raw = entries.get(i);
      byte[] head = Arrays.copyOfRange(bytes, raw.at(), raw.nameAt());
      if (stat != null && RacyEntry.hidesChange(head, raw.path(), stat, workTree)) {
        // As in Git: a size of zero makes the next reader compare the content.
        ByteBuffer.wrap(head).putInt(SIZE_AT, 0);
      }
      out.entry(head, raw.path());
    }
  }

  private byte[] head(@Nullable Raw old, Put put, ObjectId id, int pathLength) {
    byte[] head =
        old == null
            ? IndexBytes.head(put.skipped)
            : Arrays.copyOfRange(bytes, old.at(), old.nameAt());
    ByteBuffer out = ByteBuffer.wrap(head);
    if (put.stat != null) {
      put.stat.write(out);
    } else {
      out.put(new byte[ID_AT]); // no stat data, so that Git compares the content
    }
    out.putInt(MODE_AT, put.mode);
    id.copyRawTo(head, ID_AT);
    int flags = out.getShort(FLAGS_AT) & 0xf000;
    out.putShort(FLAGS_AT, (short) (flags | Math.min(pathLength, 0xfff)));
    return head;
  }

  /** Replaces the index file; the caller holds its lock. */
  public void write(Path temp, Path workTree, SharedPermissions shared) throws IOException {
    try {
      DurableFile.create(temp, toBytes(workTree));
      shared.adjust(temp);
      FileStat.replace(temp, file);
      written = FileStat.of(file);
    } finally {
      Files.deleteIfExists(temp);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
