package dev.replenish.dialect;

import static dev.replenish.board.FindingCode.HEADER_MISSING;
import static dev.replenish.board.FindingCode.ID_MISSING;
import static dev.replenish.board.FindingCode.ID_UNSAFE;
import static dev.replenish.board.FindingCode.OUTSIDE_GROUP;

import dev.replenish.board.Buried;
import dev.replenish.board.FileRole;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.StatusAliases;
import dev.replenish.board.Task;
import dev.replenish.board.TaskDefect;
import dev.replenish.board.TaskFields;
import dev.replenish.board.TaskId;
import dev.replenish.markdown.BlockScan;
import dev.replenish.text.Ascii;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A task whose {@code ## task_begin} has been read, but not yet its end. */
final class OpenTask {
  private static final Header NO_HEADER = new Header(List.of(), "", false);

  private final SourceText source;
  private final int from;
  private final int line;
  private final boolean belowList;
  private final StatusAliases aliases;
  private Header header = NO_HEADER;
  private boolean hasHeader;
  private int headerLine;
  private int headerEnd;
  private int bodyFrom;
  private int hiddenEndLine;
  private int level;
  private final Map<Integer, TaskId> otherHeaders = new LinkedHashMap<>();

  /**
   * A task that begins at the scan's line.
   *
   * @param belowList whether the line above belongs to a list or a quote
   * @param aliases the status words of the team
   */
  OpenTask(SourceText source, BlockScan scan, boolean belowList, StatusAliases aliases) {
    this.aliases = aliases;
    this.source = source;
    this.from = scan.lineStart();
    this.line = scan.lineNumber();
    this.belowList = belowList;
    this.headerLine = line;
    this.headerEnd = scan.lineEnd();
    this.bodyFrom = scan.nextLine();
  }

  int from() {
    return from;
  }

  /** Reads a header that is glued to the marker on the same line. */
  void gluedHeader(BlockScan scan, int rest) {
    byte[] bytes = source.bytes();
    int hashes = Ascii.skipSpacesAndTabs(bytes, rest, scan.headingEnd());
    int text = Ascii.skip(bytes, hashes, scan.headingEnd(), '#');
    header = Header.parse(source, text, scan.headingEnd());
    hasHeader = header.looksLikeHeader();
  }

  /** Reads a line of the block that is not a marker. */
  void line(BlockScan scan) {
    if (!hasHeader && scan.kind() == BlockScan.Kind.HEADING && scan.depth() == 0) {
      header = Header.parse(source, scan.headingStart(), scan.headingEnd());
      hasHeader = true;
      level = scan.level();
      headerLine = scan.lineNumber();
      headerEnd = scan.lineEnd();
      bodyFrom = scan.nextLine();
    } else if (scan.kind() == BlockScan.Kind.HEADING && scan.depth() == 0) {
      noteOtherHeader(scan);
    } else if (hiddenEndLine == 0 && isHiddenEnd(scan)) {
      hiddenEndLine = scan.lineNumber();
    }
  }

  /** Notes a heading with an id: it is the header of another task, not a heading of this one. */
  private void noteOtherHeader(BlockScan scan) {
    if (scan.level() <= Math.max(level, Header.LEVEL)) {
      Optional<TaskId> id = Header.parse(source, scan.headingStart(), scan.headingEnd()).id();
      if (id.isPresent() && !id.get().isTemplate()) {
        otherHeaders.put(scan.lineStart(), id.get());
      }
    }
  }

  private boolean isHiddenEnd(BlockScan scan) {
    boolean text = scan.kind() == BlockScan.Kind.HTML || scan.kind() == BlockScan.Kind.CODE;
    return text
        && Ascii.startsWith(
            source.bytes(), scan.contentStart(), scan.lineEnd(), Marker.TASK_END.line());
  }

  /**
   * Details for the message about a missing end: where an end marker is part of other text, or "".
   */
  String hiddenEnd() {
    return hiddenEndLine == 0
        ? ""
        : "; the one on line "
            + hiddenEndLine
            + " is inside an HTML or code block (a blank line ends most HTML blocks)";
  }

  /**
   * Makes the task.
   *
   * @param bodyEnd where its last body line ends
   * @param to where its block ends
   * @param whole whether its own marker closes it
   * @param placed whether it is in a valid place for a task
   */
  Task close(int bodyEnd, int to, boolean whole, boolean placed) {
    Optional<TaskId> id = header.id();
    Set<TaskDefect> defects = EnumSet.noneOf(TaskDefect.class);
    if (!whole) {
      defects.add(TaskDefect.DAMAGED);
    }
    if (id.isEmpty()) {
      defects.add(TaskDefect.ID_MISSING);
    } else if (!id.get().isSafe()) {
      defects.add(TaskDefect.ID_UNSAFE);
    }
    if (!otherHeaders.isEmpty()) {
      defects.add(TaskDefect.SECOND_HEADER);
    }
    if (!placed) {
      defects.add(TaskDefect.OUTSIDE_GROUP);
    }
    Span block = new Span(from, to);
    Span body = new Span(Math.min(bodyFrom, bodyEnd), bodyEnd);
    return new Task(
        id,
        header.title(),
        header.tags(),
        new Task.Position(
            block,
            whole ? Lines.extent(source, block, belowList) : block,
            headerEnd,
            bodyEnd,
            line,
            headerLine),
        defects,
        Optional.empty(),
        new LazyFields(source, body, aliases));
  }

  /** The tasks whose headers are in the block of the closed task. */
  List<Buried> buried(Task task) {
    List<Buried> buried = new ArrayList<>();
    for (Map.Entry<Integer, TaskId> other : otherHeaders.entrySet()) {
      buried.add(new Buried(other.getValue(), source.location(other.getKey()), task.name()));
    }
    return buried;
  }

  /** The findings about the closed task; none about a template. */
  List<Finding> findings(Task task, FileRole role, boolean inGroup) {
    List<Finding> findings = new ArrayList<>();
    if (task.isTemplate()) {
      return findings;
    }
    if (!header.looksLikeHeader()) {
      findings.add(finding(HEADER_MISSING, "the task has no header"));
    } else if (task.id().isEmpty()) {
      findings.add(finding(ID_MISSING, "the task's header has no id"));
    } else if (task.defects().contains(TaskDefect.ID_UNSAFE)) {
      findings.add(finding(ID_UNSAFE, "the task's id has characters that are not allowed"));
    }
    if (role == FileRole.BACKLOG && !inGroup) {
      findings.add(finding(OUTSIDE_GROUP, task.name() + " is in no group"));
    }
    return findings;
  }

  /** Only a finding needs the location: the first look-up scans the whole file. */
  private Finding finding(FindingCode code, String message) {
    return Finding.of(code, source.location(from), message);
  }

  /** Reads the body once, when it is first needed. */
  private static final class LazyFields implements Supplier<TaskFields> {
    private final SourceText source;
    private final Span body;
    private final StatusAliases aliases;
    private @Nullable TaskFields details;

    LazyFields(SourceText source, Span body, StatusAliases aliases) {
      this.aliases = aliases;
      this.source = source;
      this.body = body;
    }

    @Override
    public TaskFields get() {
      TaskFields read = details;
      if (read == null) {
        read = Body.read(source, body, aliases);
        details = read;
      }
      return read;
    }
  }
}
