package dev.replenish.app.history;

import dev.replenish.audit.TaskText;
import dev.replenish.audit.TaskVersion.Place;
import dev.replenish.audit.history.BoardFile;
import dev.replenish.audit.history.FileState;
import dev.replenish.audit.history.IndexState;
import dev.replenish.audit.history.TaskState;
import dev.replenish.board.Buried;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.StatusAliases;
import dev.replenish.board.Task;
import dev.replenish.dialect.Dialect;
import dev.replenish.dialect.NativeDialect;
import dev.replenish.dialect.Role;
import dev.replenish.git.objects.LruMap;
import dev.replenish.index.IndexReader;
import dev.replenish.index.IndexStatement;
import dev.replenish.text.SourceText;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads versions of board files, each once. Most versions have most tasks in common; these are kept
 * once.
 */
public final class Versions {
  private static final int MOST_VERSIONS = 4096;
  private static final int MOST_TASKS = 200_000;

  private final Dialect dialect;
  private final Blobs blobs;
  private final Map<String, FileState> read = new LruMap<>(MOST_VERSIONS);
  private final Map<String, IndexState> indexes = new LruMap<>(MOST_VERSIONS);
  private final Map<Block, TaskState> tasks = new HashMap<>();

  /** The versions' bytes. */
  public interface Blobs {
    byte[] bytes(String path, String blob);
  }

  /** Reads them with the words of a team for a status. */
  public Versions(StatusAliases aliases, Blobs blobs) {
    this.dialect = new NativeDialect(aliases);
    this.blobs = blobs;
  }

  /** What the version {@code blob} of {@code file} holds. */
  public FileState read(BoardFile file, String blob) {
    String key = file.place() == Place.BACKLOG ? blob : blob + file.place();
    FileState known = read.get(key);
    if (known == null) {
      known = state(document(file, blob));
      read.put(key, known);
    }
    return known;
  }

  /** What the version {@code blob} of the index at {@code path} holds. */
  IndexState index(BoardPaths paths, String path, String blob) {
    return indexes.computeIfAbsent(
        blob,
        id -> {
          SourceText source = SourceText.of(path, id, utf8(blobs.bytes(path, id)));
          List<IndexState.Entry> entries = new ArrayList<>();
          for (IndexStatement each : IndexStatement.all(IndexReader.read(source), paths.names())) {
            Optional<Place> place = each.file().flatMap(paths::place);
            entries.add(new IndexState.Entry(each.id(), place, each.status()));
          }
          return new IndexState(entries);
        });
  }

  /** The version {@code blob} of {@code file}, read as a file with markers. */
  public Document document(BoardFile file, String blob) {
    byte[] bytes = utf8(blobs.bytes(file.path(), blob));
    return dialect.read(SourceText.of(file.path(), blob, bytes), role(file.place()));
  }

  private static Role role(Place place) {
    return switch (place) {
      case BACKLOG -> Role.BACKLOG;
      case TODO -> Role.TODO;
      case ARCHIVE -> Role.ARCHIVE;
    };
  }

  /** A version that somebody has saved as UTF-16 holds the same tasks. */
  private static byte[] utf8(byte[] bytes) {
    boolean little = starts(bytes, 0xFF, 0xFE);
    if (!little && !starts(bytes, 0xFE, 0xFF)) {
      return bytes;
    }
    Charset charset = little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    return new String(bytes, 2, bytes.length - 2, charset).getBytes(StandardCharsets.UTF_8);
  }

  private static boolean starts(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private FileState state(Document document) {
    if (document.tasks().isEmpty() && document.buried().isEmpty()) {
      return FileState.EMPTY;
    }
    IdentityHashMap<Task, Integer> groups = new IdentityHashMap<>();
    for (int i = 0; i < document.groups().size(); i++) {
      for (Task task : document.groups().get(i).tasks()) {
        groups.put(task, i);
      }
    }
    List<FileState.Entry> entries = new ArrayList<>(document.tasks().size());
    for (Task task : document.tasks()) {
      int at = groups.getOrDefault(task, -1);
      TaskState state = task(document.source(), task);
      String type = at < 0 ? "" : type(document.groups().get(at));
      entries.add(
          new FileState.Entry(state, task.line(), at, type.isEmpty() ? state.type() : type));
    }
    return new FileState(
        entries, document.buried().stream().map(Buried::id).map(id -> id.value()).toList());
  }

  private static String type(Group group) {
    return group.type().orElse("");
  }

  private TaskState task(SourceText source, Task task) {
    Block key = new Block(source.bytes(), task.block().from(), task.block().to());
    TaskState known = tasks.get(key);
    if (known == null) {
      String id = task.id().map(each -> each.value()).orElse("");
      known =
          new TaskState(
              TaskText.of(id, task.title(), source.text(task.block())),
              task.details().status(),
              task.type().orElse(""));
      if (tasks.size() >= MOST_TASKS) {
        tasks.clear();
      }
      byte[] copy = source.copy(task.block());
      tasks.put(new Block(copy, 0, copy.length), known);
    }
    return known;
  }

  /** Some bytes as a key; eight at a time, since there are many. */
  private static final class Block {
    private static final VarHandle LONGS =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final int hash;

    Block(byte[] bytes, int from, int to) {
      this.bytes = bytes;
      this.from = from;
      this.to = to;
      long mixed = (long) to - from;
      int at = from;
      for (; at + Long.BYTES <= to; at += Long.BYTES) {
        mixed = (mixed ^ (long) LONGS.get(bytes, at)) * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 32;
      }
      for (; at < to; at++) {
        mixed = 31 * mixed + bytes[at];
      }
      this.hash = Long.hashCode(mixed);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Block block
          && hash == block.hash
          && Arrays.equals(bytes, from, to, block.bytes, block.from, block.to);
    }
  }
}
