package dev.replenish.core;

import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
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
 * Caches what another parser reads: the same bytes of the same file are read once, as long as they
 * are in the cache.
 */
final class ReadOnce implements BoardParser {
  private static final int CAPACITY = 12;

  private final BoardParser reader;
  private final Map<Key, Object> read = new LruMap<>(CAPACITY);

  ReadOnce(BoardParser reader) {
    this.reader = reader;
  }

  /** The same parser with an empty cache. */
  ReadOnce withEmptyCache() {
    return new ReadOnce(reader);
  }

  /** The key of a file: its role, path and bytes. */
  private record Key(String role, String path, byte[] bytes) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && role.equals(key.role)
          && path.equals(key.path)
          && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    /** The text, with an id that depends on the bytes alone. */
    SourceText source() {
      return SourceText.of(path, "blob-" + hashCode(), bytes);
    }
  }

  private <T> T once(String role, SourceText text, Class<T> type, Function<SourceText, T> reading) {
    Key key = new Key(role, text.path(), text.bytes());
    Object result = read.get(key);
    if (result == null) {
      result = reading.apply(key.source());
      read.put(key, result);
    }
    return type.cast(result);
  }

  @Override
  public Document read(SourceText text, FileRole role) {
    return once(role.name(), text, Document.class, source -> reader.read(source, role));
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
