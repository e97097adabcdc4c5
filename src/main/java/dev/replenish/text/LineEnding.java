package dev.replenish.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The ways to end a line. Very old files use CR alone; Markdown allows all three. */
public enum LineEnding {
  /** Unix. */
  LF("\n"),
  /** Windows. */
  CRLF("\r\n"),
  /** Old Macintosh. */
  CR("\r");

  private final String text;

  LineEnding(String text) {
    this.text = text;
  }

  /** The characters that end a line, all of them ASCII. */
  public String text() {
    return text;
  }

  /** The same lines, with this ending added if the last line has none. */
  public String end(String lines) {
    return isEnded(lines) ? lines : lines + text;
  }

  /** Whether the last of {@code lines} has a line ending of any kind. */
  public static boolean isEnded(String lines) {
    return lines.endsWith("\n") || lines.endsWith("\r");
  }

  /** The ending used most (the earlier constant on a tie), or null if there is no line ending. */
  static @Nullable LineEnding mostUsed(byte[] source) {
    int lf = 0;
    int crlf = 0;
    int cr = 0;
    for (int i = 0; i < source.length; i++) {
      if (source[i] > '\r') {
        continue; // the most common case
      }
      if (source[i] == '\n') {
        lf++;
      } else if (source[i] == '\r') {
        if (i + 1 < source.length && source[i + 1] == '\n') {
          crlf++;
          i++;
        } else {
          cr++;
        }
      }
    }
    if (lf == 0 && crlf == 0 && cr == 0) {
      return null;
    }
    if (lf >= crlf && lf >= cr) {
      return LF;
    }
    return crlf >= cr ? CRLF : CR;
  }

  /**
   * The same bytes with line endings of this kind. A lone CR is a line ending only if {@code
   * loneCr} is set; in a file with other line endings it is a stray character and is kept.
   */
  byte[] convert(byte[] source, boolean loneCr) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream out = new ByteArrayOutputStream(source.length + source.length / 16);
    for (int i = 0; i < source.length; i++) {
      byte b = source[i];
      if (b == '\r' && i + 1 < source.length && source[i + 1] == '\n') {
        out.writeBytes(bytes);
        i++;
      } else if (b == '\n' || (b == '\r' && loneCr)) {
        out.writeBytes(bytes);
      } else {
        out.write(b);
      }
    }
    return out.toByteArray();
  }
}
