package dev.replenish.dialect;

import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.markdown.BlockScan;
import dev.replenish.text.Ascii;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the summaries of a file line by line: the text between two comments at the top level
 * (docs/reference/summary.md).
 */
public final class SummaryMarkers {
  private static final String BEGIN = "<!-- replenish:summary -->";
  private static final String END = "<!-- /replenish:summary -->";

  private final SourceText source;
  private final List<Span> summaries = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private int marker = -1;
  private int content;
  private boolean structured;

  public SummaryMarkers(SourceText source) {
    this.source = source;
  }

  /** The spans between the markers of each summary of {@code source}. */
  public static List<Span> in(SourceText source) {
    return of(source).summaries;
  }

  /** The summaries of a whole document, which is scanned only if it contains a begin marker. */
  public static SummaryMarkers of(SourceText source) {
    SummaryMarkers markers = new SummaryMarkers(source);
    if (Ascii.contains(source.bytes(), source.body(), source.length(), BEGIN)) {
      BlockScan scan = BlockScan.of(source);
      while (scan.next()) {
        markers.line(scan);
      }
    }
    markers.atEnd();
    return markers;
  }

  /** Reads a line outside of all tasks. */
  void line(BlockScan scan) {
    if (isComment(scan) && is(BEGIN, scan)) {
      atEnd();
      marker = scan.lineStart();
      content = scan.nextLine();
      structured = false;
    } else if (marker >= 0 && isComment(scan) && is(END, scan)) {
      end(scan.lineStart());
    } else {
      structured |= !isPlain(scan);
    }
  }

  /** Reads the marker of a group or a task. */
  void block() {
    structured = true;
  }

  /** Ends a summary. One that may contain a task is unusable: no task is ever overwritten. */
  private void end(int at) {
    if (structured) {
      unusable(marker, "more than text is between the markers of the summary");
    } else {
      summaries.add(new Span(content, at));
    }
    marker = -1;
  }

  private boolean isPlain(BlockScan scan) {
    return switch (scan.kind()) {
      case BLANK, FENCE, CODE -> scan.depth() == 0;
      case TEXT ->
          scan.depth() == 0
              && Ascii.find(source.bytes(), scan.lineStart(), scan.lineEnd(), '|') < 0;
      case HEADING, SETEXT, RULE, HTML -> false;
    };
  }

  /** Reads a line of a task, which can't contain a summary. */
  void inTask(BlockScan scan) {
    if (isComment(scan) && is(BEGIN, scan)) {
      misplaced(scan.lineStart());
    }
  }

  /** Whether the line is the first one of an HTML block at the top level. */
  private static boolean isComment(BlockScan scan) {
    return scan.kind() == BlockScan.Kind.HTML
        && scan.depth() == 0
        && scan.blockStart() == scan.lineStart();
  }

  private boolean is(String marker, BlockScan scan) {
    Span line = Ascii.strip(source.bytes(), scan.lineStart(), scan.lineEnd());
    return line.length() == marker.length()
        && Ascii.startsWith(source.bytes(), line.from(), line.to(), marker);
  }

  private void misplaced(int at) {
    unusable(at, "the summary is inside a task, where nothing updates it");
  }

  private void unusable(int at, String message) {
    findings.add(Finding.of(FindingCode.SUMMARY_UNUSABLE, source.location(at), message));
  }

  /** Reports a summary without an end, at the end of the file or at the next summary. */
  void atEnd() {
    if (marker >= 0) {
      unusable(marker, "the summary has no end");
      marker = -1;
    }
  }

  /** The spans between the markers of each summary. */
  public List<Span> summaries() {
    return List.copyOf(summaries);
  }

  /** The summaries outside of {@code blocks}; the others are reported as misplaced. */
  public List<Span> outside(List<Span> blocks) {
    List<Span> outside = new ArrayList<>();
    for (Span summary : summaries) {
      if (blocks.stream().anyMatch(block -> block.contains(summary))) {
        misplaced(summary.from());
      } else {
        outside.add(summary);
      }
    }
    return outside;
  }

  /** The findings about the summaries. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }
}
