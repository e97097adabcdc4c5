package dev.replenish.app.history;

import dev.replenish.audit.TaskText;
import dev.replenish.audit.history.BoardFile;
import dev.replenish.audit.history.FileState;
import dev.replenish.audit.history.IndexState;
import dev.replenish.audit.history.TaskState;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Group;
import dev.replenish.board.StatusAliases;
import dev.replenish.board.Task;
import dev.replenish.dialect.Dialect;
import dev.replenish.dialect.NativeDialect;
import dev.replenish.git.objects.LruMap;
import dev.replenish.index.IndexReader;
import dev.replenish.index.IndexStatement;
import dev.replenish.text.Ascii;
import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
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
 * Reads versions of board files, and caches them. Tasks that several versions have in common are
 * stored once.
 */
public final class Versions {
  private static final int MOST_VERSIONS = 4096;
  private static final int MOST_TASKS = 200_000;
  private static final int MOST_FILES = 64;
  private static final int MOST_BYTES = 4 << 20;

  private final Dialect dialect;
  private final Blobs blobs;
  private final Map<String, FileState> read = new LruMap<>(MOST_VERSIONS);
  private final Map<String, Last> last = new LruMap<>(MOST_FILES);
  private final Map<String, IndexState> indexes = new LruMap<>(MOST_VERSIONS);
  private final Map<Block, TaskState> tasks = new HashMap<>();

  /** The version of a file that was read last. */
  private record Last(byte[] text, List<AbridgedText.Known> tasks) {}

  /** Gives the bytes of a version. */
  public interface Blobs {
    byte[] bytes(String path, String blob);
  }

  /** Creates a reader for a team's status words. */
  public Versions(StatusAliases aliases, Blobs blobs) {
    this.dialect = new NativeDialect(aliases);
    this.blobs = blobs;
  }

  /** The content of the version {@code blob} of {@code file}. */
  public FileState read(BoardFile file, String blob) {
    String key = file.role() == FileRole.BACKLOG ? blob : blob + file.role();
    FileState known = read.get(key);
    if (known == null) {
      known = state(file, blob, utf8(blobs.bytes(file.path(), blob)));
      read.put(key, known);
    }
    return known;
  }

  /** Whether the version {@code blob} of {@code file} has markers. */
  boolean isMarked(BoardFile file, String blob) {
    return !read(file, blob).tasks().isEmpty() || document(file, blob).marked();
  }

  /** The content of the version {@code blob} of the index at {@code path}. */
  IndexState index(BoardPaths paths, String path, String blob) {
    return indexes.computeIfAbsent(
        blob,
        id -> {
          SourceText source = SourceText.of(path, id, utf8(blobs.bytes(path, id)));
          List<IndexState.Entry> entries = new ArrayList<>();
          for (IndexStatement each : IndexStatement.all(IndexReader.read(source), paths.names())) {
            Optional<FileRole> role = each.file().flatMap(paths::role);
            entries.add(new IndexState.Entry(each.id(), role, each.status()));
          }
          return new IndexState(entries);
        });
  }

  /** The version {@code blob} of {@code file}, read as a file with markers. */
  public Document document(BoardFile file, String blob) {
    return document(file, blob, utf8(blobs.bytes(file.path(), blob)));
  }

  private Document document(BoardFile file, String blob, byte[] bytes) {
    return dialect.read(SourceText.of(file.path(), blob, bytes), file.role());
  }

  /** Converts a version that was saved as UTF-16. */
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

  /** Reads a version; only tasks that the version read before did not have are read whole. */
  private FileState state(BoardFile file, String blob, byte[] text) {
    Last before = last.get(file.path());
    if (before != null) {
      AbridgedText abridged = AbridgedText.of(text, before.text, before.tasks);
      Optional<FileState> state =
          state(file, text, document(file, blob, abridged.bytes()), abridged.cuts());
      if (state.isPresent()) {
        return state.get();
      }
    }
    return state(file, text, document(file, blob, text), List.of()).orElseThrow();
  }

  /**
   * Returns the content of {@code document}.
   *
   * @param text the whole text of the file
   * @param cuts the tasks in {@code document} that lack their bodies
   * @return empty if one of these is not a whole task in {@code document}
   */
  private Optional<FileState> state(
      BoardFile file, byte[] text, Document document, List<AbridgedText.Cut> cuts) {
    IdentityHashMap<Task, Integer> groups = groups(document);
    List<FileState.Entry> entries = new ArrayList<>(document.tasks().size());
    List<AbridgedText.Known> whole = new ArrayList<>(document.tasks().size());
    int cut = 0;
    int lines = 0; // left out so far
    int length = 0;
    for (Task task : document.tasks()) {
      AbridgedText.Known known = null;
      int line = task.line() + lines;
      if (cut < cuts.size() && cuts.get(cut).from() == task.block().from()) {
        known = cuts.get(cut++).task();
        if (!task.isWhole() || task.block().length() != known.length()) {
          return Optional.empty();
        }
        lines += known.lines();
        length += known.body().length();
      }
      TaskState state = known == null ? task(document.source(), task) : known.state();
      int at = groups.getOrDefault(task, -1);
      String type = at < 0 ? "" : type(document.groups().get(at));
      entries.add(new FileState.Entry(state, line, at, type.isEmpty() ? state.type() : type));
      Optional<AbridgedText.Known> next =
          known == null ? known(text, task, length, state) : Optional.of(known);
      next.ifPresent(whole::add);
    }
    if (cut < cuts.size()) {
      return Optional.empty();
    }
    if (text.length <= MOST_BYTES) {
      last.put(file.path(), new Last(text, whole));
    }
    List<String> buried =
        document.blocks().buried().stream().map(each -> each.id().value()).toList();
    return Optional.of(
        entries.isEmpty() && buried.isEmpty() ? FileState.EMPTY : new FileState(entries, buried));
  }

  private static IdentityHashMap<Task, Integer> groups(Document document) {
    IdentityHashMap<Task, Integer> groups = new IdentityHashMap<>();
    for (int i = 0; i < document.groups().size(); i++) {
      for (Task task : document.groups().get(i).tasks()) {
        groups.put(task, i);
      }
    }
    return groups;
  }

  /** The task if its body, the part between its header and its end, can be left out. */
  private static Optional<AbridgedText.Known> known(
      byte[] text, Task task, int moved, TaskState state) {
    Span block = new Span(task.block().from() + moved, task.block().to() + moved);
    int header = LineWalk.start(text, task.position().headerEnd() + moved);
    int from = LineWalk.next(text, header);
    int to = LineWalk.previous(text, block.from(), block.to());
    boolean atx = text[Ascii.skipSpacesAndTabs(text, header, text.length)] == '#';
    if (!task.isWhole() || !atx || header < block.from() || from >= to) {
      return Optional.empty();
    }
    int lines = 0;
    for (int at = from; at < to; at = LineWalk.next(text, at)) {
      lines++;
    }
    return Optional.of(new AbridgedText.Known(block, new Span(from, to), lines, state));
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

  /** A range of bytes as a key; hashed eight bytes at a time for speed. */
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
