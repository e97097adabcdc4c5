package dev.replenish.index;

import dev.replenish.board.IndexEntry;
import dev.replenish.board.IndexField;
import dev.replenish.board.IndexLine;
import dev.replenish.board.Tag;
import dev.replenish.board.TaskId;
import dev.replenish.dialect.Header;
import dev.replenish.dialect.Label;
import dev.replenish.dialect.Lines;
import dev.replenish.markdown.BlockScan;
import dev.replenish.text.Ascii;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entry of the index whose begin has been read, but not yet its end. */
final class IndexEntryBuilder {
  private static final int LONGEST_LABEL = 20;

  private final SourceText source;
  private final int from;
  private final int line;
  private final List<IndexLine> lines = new ArrayList<>();
  private int end;
  private boolean belowHtml;
  private @Nullable TaskId id;
  private Span idTag = Span.at(0);
  private Span idLine = Span.at(0);

  /** An entry that begins at the scan's line. */
  IndexEntryBuilder(SourceText source, BlockScan scan) {
    this.source = source;
    this.from = scan.lineStart();
    this.line = scan.lineNumber();
    this.end = scan.nextLine();
  }

  int from() {
    return from;
  }

  @Nullable TaskId id() {
    return id;
  }

  /**
   * Where an end marker can be added to an entry without one that is cut off at {@code cut}: before
   * the blank lines and separators there, except after an HTML block, which only a blank line may
   * end.
   */
  int end(int cut) {
    return belowHtml ? cut : end;
  }

  /** Reads a line of the entry that is not a marker. */
  void line(BlockScan scan) {
    boolean heading = scan.kind() == BlockScan.Kind.HEADING;
    boolean separates = scan.kind() == BlockScan.Kind.RULE && scan.depth() == 0;
    if (scan.kind() != BlockScan.Kind.BLANK && !separates) {
      end = scan.nextLine();
      belowHtml = scan.kind() == BlockScan.Kind.HTML;
    }
    if (!heading && scan.kind() != BlockScan.Kind.TEXT) {
      return;
    }
    int start = heading ? scan.headingStart() : scan.contentStart();
    int end = heading ? scan.headingEnd() : scan.lineEnd();
    Span whole = new Span(scan.lineStart(), scan.nextLine());
    if (id != null || !tags(start, end, whole)) {
      field(start, end, whole);
    }
  }

  /**
   * Reads the line with {@code [id:..]}, which may hold other tags; returns whether it has an id.
   */
  private boolean tags(int from, int to, Span whole) {
    int open = Ascii.find(source.bytes(), from, to, '[');
    List<Tag> tags = new ArrayList<>();
    if (open >= 0) {
      Header.tags(source, open, to, tags);
    }
    for (Tag tag : tags) {
      if (id == null && tag.is("id") && TaskId.isId(tag.value())) {
        id = new TaskId(tag.value());
        idTag = tag.span();
        idLine = whole;
      }
    }
    if (id != null) {
      tags.stream()
          .filter(tag -> !tag.is("id"))
          .forEach(tag -> add(tag.key(), whole, Span.at(tag.keySpan().from()), tag.valueSpan()));
    }
    return id != null;
  }

  private void field(int from, int to, Span whole) {
    Label label = Label.parse(source, from, to);
    if (label != null) {
      add(label.name(), whole, label.nameSpan(), label.value());
      return;
    }
    int colon = Ascii.find(source.bytes(), from, Math.min(to, from + LONGEST_LABEL), ':');
    if (colon > from) {
      Span word = Ascii.strip(source.bytes(), from, colon);
      add(source.text(word), whole, word, Lines.value(source.bytes(), colon + 1, to));
    }
  }

  private void add(String label, Span whole, Span word, Span value) {
    IndexField.of(label).ifPresent(field -> lines.add(new IndexLine(field, whole, word, value)));
  }

  /** The entry, which ends at {@code to}; it must have an id. */
  IndexEntry close(int to) {
    TaskId known = Objects.requireNonNull(id);
    return new IndexEntry(known, new Span(from, to), line, idTag, idLine, lines);
  }
}
