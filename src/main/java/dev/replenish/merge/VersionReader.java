package dev.replenish.merge;

import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.IndexEntry;
import dev.replenish.board.Task;
import dev.replenish.board.TaskIndex;
import dev.replenish.plan.AuditComment;
import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Splits one version of a file into parts. */
final class VersionReader {
  private final SourceText source;
  private final TreeMap<Integer, Part> parts = new TreeMap<>();
  private final Map<Key, Container> containers = new HashMap<>();
  private final Map<Key, Block> blocks = new HashMap<>();
  private final Map<Key, Key> homes = new HashMap<>();

  /** A part to be taken out of the lines around it. */
  private record Part(Key key, Span block, int end) {}

  private VersionReader(SourceText source) {
    this.source = source;
  }

  /** The version in {@code document}, whose groups are called {@code names}. */
  static Version of(Document document, List<String> names) {
    VersionReader reader = new VersionReader(document.source());
    for (Task task : document.tasks()) {
      if (task.id().isPresent()) {
        Key key = Key.block(task.id().get().value());
        reader.add(new Part(key, task.block(), task.extent().to()));
      }
    }
    for (int i = 0; i < names.size(); i++) {
      reader.group(document.groups().get(i), new Key(Key.Kind.GROUP, names.get(i)));
    }
    if (document.batchType().isPresent()) {
      Span line = TextLines.line(document.source(), document.batchType().get().from());
      reader.add(new Part(Key.BATCH_TYPE, line, line.to()));
    }
    return reader.version();
  }

  /** The version in {@code index}: an entry is a block. */
  static Version of(TaskIndex index) {
    VersionReader reader = new VersionReader(index.source());
    byte[] bytes = index.source().bytes();
    for (IndexEntry entry : index.entries()) {
      int end = entry.span().to();
      while (end < bytes.length && LineWalk.isBlank(bytes, end)) {
        end = LineWalk.next(bytes, end);
      }
      reader.add(new Part(Key.block(entry.id().value()), entry.span(), end));
    }
    return reader.version();
  }

  private void add(Part part) {
    parts.put(part.block().from(), part);
  }

  private void group(Group group, Key key) {
    int end = LineWalk.next(source.bytes(), group.position().end());
    add(new Part(key, new Span(group.marker().from(), end), end));
    int to = group.position().audit().offset();
    int from = commentsAbove(to);
    if (from < to) {
      add(new Part(Key.audit(key), new Span(from, to), to));
    }
  }

  /**
   * The start of the audit comments that end at {@code to}, including the blank lines above them.
   */
  private int commentsAbove(int to) {
    byte[] bytes = source.bytes();
    int from = to;
    int at = to;
    while (at > source.start()) {
      int above = LineWalk.previous(bytes, source.start(), at);
      if (!LineWalk.isBlank(bytes, above)) {
        String line = source.text(new Span(above, LineWalk.end(bytes, above)));
        if (AuditComment.of(line).isEmpty()) {
          break;
        }
        from = above;
      }
      at = above;
    }
    return from == to ? to : at;
  }

  private Version version() {
    container(Key.OUTSIDE, 0, source.length(), false);
    return new Version(containers, blocks, homes);
  }

  private void container(Key key, int from, int to, boolean group) {
    List<String> lines = new ArrayList<>();
    List<Container.Place> places = new ArrayList<>();
    int at = from;
    while (at < to) {
      Part part = group && at == from ? null : parts.get(at);
      int next = part == null ? LineWalk.next(source.bytes(), at) : part.end();
      if (part == null) {
        lines.addAll(TextLines.of(source, new Span(at, next)));
      } else {
        places.add(new Container.Place(part.key(), lines.size()));
        homes.put(part.key(), key);
        part(part);
      }
      at = next;
    }
    containers.put(key, new Container(lines, places));
  }

  private void part(Part part) {
    if (part.key().kind() == Key.Kind.GROUP) {
      container(part.key(), part.block().from(), part.block().to(), true);
    } else {
      Span tail = new Span(part.block().to(), part.end());
      blocks.put(
          part.key(), new Block(TextLines.of(source, part.block()), TextLines.of(source, tail)));
    }
  }
}
