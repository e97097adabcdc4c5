package dev.replenish.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** How lines end. Old files end them with CR alone; Markdown counts all three. */
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

  /** The same lines, the last one ended like this if it is not ended yet. */
  public String end(String lines) {
    return isEnded(lines) ? lines : lines + text;
  }

  /** Whether the last of {@code lines} is ended, in whatever way. */
  public static boolean isEnded(String lines) {
    return lines.endsWith("\n") || lines.endsWith("\r");
  }

  /** The ending used most (the earlier constant on a tie), or null where no line ends at all. */
  static @Nullable LineEnding mostUsed(byte[] source) {
    int lf = 0;
    int crlf = 0;
    int cr = 0;
    for (int i = 0; i < source.length; i++) {
      if (source[i] > '\r') {
        continue; // nearly all are
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
   * The same bytes with line endings of this kind. A lone CR counts as a line ending only where
   * {@code loneCr} says so: in a file that ends its lines otherwise it is a stray character and
   * stays.
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
