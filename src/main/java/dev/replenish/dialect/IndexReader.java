package dev.replenish.dialect;

import dev.replenish.board.Index;
import dev.replenish.board.IndexEntry;
import dev.replenish.board.Tag;
import dev.replenish.board.TaskId;
import dev.replenish.markdown.BlockScan;
import dev.replenish.text.Ascii;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code TASK_INDEX.md}: one entry between markers for each task (TASKS.md, "The index"). */
public final class IndexReader {
  private final SourceText source;
  private final List<IndexEntry> entries = new ArrayList<>();
  private boolean inEntry;
  private int line;
  private @Nullable TaskId id;
  private @Nullable Span location;
  private @Nullable Span status;

  private IndexReader(SourceText source) {
    this.source = source;
  }

  /** The index in {@code source}; entries without an id or an end are left out. */
  public static Index read(SourceText source) {
    return new IndexReader(source).read();
  }

  private Index read() {
    BlockScan scan = new BlockScan(source.bytes(), source.start(), source.length());
    while (scan.next()) {
      Marker marker = null;
      if (scan.kind() == BlockScan.Kind.HEADING && scan.depth() == 0) {
        marker = Marker.of(source.bytes(), scan.headingStart(), scan.headingEnd());
      }
      if (marker == Marker.INDEX_ENTRY_BEGIN) {
        begin(scan.lineNumber());
      } else if (marker == Marker.INDEX_ENTRY_END) {
        end();
      } else if (inEntry && isText(scan.kind())) {
        field(scan);
      }
    }
    return new Index(source, entries);
  }

  private static boolean isText(BlockScan.Kind kind) {
    return kind == BlockScan.Kind.TEXT || kind == BlockScan.Kind.HEADING;
  }

  private void begin(int at) {
    inEntry = true;
    line = at;
    id = null;
    location = null;
    status = null;
  }

  private void end() {
    if (inEntry && id != null) {
      entries.add(
          new IndexEntry(id, line, Optional.ofNullable(location), Optional.ofNullable(status)));
    }
    inEntry = false;
  }

  private void field(BlockScan scan) {
    byte[] bytes = source.bytes();
    int from = scan.contentStart();
    int to = scan.lineEnd();
    if (id == null) {
      id = id(from, to);
    }
    if (Ascii.startsWith(bytes, from, to, "location:")) {
      location = Lines.value(bytes, from + "location:".length(), to);
    } else if (Ascii.startsWith(bytes, from, to, "status:")) {
      status = Lines.value(bytes, from + "status:".length(), to);
    }
  }

  private @Nullable TaskId id(int from, int to) {
    int open = from;
    while (open < to && source.bytes()[open] != '[') {
      open++;
    }
    List<Tag> tags = new ArrayList<>();
    Header.tags(source, open, to, tags);
    return tags.stream()
        .filter(tag -> tag.is("id") && TaskId.isId(tag.value()))
        .map(tag -> new TaskId(tag.value()))
        .findFirst()
        .orElse(null);
  }
}
