package dev.replenish.git.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads whole files in small buffers: for one large read Java allocates as much memory again
 * outside the heap.
 */
public final class FileBytes {
  private static final int STEP = 1 << 16;

  private FileBytes() {}

  /** The content of {@code file}. */
  public static byte[] read(Path file) throws IOException {
    byte[] bytes = new byte[Math.toIntExact(Files.size(file))];
    try (InputStream in = Files.newInputStream(file)) {
      int length = fill(in, bytes);
      if (length < bytes.length) {
        return Arrays.copyOf(bytes, length); // truncated meanwhile
      }
      byte[] more = in.readAllBytes(); // grown meanwhile
      if (more.length == 0) {
        return bytes;
      }
      byte[] all = Arrays.copyOf(bytes, bytes.length + more.length);
      System.arraycopy(more, 0, all, bytes.length, more.length);
      return all;
    }
  }

  private static int fill(InputStream in, byte[] bytes) throws IOException {
    int length = 0;
    while (length < bytes.length) {
      int read = in.read(bytes, length, Math.min(STEP, bytes.length - length));
      if (read < 0) {
        break;
      }
      length += read;
    }
    return length;
  }

  /** Whether the content of {@code file} is {@code expected}; compares block by block. */
  public static boolean hasContent(Path file, byte[] expected) throws IOException {
    if (Files.size(file) != expected.length) {
      return false;
    }
    byte[] step = new byte[STEP];
    int at = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(step); read >= 0; read = in.read(step)) {
        int end = at + read;
        if (end > expected.length || !Arrays.equals(step, 0, read, expected, at, end)) {
          return false;
        }
        at = end;
      }
    }
    return at == expected.length;
  }
}
