package dev.replenish.mcp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Splits a stream into lines with bounded memory: the rest of a line that is too long is not kept,
 * but can be read as a stream.
 */
final class InputLines {
  /** The longest line that is kept, in bytes: 1 MiB. */
  static final int LONGEST = 1 << 20;

  private final InputStream in;
  private boolean ended;
  private boolean inLine;

  InputLines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /**
   * A line, or the beginning of one that is too long.
   *
   * @param bytes its bytes without the line feed; more than {@link #LONGEST} if it is too long
   */
  record Line(byte[] bytes) {
    boolean isTooLong() {
      return bytes.length > LONGEST;
    }
  }

  /** The next line that is not empty; null at the end. */
  @org.jspecify.annotations.Nullable
  Line next() throws IOException {
    skipRest();
    while (!ended) {
      inLine = true;
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 10);
      for (int b = read(); b >= 0; b = bytes.size() > LONGEST ? -1 : read()) {
        bytes.write(b);
      }
      if (bytes.size() > 0) {
        return new Line(bytes.toByteArray());
      }
    }
    return null;
  }

  /** The rest of a line that is too long. */
  InputStream rest() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        return inLine ? InputLines.this.read() : -1;
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int count = 0;
        for (int b = 0; count < length && (b = read()) >= 0; count++) {
          bytes[from + count] = (byte) b;
        }
        return count == 0 && length > 0 ? -1 : count;
      }
    };
  }

  private void skipRest() throws IOException {
    while (inLine && read() >= 0) {
      // the rest of the line is not needed
    }
  }

  /** The next byte of the line; -1 at its end. */
  private int read() throws IOException {
    int b = in.read();
    ended = b < 0;
    inLine = b >= 0 && b != '\n';
    return inLine ? b : -1;
  }
}
