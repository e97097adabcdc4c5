package dev.replenish.core;

import dev.replenish.board.Document;
import dev.replenish.board.Readme;
import dev.replenish.board.TaskIndex;
import dev.replenish.git.objects.LruMap;
import dev.replenish.plan.BoardParser;
import dev.replenish.text.SourceText;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads as another reader does, and the same bytes of the same file once, as long as it has them.
 */
final class ReadOnce implements BoardParser {
  private static final int MOST = 12;

  private final BoardParser reader;
  private final Map<Text, Object> read = new LruMap<>(MOST);

  ReadOnce(BoardParser reader) {
    this.reader = reader;
  }

  /** Another one, which has read nothing yet. */
  ReadOnce anew() {
    return new ReadOnce(reader);
  }

  /** A file in a role, by its bytes. */
  private record Text(String role, String path, byte[] bytes) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Text text
          && role.equals(text.role)
          && path.equals(text.path)
          && Arrays.equals(bytes, text.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    /** The text under an id that is the same whenever the bytes are. */
    SourceText source() {
      return SourceText.of(path, "blob-" + hashCode(), bytes);
    }
  }

  private <T> T once(String role, SourceText text, Class<T> type, Function<SourceText, T> reading) {
    Text key = new Text(role, text.path(), text.bytes());
    Object known = read.get(key);
    if (known == null) {
      known = reading.apply(key.source());
      read.put(key, known);
    }
    return type.cast(known);
  }

  @Override
  public Document backlog(SourceText text) {
    return once("backlog", text, Document.class, reader::backlog);
  }

  @Override
  public Document todo(SourceText text) {
    return once("todo", text, Document.class, reader::todo);
  }

  @Override
  public Document archive(SourceText text) {
    return once("archive", text, Document.class, reader::archive);
  }

  @Override
  public Optional<Readme> readme(SourceText text) {
    return reader.readme(text);
  }

  @Override
  public TaskIndex index(SourceText text) {
    return once("index", text, TaskIndex.class, reader::index);
  }
}
