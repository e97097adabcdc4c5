package dev.replenish.dialect;

import static dev.replenish.board.FindingCode.GLUED_MARKER;
import static dev.replenish.board.FindingCode.GROUP_END_MISSING;
import static dev.replenish.board.FindingCode.SECOND_HEADER;
import static dev.replenish.board.FindingCode.STRAY_HEADER;
import static dev.replenish.board.FindingCode.STRAY_MARKER;
import static dev.replenish.board.FindingCode.TASK_END_MISSING;
import static dev.replenish.board.FindingCode.UNCLOSED_BLOCK;

import dev.replenish.board.Buried;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.Group;
import dev.replenish.board.InsertionPoint;
import dev.replenish.board.ReadingReport;
import dev.replenish.board.StatusAliases;
import dev.replenish.board.Task;
import dev.replenish.markdown.BlockScan;
import dev.replenish.text.Ascii;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one document of the native dialect in a single pass. Markers open and close blocks; an
 * unclosed block is reported, ends at the next marker, and is not moved.
 */
final class NativeReader {
  private final SourceText source;
  private final FileRole role;
  private final StatusAliases aliases;
  private final BlockScan scan;
  private final List<Group> groups = new ArrayList<>();
  private final List<Task> tasks = new ArrayList<>();
  private final List<Task> templates = new ArrayList<>();
  private final List<Buried> buried = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final PileUps pileUps;
  private final SummaryMarkers summaries;
  private @Nullable OpenGroup group;
  private @Nullable OpenTask task;
  private @Nullable Span batchType;
  private int afterLastBlock = -1;
  private boolean belowList;
  private boolean marked;

  NativeReader(SourceText source, FileRole role, StatusAliases aliases) {
    this.aliases = aliases;
    this.source = source;
    this.role = role;
    this.pileUps = new PileUps(source);
    this.summaries = new SummaryMarkers(source);
    this.scan = BlockScan.of(source);
  }

  Document read() {
    while (scan.next()) {
      Marker marker = marker();
      if (marker != null) {
        marker(marker);
      } else if (task != null) {
        task.line(scan);
        summaries.inTask(scan);
      } else {
        between();
      }
    }
    atEnd();
    int end = afterLastBlock >= 0 ? Lines.behindSeparator(source, afterLastBlock) : source.length();
    return new Document(
        source,
        new Document.Blocks(groups, tasks, templates, buried),
        findings,
        new Document.Insertions(
            Lines.pointAt(source, end, afterLastBlock < 0 && belowList),
            Lines.pointAt(source, source.length(), belowList),
            List.of()),
        Optional.ofNullable(batchType),
        summaries.summaries(),
        marked,
        () -> ReadingReport.MARKED);
  }

  private @Nullable Marker marker() {
    if (!isTopLevelHeading() || scan.level() != Marker.LEVEL) {
      return null;
    }
    Marker marker = Marker.of(source.bytes(), scan.headingStart(), scan.headingEnd());
    return marker == null || marker.compareTo(Marker.TASK_END) > 0 ? null : marker;
  }

  private boolean isTopLevelHeading() {
    return scan.kind() == BlockScan.Kind.HEADING && scan.depth() == 0;
  }

  private void marker(Marker marker) {
    marked = true;
    int rest = scan.headingStart() + marker.wordLength();
    boolean glued = marker != Marker.GROUP_BEGIN && rest < scan.headingEnd();
    switch (marker) {
      case GROUP_BEGIN -> groupBegin(rest);
      case GROUP_END -> groupEnd();
      case TASK_BEGIN -> taskBegin(rest);
      case TASK_END -> taskEnd();
      case INDEX_ENTRY_BEGIN, INDEX_ENTRY_END -> {}
    }
    if (glued) {
      glued(marker, rest);
    }
    pileUps.marker();
    summaries.block();
    belowList = false;
  }

  private void glued(Marker marker, int rest) {
    String message = "there is other text on the line of '" + marker.line() + "'";
    int text = Ascii.skipSpacesAndTabs(source.bytes(), rest, scan.headingEnd());
    Replacement lineBreak = Replacement.of(new Span(rest, text), lineEnding());
    findings.add(Finding.of(GLUED_MARKER, source.location(rest), message).fixedBy(lineBreak));
    markGroupDamaged();
  }

  private String lineEnding() {
    return source.lineEnding(LineEnding.LF).text();
  }

  private void groupBegin(int rest) {
    closeUnfinishedTask(scan.lineStart());
    closeUnfinishedGroup(scan.lineStart());
    group = new OpenGroup(source, scan, rest);
    findings.addAll(group.findings());
  }

  private void groupEnd() {
    closeUnfinishedTask(scan.lineStart());
    if (group == null) {
      addFinding(STRAY_MARKER, scan.lineStart(), "'## group_end' closes no group");
    } else {
      groups.add(group.close(scan.lineStart(), false));
      group = null;
    }
  }

  private void taskBegin(int rest) {
    closeUnfinishedTask(scan.lineStart());
    task = new OpenTask(source, scan, belowList, aliases);
    if (rest < scan.headingEnd()) {
      task.gluedHeader(scan, rest);
    }
  }

  private void taskEnd() {
    if (task == null) {
      addFinding(STRAY_MARKER, scan.lineStart(), "'## task_end' closes no task");
      markGroupDamaged();
      return;
    }
    close(task, scan.lineStart(), scan.nextLine(), true);
  }

  private void closeUnfinishedTask(int end) {
    if (task != null) {
      String hidden = task.hiddenEnd();
      addFinding(TASK_END_MISSING, task.from(), "the task has no '## task_end'" + hidden);
      close(task, end, end, false);
      markGroupDamaged();
    }
  }

  private void close(OpenTask closing, int bodyEnd, int to, boolean whole) {
    task = null;
    Task closed = closing.close(bodyEnd, to, whole, group != null || role != FileRole.BACKLOG);
    findings.addAll(closing.findings(closed, role, group != null));
    for (Buried other : closing.buried(closed)) {
      buried.add(other);
      findings.add(Finding.of(SECOND_HEADER, other.where(), other.message()));
    }
    afterLastBlock = to;
    (closed.isTemplate() ? templates : tasks).add(closed);
    if (group != null && !closed.isTemplate()) {
      group.tasks.add(closed);
    }
  }

  private void closeUnfinishedGroup(int end) {
    if (group != null) {
      Group closed = group.close(end, true);
      groups.add(closed);
      group = null;
      String message = "the group " + closed.label() + " has no '## group_end'";
      Finding finding =
          Finding.of(GROUP_END_MISSING, source.location(closed.marker().from()), message);
      findings.add(isHiding() ? finding : finding.fixedBy(groupEndAt(end)));
    }
  }

  private Replacement groupEndAt(int offset) {
    String newLine = lineEnding();
    InsertionPoint point = Lines.pointAt(source, offset, false);
    String before = (point.atLineStart() ? "" : newLine) + (point.blankBefore() ? "" : newLine);
    String after = newLine + (point.blankAfter() ? "" : newLine);
    return Replacement.insert(offset, before + Marker.GROUP_END.line() + after);
  }

  /** Reads a line outside of all tasks. */
  private void between() {
    if (scan.kind() != BlockScan.Kind.BLANK) {
      belowList = scan.depth() > 0;
    }
    if (group != null) {
      group.line(source, scan);
    }
    if (isTopLevelHeading()) {
      strayHeader();
    } else if (role == FileRole.TODO && scan.kind() == BlockScan.Kind.TEXT && batchType == null) {
      Label label = Label.parse(source, scan.lineStart(), scan.lineEnd());
      batchType =
          label != null && label.name().equalsIgnoreCase("Batch Type") ? label.value() : null;
    }
    pileUps.line(scan);
    summaries.line(scan);
  }

  private void strayHeader() {
    Header header = Header.parse(source, scan.headingStart(), scan.headingEnd());
    boolean hasId = header.tags().stream().anyMatch(tag -> tag.is("id"));
    boolean template = header.tags().stream().anyMatch(tag -> tag.value().contains("YYYYMMDD"));
    if (hasId && !template) {
      marked = true;
      addFinding(STRAY_HEADER, scan.lineStart(), "a task's header is outside of any task block");
    }
  }

  private void atEnd() {
    closeUnfinishedTask(source.length());
    closeUnfinishedGroup(source.length());
    if (isHiding()) {
      String what = scan.openAtEnd() == BlockScan.Kind.FENCE ? "a code fence" : "an HTML block";
      addFinding(
          UNCLOSED_BLOCK, scan.openStart(), what + " is never closed and hides what follows it");
    }
    findings.addAll(pileUps.findings());
    summaries.atEnd();
    if (role == FileRole.BACKLOG) {
      findings.addAll(summaries.findings());
    }
  }

  /** Whether text added at the end would be part of an unclosed comment or fence. */
  private boolean isHiding() {
    return scan.openAtEnd() != BlockScan.Kind.BLANK && !scan.openUntilBlank();
  }

  private void markGroupDamaged() {
    if (group != null) {
      group.damaged = true;
    }
  }

  private void addFinding(FindingCode code, int offset, String message) {
    findings.add(Finding.of(code, source.location(offset), message));
  }
}
