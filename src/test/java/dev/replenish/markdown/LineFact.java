package dev.replenish.markdown;

import dev.replenish.markdown.BlockScan.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The facts that a parser finds about one line; a blank line has no depth and no block.
 *
 * @param blockLine number of the first line of the line's block; 0 if not compared
 * @param item number of the innermost item that begins here; -1 for a bullet, -2 for none
 */
record LineFact(Kind kind, int depth, boolean inQuote, int level, int blockLine, long item) {
  static final LineFact BLANK = new LineFact(Kind.BLANK, 0, false, 0, 0, -2);

  LineFact withItem(long number) {
    return new LineFact(kind, depth, inQuote, level, blockLine, number);
  }

  /** The facts that the scan finds. */
  static List<LineFact> scan(String document) {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    BlockScan scan = new BlockScan(bytes, 0, bytes.length);
    List<LineFact> facts = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    while (scan.next()) {
      starts.add(scan.lineStart());
      facts.add(of(scan, starts));
    }
    return facts;
  }

  private static LineFact of(BlockScan scan, List<Integer> starts) {
    long item = !scan.opensItem() ? -2 : scan.ordered() ? scan.itemNumber() : -1;
    if (scan.kind() == Kind.BLANK) {
      return BLANK.withItem(item);
    }
    int blockLine = scan.kind() == Kind.TEXT ? 0 : starts.indexOf(scan.blockStart()) + 1;
    return new LineFact(scan.kind(), scan.depth(), scan.inQuote(), scan.level(), blockLine, item);
  }
}
