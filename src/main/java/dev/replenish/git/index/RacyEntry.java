package dev.replenish.git.index;

import static dev.replenish.git.index.IndexBytes.FLAGS_AT;
import static dev.replenish.git.index.IndexBytes.ID_AT;
import static dev.replenish.git.index.IndexBytes.MTIME_AT;
import static dev.replenish.git.index.IndexBytes.SIZE_AT;

import dev.replenish.git.files.FileStat;
import dev.replenish.git.objects.BlobId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A racy entry: one not older than its index, so that its file may have changed in the same second
 * with the same time stamp, as many builds of Git compare whole seconds. Git rereads such files
 * until the index is rewritten; a rewrite must therefore compare them first.
 */
final class RacyEntry {
  private RacyEntry() {}

  /**
   * Whether the entry's file has changed, but its stat data may not show it.
   *
   * @param head the entry's fixed part
   * @param name its path
   * @param index the stat data of the index that held the entry
   */
  static boolean hidesChange(byte[] head, byte[] name, FileStat index, Path workTree) {
    ByteBuffer entry = ByteBuffer.wrap(head);
    boolean merged = (entry.getShort(FLAGS_AT) & 0x3000) == 0;
    int seconds = entry.getInt(MTIME_AT);
    if (!merged || Integer.compareUnsigned(seconds, index.mtimeSeconds()) < 0) {
      return false;
    }
    try {
      Path file = workTree.resolve(new String(name, StandardCharsets.UTF_8));
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || isProvenUnchanged(entry, index, FileStat.of(file))) {
        return false; // a removed or replaced file shows without a time stamp
      }
      return !BlobId.of(Files.readAllBytes(file)).equals(ObjectId.fromRaw(head, ID_AT));
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }

  /** Whether nanoseconds prove that the file is unchanged since before the index was written. */
  private static boolean isProvenUnchanged(ByteBuffer entry, FileStat index, FileStat now) {
    int seconds = entry.getInt(MTIME_AT);
    int nanos = entry.getInt(MTIME_AT + 4);
    return nanos != 0
        && seconds == now.mtimeSeconds()
        && nanos == now.mtimeNanos()
        && seconds == index.mtimeSeconds()
        && nanos < index.mtimeNanos()
        && entry.getInt(SIZE_AT) == now.size();
  }
}
