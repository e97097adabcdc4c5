package dev.replenish.index;

import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.IndexEntry;
import dev.replenish.board.TaskIndex;
import dev.replenish.dialect.Lines;
import dev.replenish.dialect.Marker;
import dev.replenish.markdown.BlockScan;
import dev.replenish.text.Ascii;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code TASK_INDEX.md} in a single pass: one entry between markers for each task
 * (docs/reference/format.md, "The index"). Whatever makes their limits ambiguous becomes a finding.
 */
public final class IndexReader {
  private final SourceText source;
  private final BlockScan scan;
  private final List<IndexEntry> entries = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private @Nullable IndexEntryBuilder open;

  private IndexReader(SourceText source) {
    this.source = source;
    this.scan = BlockScan.of(source);
  }

  /** The index in {@code source}, without templates and entries that lack an id or an end. */
  public static TaskIndex read(SourceText source) {
    return new IndexReader(source).read();
  }

  private TaskIndex read() {
    boolean belowList = false;
    while (scan.next()) {
      Marker marker = marker();
      if (marker == Marker.INDEX_ENTRY_BEGIN) {
        begin();
      } else if (marker == Marker.INDEX_ENTRY_END) {
        end();
      } else if (open != null) {
        open.line(scan);
      }
      belowList = scan.kind() == BlockScan.Kind.BLANK ? belowList : scan.depth() > 0;
    }
    atEnd();
    return new TaskIndex(
        source, entries, findings, Lines.pointAt(source, source.length(), belowList));
  }

  private @Nullable Marker marker() {
    boolean heading = scan.kind() == BlockScan.Kind.HEADING && scan.depth() == 0;
    return heading ? Marker.of(source.bytes(), scan.headingStart(), scan.headingEnd()) : null;
  }

  private void begin() {
    unfinished(scan.lineStart());
    open = new IndexEntryBuilder(source, scan);
    glued(Marker.INDEX_ENTRY_BEGIN);
  }

  private void end() {
    if (open == null) {
      damage(scan.lineStart(), "'## index_entry_end' closes no entry");
    } else {
      IndexEntryBuilder entry = open;
      open = null;
      if (entry.id() == null) {
        damage(entry.from(), "the entry has no [id:..]");
      } else if (!entry.id().isTemplate()) {
        entries.add(entry.close(scan.nextLine()));
      }
    }
    glued(Marker.INDEX_ENTRY_END);
  }

  /** Reports other text on a marker's line; the repair moves it to the next line. */
  private void glued(Marker marker) {
    int rest = scan.headingStart() + marker.wordLength();
    if (rest < scan.headingEnd()) {
      int text = Ascii.skipSpacesAndTabs(source.bytes(), rest, scan.headingEnd());
      findings.add(
          finding(rest, "there is other text on the line of '" + marker.line() + "'")
              .fixedBy(Replacement.of(new Span(rest, text), newLine())));
    }
  }

  /** Reports an entry that is cut off at {@code to}, by another entry or the end of the file. */
  private void unfinished(int to) {
    if (open == null) {
      return;
    }
    Finding finding = finding(open.from(), "the entry has no '## index_entry_end'");
    int at = open.end(to);
    boolean ended = source.atLineStart(at);
    String line = Marker.INDEX_ENTRY_END.line();
    String fix = ended ? line + newLine() : newLine() + line;
    boolean hidden = to == source.length() && isHiding();
    findings.add(hidden ? finding : finding.fixedBy(Replacement.insert(at, fix)));
    open = null;
  }

  private void atEnd() {
    unfinished(source.length());
    if (isHiding()) {
      String what = scan.openAtEnd() == BlockScan.Kind.FENCE ? "a code fence" : "an HTML block";
      damage(scan.openStart(), what + " is never closed and hides what follows it");
    }
  }

  private boolean isHiding() {
    return scan.openAtEnd() != BlockScan.Kind.BLANK && !scan.openUntilBlank();
  }

  private String newLine() {
    return source.lineEnding(LineEnding.LF).text();
  }

  private void damage(int at, String message) {
    findings.add(finding(at, message));
  }

  private Finding finding(int at, String message) {
    return Finding.of(FindingCode.INDEX_DAMAGED, source.location(at), message);
  }
}
