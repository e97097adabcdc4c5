package dev.replenish.markdown;

import dev.replenish.markdown.BlockScan.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the offsets that a scan reports. */
final class BlockScanGeometry {
  private static final Set<String> BREAKS = Set.of("\n", "\r\n", "\r");

  private BlockScanGeometry() {}

  /** The first error, or null; the bytes are scanned with other bytes on both sides. */
  static @Nullable String error(byte[] bytes) {
    byte[] padded = new byte[bytes.length + 2];
    padded[0] = '>';
    padded[padded.length - 1] = '\n';
    System.arraycopy(bytes, 0, padded, 1, bytes.length);
    BlockScan scan = new BlockScan(padded, 1, padded.length - 1);
    int at = 1;
    for (int line = 1; scan.next(); line++) {
      String lineError =
          scan.lineStart() != at || scan.lineNumber() != line ? "gap" : lineError(scan, padded);
      if (lineError != null) {
        return lineError + " in line " + line;
      }
      at = scan.nextLine();
    }
    boolean complete = at == padded.length - 1 && scan.nextLine() == at && !scan.next();
    return complete ? null : "ends at " + at;
  }

  private static @Nullable String lineError(BlockScan scan, byte[] bytes) {
    for (int i = scan.lineStart(); i < scan.lineEnd(); i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        return "line break inside";
      }
    }
    int end = scan.lineEnd();
    String lineBreak = new String(bytes, end, scan.nextLine() - end, StandardCharsets.US_ASCII);
    boolean last = scan.nextLine() == bytes.length - 1;
    if (!BREAKS.contains(lineBreak) && !(last && lineBreak.isEmpty())) {
      return "line break of " + lineBreak.length();
    }
    if (!last && lineBreak.equals("\r") && bytes[scan.nextLine()] == '\n') {
      return "split CR LF";
    }
    return contentError(scan);
  }

  private static @Nullable String contentError(BlockScan scan) {
    if (scan.contentStart() < scan.lineStart() || scan.contentStart() > scan.lineEnd()) {
      return "content outside";
    }
    if (scan.kind() == Kind.HEADING
        && (scan.headingStart() <= scan.contentStart()
            || scan.headingEnd() < scan.headingStart()
            || scan.headingEnd() > scan.lineEnd())) {
      return "heading text outside";
    }
    return scan.blockStart() > scan.lineStart() && scan.kind() != Kind.BLANK ? "block start" : null;
  }
}
