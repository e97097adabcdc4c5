package dev.replenish.outline.page;

import dev.replenish.markdown.BlockScan;
import dev.replenish.markdown.BlockScan.Kind;

/**
 * One line of a document as the structural scan sees it.
 *
 * @param kind the kind of block that it is in
 * @param start its first byte
 * @param end one past its last byte, without its terminator
 * @param content where its text begins, after the marks of lists and quotes
 * @param depth how many quotes and list items hold it
 * @param quoted whether one of them is a quote
 * @param item whether a list item begins on it
 * @param numbered whether that item has a number
 * @param opens whether a block such as a paragraph begins on it
 */
public record Line(
    Kind kind,
    int start,
    int end,
    int content,
    int depth,
    boolean quoted,
    boolean item,
    boolean numbered,
    boolean opens) {

  static Line of(BlockScan scan) {
    return new Line(
        scan.kind(),
        scan.lineStart(),
        scan.lineEnd(),
        scan.contentStart(),
        scan.depth(),
        scan.inQuote(),
        scan.opensItem(),
        scan.ordered(),
        scan.blockStart() == scan.lineStart());
  }

  /** A line that counts as a comment, whatever its text. */
  static Line comment(BlockScan scan) {
    return bare(scan, Kind.HTML);
  }

  /** A rule below a line of text, which it does not underline. */
  static Line rule(BlockScan scan) {
    return bare(scan, Kind.RULE);
  }

  private static Line bare(BlockScan scan, Kind kind) {
    int start = scan.lineStart();
    return new Line(kind, start, scan.lineEnd(), start, 0, false, false, false, true);
  }

  public boolean isBlank() {
    return kind == Kind.BLANK;
  }

  /** Whether it is a line of a paragraph that is in no list and no quote. */
  public boolean isText() {
    return kind == Kind.TEXT && depth == 0;
  }
}
