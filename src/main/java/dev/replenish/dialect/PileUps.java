package dev.replenish.dialect;

import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.markdown.BlockScan;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Finds separators that follow each other with only blank lines between them. */
final class PileUps {
  private final List<Finding> findings = new ArrayList<>();
  private final SourceText source;
  private int behindSeparator = -1;

  PileUps(SourceText source) {
    this.source = source;
  }

  /** Reads a line outside of all tasks. */
  void line(BlockScan scan) {
    if (scan.kind() == BlockScan.Kind.BLANK) {
      return;
    }
    boolean separator =
        scan.kind() == BlockScan.Kind.RULE
            && scan.depth() == 0
            && source.bytes()[scan.contentStart()] == '-';
    if (separator && behindSeparator >= 0) {
      Finding finding =
          Finding.of(
              FindingCode.SEPARATOR_PILE_UP,
              source.location(scan.lineStart()),
              "two separators follow each other with nothing between them");
      Span surplus = new Span(behindSeparator, scan.nextLine());
      findings.add(finding.fixedBy(Replacement.remove(surplus)));
    }
    behindSeparator = separator ? scan.nextLine() : -1;
  }

  void marker() {
    behindSeparator = -1;
  }

  /** One finding for each superfluous separator. */
  List<Finding> findings() {
    return findings;
  }
}
