package dev.replenish.app.history;

import dev.replenish.audit.TaskText;
import dev.replenish.audit.history.BoardFile;
import dev.replenish.audit.history.UnmarkedState;
import dev.replenish.audit.history.UnmarkedState.Progress;
import dev.replenish.board.Document;
import dev.replenish.board.Status;
import dev.replenish.board.StatusAliases;
import dev.replenish.board.Task;
import dev.replenish.dialect.Dialect;
import dev.replenish.git.objects.LruMap;
import dev.replenish.outline.OutlineDialect;
import dev.replenish.text.Intake;
import dev.replenish.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads versions of board files without markers, and caches them. */
final class UnmarkedVersions {
  private static final int MOST_VERSIONS = 256;
  private static final int LARGEST = 1 << 20;

  private final Dialect dialect;
  private final Versions.Blobs blobs;
  private final Map<String, UnmarkedState> read = new LruMap<>(MOST_VERSIONS);

  UnmarkedVersions(StatusAliases aliases, Versions.Blobs blobs) {
    this.dialect = new OutlineDialect(aliases);
    this.blobs = blobs;
  }

  /**
   * The state of the board with {@code files}; {@link UnmarkedState#EMPTY} if one of them has
   * markers.
   */
  UnmarkedState read(Versions marked, CommitFiles commit, List<BoardFile> files) {
    UnmarkedState all = UnmarkedState.EMPTY;
    for (BoardFile file : files) {
      Optional<String> blob = commit.blob(file);
      if (blob.isPresent() && marked.isMarked(file, blob.get())) {
        return UnmarkedState.EMPTY;
      }
      if (blob.isPresent()) {
        String key = blob.get() + file.path();
        all = all.and(read.computeIfAbsent(key, any -> state(file, blob.get())));
      }
    }
    return all;
  }

  private UnmarkedState state(BoardFile file, String blob) {
    byte[] bytes = blobs.bytes(file.path(), blob);
    SourceText source = SourceText.of(file.path(), blob, bytes);
    if (bytes.length > LARGEST || Intake.objection(source).isPresent()) {
      return UnmarkedState.EMPTY;
    }
    Document document = dialect.read(source, file.role());
    List<UnmarkedState.Item> items = new ArrayList<>();
    for (Task task : document.tasks()) {
      String plain = TaskText.plain(task.title());
      if (!plain.isEmpty()) {
        String id = task.isNamed() ? task.id().orElseThrow().value() : "";
        items.add(
            new UnmarkedState.Item(
                id, task.title(), plain, file.path(), task.line(), progress(task)));
      }
    }
    Set<String> lines =
        new String(bytes, StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.toSet());
    return new UnmarkedState(items, lines);
  }

  private static Progress progress(Task task) {
    Optional<Status> status = task.details().status();
    if (task.isUnsettled()) {
      return Progress.UNCLEAR;
    }
    return status.isEmpty() || status.get().isActive() ? Progress.OPEN : Progress.FINISHED;
  }
}
