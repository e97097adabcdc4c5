package dev.replenish.git.index;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jgit.lib.Constants;

/** Puts an index file together, entry by entry. */
final class IndexWriter {
  private final int version;
  private byte[] out;
  private int length = IndexBytes.HEADER;
  private int count;
  private byte[] before = {};

  IndexWriter(int version, int capacity) {
    this.version = version;
    this.out = new byte[Math.max(capacity, 64)];
    ByteBuffer.wrap(out).putInt(IndexBytes.SIGNATURE).putInt(version);
  }

  /** Adds an entry from its fixed part and its path. */
  void entry(byte[] head, byte[] path) {
    int start = length;
    write(head, 0, head.length);
    if (version == 4) {
      int common = Arrays.mismatch(before, path);
      common = common < 0 ? path.length : common;
      varint(before.length - common);
      write(path, common, path.length - common);
      write(new byte[1], 0, 1);
    } else {
      write(path, 0, path.length);
      int end = start + IndexBytes.padded(length - start);
      write(new byte[8], 0, end - length);
    }
    before = path;
    count++;
  }

  /** Git's offset encoding, in which every number has one form. */
  private void varint(int value) {
    byte[] digits = new byte[5];
    int at = 4;
    digits[at] = (byte) (value & 0x7f);
    for (int rest = value >>> 7; rest != 0; rest >>>= 7) {
      digits[--at] = (byte) (0x80 | (--rest & 0x7f));
    }
    write(digits, at, 5 - at);
  }

  /** Fills in the number of entries. */
  void count() {
    ByteBuffer.wrap(out).putInt(8, count);
  }

  void write(byte[] bytes, int from, int size) {
    if (length + size > out.length) {
      out = Arrays.copyOf(out, Math.max(out.length * 2, length + size));
    }
    System.arraycopy(bytes, from, out, length, size);
    length += size;
  }

  /** The file with its checksum, or with zeros where the index goes without one. */
  byte[] finish(boolean checksum) {
    byte[] sum = checksum ? IndexBytes.sha1(out, length) : new byte[Constants.OBJECT_ID_LENGTH];
    write(sum, 0, sum.length);
    return Arrays.copyOf(out, length);
  }
}
