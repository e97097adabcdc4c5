package dev.replenish.git.index;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jgit.lib.Constants;

/** Builds an index file entry by entry. */
final class IndexWriter {
  private final int version;
  private byte[] out;
  private int length = IndexBytes.HEADER;
  private int count;
  private byte[] previous = {};

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
      int common = Arrays.mismatch(previous, path);
      common = common < 0 ? path.length : common;
      varint(previous.length - common);
      write(path, common, path.length - common);
      write(new byte[1], 0, 1);
    } else {
      write(path, 0, path.length);
      int end = start + IndexBytes.padded(length - start);
      write(new byte[8], 0, end - length);
    }
    previous = path;
    count++;
  }

  /** Writes Git's offset encoding, in which every number has exactly one form. */
  private void varint(int value) {
    byte[] digits = new byte[5];
    int at = 4;
    digits[at] = (byte) (value & 0x7f);
    for (int rest = value >>> 7; rest != 0; rest >>>= 7) {
      digits[--at] = (byte) (0x80 | (--rest & 0x7f));
    }
    write(digits, at, 5 - at);
  }

  /** Writes the number of entries into the header. */
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

  /** The whole file, with its checksum, or with zeros in its place. */
  byte[] finish(boolean checksum) {
    byte[] sum = checksum ? IndexBytes.sha1(out, length) : new byte[Constants.OBJECT_ID_LENGTH];
    write(sum, 0, sum.length);
    return Arrays.copyOf(out, length);
  }
}
