package dev.replenish.git;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import org.eclipse.jgit.lib.Constants;

/** The frame of an index file: its header and its checksum. */
final class IndexBytes {
  static final int CHECKSUM = 20;

  private IndexBytes() {}

  /** An index without entries. */
  static byte[] empty() {
    ByteBuffer header = ByteBuffer.allocate(12 + CHECKSUM);
    header.putInt(0x44495243).putInt(2).putInt(0);
    header.put(sha1(header.array(), 12));
    return header.array();
  }

  /** Refuses what is no index, or none that can be edited. */
  static void requireIntact(Path file, byte[] bytes) {
    if (bytes.length < 12 + CHECKSUM || ByteBuffer.wrap(bytes).getInt(0) != 0x44495243) {
      throw damaged(file);
    }
    int version = ByteBuffer.wrap(bytes).getInt(4);
    if (version < 2 || version > 4) {
      throw Refusals.state(
          "the index has version " + version + "; only 2, 3 and 4 are supported",
          "Run `git update-index --index-version 4`.");
    }
    byte[] sum = Arrays.copyOfRange(bytes, bytes.length - CHECKSUM, bytes.length);
    boolean unsigned = Arrays.equals(sum, new byte[CHECKSUM]); // index.skipHash
    if (!unsigned && !Arrays.equals(sum, sha1(bytes, bytes.length - CHECKSUM))) {
      throw damaged(file);
    }
  }

  static RuntimeException damaged(Path file) {
    return Refusals.state(
        "the index is damaged: " + file, "Remove it and run `git reset`, which rebuilds it.");
  }

  static byte[] sha1(byte[] bytes, int length) {
    MessageDigest digest = Constants.newMessageDigest();
    digest.update(bytes, 0, length);
    return digest.digest();
  }
}
