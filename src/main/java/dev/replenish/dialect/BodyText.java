package dev.replenish.dialect;

import dev.replenish.board.FieldName;
import dev.replenish.markdown.BlockScan;
import dev.replenish.text.Intake.Objection;
import dev.replenish.text.LineEnding;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.Optional;

/**
 * A task's text as given by the user, between its header and its end (docs/reference/adding.md).
 */
public final class BodyText {
  private final SourceText source;
  private boolean first = true;
  private boolean openUntilBlank;

  /** The body in {@code source}, which must be well-formed text. */
  public BodyText(SourceText source) {
    this.source = source;
  }

  /** Why the text would break the block of its task, if it would. */
  public Optional<Objection> objection() {
    BlockScan scan = new BlockScan(source.bytes(), source.start(), source.length());
    while (scan.next()) {
      if (scan.kind() == BlockScan.Kind.HEADING && scan.depth() == 0) {
        Optional<Objection> broken = heading(scan);
        if (broken.isPresent()) {
          return broken;
        }
      }
      first &= scan.kind() == BlockScan.Kind.BLANK;
    }
    openUntilBlank = scan.openUntilBlank();
    if (scan.openAtEnd() == BlockScan.Kind.BLANK || openUntilBlank) {
      return Optional.empty();
    }
    String what = scan.openAtEnd() == BlockScan.Kind.FENCE ? "a code fence" : "an HTML block";
    return object(scan.openStart(), what + " is never closed and would hide the end of the task");
  }

  private Optional<Objection> heading(BlockScan scan) {
    boolean marker =
        scan.level() == Marker.LEVEL
            && Marker.of(source.bytes(), scan.headingStart(), scan.headingEnd()) != null;
    if (marker) {
      String line = source.text(new Span(scan.lineStart(), scan.lineEnd())).strip();
      return object(scan.lineStart(), "the body holds the marker '" + line + "'");
    }
    Header header = Header.parse(source, scan.headingStart(), scan.headingEnd());
    boolean hasId = header.tags().stream().anyMatch(tag -> tag.is("id"));
    if (first && hasId) {
      return object(scan.lineStart(), "the body begins with a task's header");
    }
    return header.id().isPresent() && scan.level() <= Header.LEVEL
        ? object(scan.lineStart(), "the body holds a task's header")
        : Optional.empty();
  }

  private Optional<Objection> object(int offset, String message) {
    String next = "Give only what belongs between the header and '## task_end'.";
    return Optional.of(new Objection(message, source.location(offset), next));
  }

  /** Whether it has a status field. */
  public boolean hasStatus() {
    Span body = new Span(source.start(), source.length());
    return Body.read(source, body).field(FieldName.STATUS).isPresent();
  }

  /** The text without a byte order mark; a blank line is added if it would absorb the next line. */
  public String text() {
    String text = source.text(new Span(source.start(), source.length()));
    return openUntilBlank ? text + (LineEnding.isEnded(text) ? "\n" : "\n\n") : text;
  }
}
