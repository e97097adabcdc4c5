package dev.replenish.app.history;

import dev.replenish.app.board.BoardReader;
import dev.replenish.audit.Commit;
import dev.replenish.audit.TaskVersion;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.FieldName;
import dev.replenish.board.FileRole;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.git.history.CommitInfo;
import dev.replenish.text.Ascii;
import dev.replenish.text.LineEnding;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds one task in many versions of a board's files; caches the result for each version. */
public final class TaskVersions {
  /** The form of the derived id of a task without an id; it occurs in no file. */
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{8}");

  private final String id;
  private final byte[] wanted;
  private final boolean isHash;
  private final BoardReader reader;
  private final Map<String, Optional<TaskVersion>> known = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  public TaskVersions(String id, BoardReader reader) {
    this.id = id;
    this.wanted = id.getBytes(StandardCharsets.UTF_8);
    this.reader = reader;
    this.isHash = HASH.matcher(id).matches();
  }

  public static Commit commit(CommitInfo revision) {
    return new Commit(
        revision.id(), revision.date(), revision.name(), revision.email(), revision.subject());
  }

  /** Refuses if the parent of a commit is unknown, such as at the end of a shallow clone. */
  public static void requireParent(CommitInfo revision) {
    if (revision.cutOff() || revision.parents().isEmpty()) {
      throw new ProblemException(
          ErrorCode.REPOSITORY_STATE,
          "the history ends at "
              + Commit.shortened(revision.id())
              + ", so nothing earlier is known",
          "Fetch more of it: `git fetch --deepen=1`.");
    }
  }

  /** The task in one version of one file; {@code blob} is "" if the file is missing. */
  Optional<TaskVersion> in(FileRole role, String path, String blob, Versions.Blobs blobs) {
    if (blob.isEmpty()) {
      return Optional.empty();
    }
    String key = blob + path;
    Optional<TaskVersion> cached = known.get(key);
    if (cached == null) {
      cached = read(role, SourceText.of(path, blob, blobs.bytes(path, blob)));
      known.put(key, cached);
    }
    return cached;
  }

  /**
   * Reads the task. Files without the id's bytes are not parsed, unless the id is a hash, which no
   * file holds.
   */
  private Optional<TaskVersion> read(FileRole role, SourceText source) {
    if (!isHash && Ascii.find(source.bytes(), 0, wanted) < 0) {
      return Optional.empty();
    }
    Document document = reader.read(source, role);
    return document.tasks().stream()
        .filter(task -> task.id().map(TaskId::value).filter(id::equals).isPresent())
        .findFirst()
        .map(task -> version(role, document, task));
  }

  public TaskVersion version(FileRole role, Document document, Task task) {
    String text = text(document.source(), task);
    String shared = texts.computeIfAbsent(text, t -> t); // most versions have the same text
    return new TaskVersion(role, document.path(), task.details().status(), task.title(), shared);
  }

  /** The block without its status, with LF line endings. */
  private static String text(SourceText source, Task task) {
    Span status =
        task.details()
            .field(FieldName.STATUS)
            .map(field -> field.valueSpan())
            .filter(task.block()::contains)
            .orElse(Span.at(task.block().to()));
    byte[] front = source.copy(new Span(task.block().from(), status.from()), LineEnding.LF);
    byte[] back = source.copy(new Span(status.to(), task.block().to()), LineEnding.LF);
    return new String(front, StandardCharsets.UTF_8) + new String(back, StandardCharsets.UTF_8);
  }
}
