package dev.replenish.git.index;

import dev.replenish.git.setup.GitProblems;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.lib.Constants;

/** The parts of an index file: header, entries and checksum. */
public final class IndexBytes {
  static final int SIGNATURE = 0x44495243;
  static final int HEADER = 12;
  static final int CHECKSUM = 20;
  static final int MTIME_AT = 8;
  static final int MODE_AT = 24;
  static final int SIZE_AT = 36;
  static final int ID_AT = 40;
  static final int FLAGS_AT = 60;
  static final short EXTENDED = 0x4000;
  static final short SKIP_WORKTREE = 0x4000; // in the second 16 bits

  /**
   * One entry.
   *
   * @param at where the entry begins in the file's bytes
   * @param nameAt where its path begins; in version 4, the compressed form of it
   * @param path the whole path
   */
  record Raw(int at, int nameAt, int end, byte[] path) {}

  private IndexBytes() {}

  /** An index without entries. */
  static byte[] empty() {
    ByteBuffer header = ByteBuffer.allocate(HEADER + CHECKSUM);
    header.putInt(SIGNATURE).putInt(2).putInt(0);
    header.put(sha1(header.array(), HEADER));
    return header.array();
  }

  /** Refuses bytes that are not an index, or not one that can be edited. */
  static void requireIntact(Path file, byte[] bytes) {
    if (bytes.length < HEADER + CHECKSUM || ByteBuffer.wrap(bytes).getInt(0) != SIGNATURE) {
      throw damaged(file);
    }
    int version = ByteBuffer.wrap(bytes).getInt(4);
    if (version < 2 || version > 4) {
      throw GitProblems.state(
          "the index has version " + version + "; only 2, 3 and 4 are supported",
          "Run `git update-index --index-version 4`.");
    }
    if (!hasNoChecksum(bytes) && !Arrays.equals(sum(bytes), sha1(bytes, bytes.length - CHECKSUM))) {
      throw damaged(file);
    }
  }

  /**
   * All entries, in order.
   *
   * @throws IndexOutOfBoundsException if the file is damaged
   */
  static List<Raw> entries(byte[] bytes) {
    int version = ByteBuffer.wrap(bytes).getInt(4);
    int count = ByteBuffer.wrap(bytes).getInt(8);
    if (count < 0) {
      throw new IndexOutOfBoundsException(count);
    }
    List<Raw> entries = new ArrayList<>();
    int at = HEADER;
    byte[] previous = {};
    for (int i = 0; i < count; i++) {
      int nameAt = at + (isExtended(bytes, at) ? FLAGS_AT + 4 : FLAGS_AT + 2);
      int suffixAt = nameAt;
      int kept = 0;
      if (version == 4) {
        // "an integer N in the variable width encoding": how much of the previous path is cut off
        int cut = bytes[suffixAt] & 0x7f;
        while ((bytes[suffixAt++] & 0x80) != 0) {
          cut = ((cut + 1) << 7) | (bytes[suffixAt] & 0x7f);
        }
        if (cut < 0 || cut > previous.length) {
          throw new IndexOutOfBoundsException(cut);
        }
        kept = previous.length - cut;
      }
      int nul = suffixAt;
      while (bytes[nul] != 0) {
        nul++;
      }
      byte[] path = Arrays.copyOf(previous, kept + nul - suffixAt);
      System.arraycopy(bytes, suffixAt, path, kept, nul - suffixAt);
      int end = version == 4 ? nul + 1 : at + padded(nul - at);
      if (end > bytes.length - CHECKSUM) {
        throw new IndexOutOfBoundsException(end);
      }
      entries.add(new Raw(at, nameAt, end, path));
      previous = path;
      at = end;
    }
    return entries;
  }

  /** "1-8 nul bytes as necessary to pad the entry to a multiple of eight bytes". */
  static int padded(int length) {
    return (length + 8) & ~7;
  }

  static boolean isExtended(byte[] bytes, int at) {
    return (bytes[at + FLAGS_AT] & (EXTENDED >> 8)) != 0;
  }

  private static byte[] sum(byte[] bytes) {
    return Arrays.copyOfRange(bytes, bytes.length - CHECKSUM, bytes.length);
  }

  /** Whether zeros replace the checksum, as with {@code index.skipHash}. */
  static boolean hasNoChecksum(byte[] bytes) {
    return Arrays.equals(sum(bytes), new byte[CHECKSUM]);
  }

  /** The fixed part of a new entry, all zero apart from the flags. */
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
