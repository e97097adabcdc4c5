package dev.replenish.git.files;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The stat data that the index records about a file, so that Git sees quickly that it is unchanged.
 */
public record FileStat(Instant ctime, Instant mtime, int dev, int ino, int uid, int gid, int size) {
  /** No stat data, so that Git compares the content. */
  public static final FileStat UNKNOWN = new FileStat(Instant.EPOCH, Instant.EPOCH, 0, 0, 0, 0, 0);

  public static FileStat of(Path file) throws IOException {
    try {
      Map<String, Object> unix =
          Files.readAttributes(
              file, "unix:ctime,lastModifiedTime,dev,ino,uid,gid,size", LinkOption.NOFOLLOW_LINKS);
      return new FileStat(
          time(unix, "ctime"),
          time(unix, "lastModifiedTime"),
          number(unix, "dev"),
          number(unix, "ino"),
          number(unix, "uid"),
          number(unix, "gid"),
          number(unix, "size"));
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      // As in Git for Windows, which has only these values.
      BasicFileAttributes basic =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      Instant created = basic.creationTime().toInstant();
      return new FileStat(
          created, basic.lastModifiedTime().toInstant(), 0, 0, 0, 0, (int) basic.size());
    }
  }

  /** Whether {@code file} still has this stat data. */
  public boolean isOf(Path file) {
    try {
      return isSame(of(file));
    } catch (IOException e) {
      return false;
    }
  }

  /** Like {@code equals}, which Java would generate at the first call, for 5 % of a short run. */
  private boolean isSame(FileStat other) {
    return ctime.equals(other.ctime)
        && mtime.equals(other.mtime)
        && dev == other.dev
        && ino == other.ino
        && uid == other.uid
        && gid == other.gid
        && size == other.size;
  }

  private static Instant time(Map<String, Object> attributes, String name) {
    return ((FileTime) Objects.requireNonNull(attributes.get(name), name)).toInstant();
  }

  private static int number(Map<String, Object> attributes, String name) {
    return ((Number) Objects.requireNonNull(attributes.get(name), name)).intValue();
  }

  /** The modification time in seconds. */
  public int mtimeSeconds() {
    return (int) mtime.getEpochSecond();
  }

  /** The nanoseconds of the modification time, which the index stores apart from the seconds. */
  @SuppressWarnings("JavaInstantGetSecondsGetNano")
  public int mtimeNanos() {
    return mtime.getNano();
  }

  /** Writes the stat part of an index entry, without its mode. */
  public void write(ByteBuffer entry) {
    entry.putInt(0, (int) ctime.getEpochSecond()).putInt(4, ctime.getNano());
    entry.putInt(8, mtimeSeconds()).putInt(12, mtimeNanos());
    entry.putInt(16, dev).putInt(20, ino);
    entry.putInt(28, uid).putInt(32, gid).putInt(36, size);
  }

  /** Gives {@code to} the permissions of {@code from}, on file systems with POSIX permissions. */
  public static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (view != null) {
      Files.setPosixFilePermissions(to, view.readAttributes().permissions());
    }
  }

  /** Removes all write permissions from {@code file}, as Git does with objects. */
  public static void makeReadOnly(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null) {
      Set<PosixFilePermission> kept = EnumSet.noneOf(PosixFilePermission.class);
      for (PosixFilePermission each : view.readAttributes().permissions()) {
        if (!each.name().endsWith("_WRITE")) {
          kept.add(each);
        }
      }
      view.setPermissions(kept);
    }
  }

  /** Whether {@code other} describes the same content, maybe under another name. */
  public boolean isContentOf(FileStat other) {
    return mtime.equals(other.mtime) && ino == other.ino && size == other.size;
  }

  /** Moves {@code temp} to {@code file}, replacing it atomically where possible. */
  public static void replace(Path temp, Path file) throws IOException {
    if (File.separatorChar == '\\') {
      RetriedMove.times(RetriedMove.MAX_TRIES, () -> move(temp, file));
    } else {
      move(temp, file);
    }
  }

  private static void move(Path temp, Path file) throws IOException {
    try {
      Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temp, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
