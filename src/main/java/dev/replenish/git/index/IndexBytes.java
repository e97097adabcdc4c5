package dev.replenish.git.index;

import dev.replenish.git.setup.GitProblems;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import org.eclipse.jgit.lib.Constants;

/** What an index file is made of: its header, its checksum and the beginning of an entry. */
public final class IndexBytes {
  static final int CHECKSUM = 20;
  static final int FLAGS_AT = 60;
  static final short EXTENDED = 0x4000;
  static final short SKIP_WORKTREE = 0x4000; // in the second 16 bits

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
      throw GitProblems.state(
          "the index has version " + version + "; only 2, 3 and 4 are supported",
          "Run `git update-index --index-version 4`.");
    }
    if (!isUnsigned(bytes) && !Arrays.equals(sum(bytes), sha1(bytes, bytes.length - CHECKSUM))) {
      throw damaged(file);
    }
  }

  private static byte[] sum(byte[] bytes) {
    return Arrays.copyOfRange(bytes, bytes.length - CHECKSUM, bytes.length);
  }

  /** Whether zeros are in place of the checksum: {@code index.skipHash}. */
  static boolean isUnsigned(byte[] bytes) {
    return Arrays.equals(sum(bytes), new byte[CHECKSUM]);
  }

  /** The fixed part of a new entry, with nothing in it yet. */
  static byte[] head(boolean skipped) {
    byte[] head = new byte[skipped ? FLAGS_AT + 4 : FLAGS_AT + 2];
    if (skipped) {
      ByteBuffer.wrap(head).putShort(FLAGS_AT, EXTENDED).putShort(FLAGS_AT + 2, SKIP_WORKTREE);
    }
    return head;
  }

  static RuntimeException damaged(Path file) {
    return GitProblems.state(
        "the index is damaged: " + file, "Remove it and run `git reset`, which rebuilds it.");
  }

  /** The SHA-1 of the first {@code length} bytes. */
  public static byte[] sha1(byte[] bytes, int length) {
    MessageDigest digest = Constants.newMessageDigest();
    digest.update(bytes, 0, length);
    return digest.digest();
  }
}
