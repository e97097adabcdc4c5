package dev.replenish.dialect;

import static dev.replenish.board.FindingCode.GROUP_TAGS_INVALID;

import dev.replenish.board.Finding;
import dev.replenish.board.Group;
import dev.replenish.board.Priority;
import dev.replenish.board.Tag;
import dev.replenish.board.Task;
import dev.replenish.board.TaskDefect;
import dev.replenish.board.TaskId;
import dev.replenish.markdown.BlockScan;
import dev.replenish.text.Ascii;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A group whose {@code ## group_begin} has been read, but not yet its end. */
final class OpenGroup {
  /** The part of the group's head that is being read: its title, then earlier audit comments. */
  private enum HeadState {
    TITLE,
    AUDIT,
    DONE
  }

  final List<Task> tasks = new ArrayList<>();
  boolean damaged;
  private final SourceText source;
  private final Span marker;
  private final int line;
  private final List<Tag> tags = new ArrayList<>();
  private final Optional<String> type;
  private final Optional<Priority> priority;
  private HeadState state = HeadState.TITLE;
  private int audit;
  private boolean followsAudit;

  OpenGroup(SourceText source, BlockScan scan, int rest) {
    this.source = source;
    this.marker = new Span(scan.lineStart(), scan.lineEnd());
    this.line = scan.lineNumber();
    this.audit = scan.nextLine();
    Header.tags(source, rest, scan.headingEnd(), tags);
    String word = Tag.value(tags, "type").orElse("");
    this.type =
        TaskId.isSafeWord(word) ? Optional.of(word.toLowerCase(Locale.ROOT)) : Optional.empty();
    this.priority = Priority.parse(Tag.value(tags, "priority").orElse(""));
  }

  /** Reads a line of the group that is not a marker and not in a task. */
  void line(SourceText text, BlockScan scan) {
    if (state == HeadState.DONE || scan.kind() == BlockScan.Kind.BLANK || !tasks.isEmpty()) {
      return;
    }
    boolean heading = scan.kind() == BlockScan.Kind.HEADING && scan.depth() == 0;
    if (state == HeadState.TITLE && heading) {
      audit = scan.nextLine();
      state = HeadState.AUDIT;
    } else if (isAudit(text, scan)) {
      audit = scan.nextLine();
      followsAudit = true;
      state = HeadState.AUDIT;
    } else {
      state = HeadState.DONE;
    }
  }

  private static boolean isAudit(SourceText text, BlockScan scan) {
    if (scan.kind() != BlockScan.Kind.HTML || scan.depth() > 0) {
      return false;
    }
    Span span = new Span(scan.contentStart(), scan.lineEnd());
    if (!Ascii.startsWith(text.bytes(), span.from(), span.to(), "<!-- Task")) {
      return false;
    }
    String comment = text.text(span).stripTrailing();
    return comment.contains(" moved to ") && comment.endsWith("-->");
  }

  List<Finding> findings() {
    if (type.isPresent() && priority.isPresent()) {
      return List.of();
    }
    String missing = type.isEmpty() ? "type" : "priority";
    String message = "the group has no usable " + missing;
    return List.of(Finding.of(GROUP_TAGS_INVALID, source.location(marker.from()), message));
  }

  /** The group, which ends at {@code end}; {@code unfinished} if it has no closing marker. */
  Group close(int end, boolean unfinished) {
    boolean broken = damaged || unfinished;
    if (broken) {
      tasks.replaceAll(task -> task.with(TaskDefect.DAMAGED));
    }
    Group.Position position =
        new Group.Position(marker, line, end, Lines.pointAt(source, audit, false), followsAudit);
    return new Group(type, priority, tags, position, broken, tasks, Optional.empty());
  }
}
