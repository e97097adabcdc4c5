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
 * An index entry that is younger than its index: its file may have changed in the same second
 * without a sign in the time stamp, as many builds of Git compare whole seconds. Git doubts such
 * entries until someone writes the index anew; whoever does must look first, or the doubt is lost.
 */
final class RacyEntry {
  private RacyEntry() {}

  /**
   * Whether the file behind an entry has changed without the entry's stat data telling for sure.
   *
   * @param head the entry's fixed part
   * @param name its path
   * @param index the index that it was read from
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
          || isAsBefore(entry, index, FileStat.of(file))) {
        return false; // what is no file any more shows without a time stamp
      }
      return !BlobId.of(Files.readAllBytes(file)).equals(ObjectId.fromRaw(head, ID_AT));
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }

  /**
   * Whether the fractions of a second say that the file is as it was before the index was written.
   */
  private static boolean isAsBefore(ByteBuffer entry, FileStat index, FileStat now) {
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
