package dev.replenish.plan;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Finding;
import dev.replenish.board.Readme;
import dev.replenish.board.Severity;
import dev.replenish.text.Edits;
import dev.replenish.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A board on its way from what it is to what it will be, in memory: step by step, each proven
 * before the next one builds on it (docs/reference/moving.md, "Proof").
 */
public final class Draft {
  private final FileNames files;
  private final BoardParser reading;
  private final Map<String, FileChange> changes = new LinkedHashMap<>();
  private Board board;

  /** A draft of {@code board}, to which nothing is done yet. */
  public Draft(Board board, FileNames files, BoardParser reading) {
    this.board = board;
    this.files = files;
    this.reading = reading;
  }

  /** The board after the steps so far. */
  public Board board() {
    return board;
  }

  /** What becomes of each file, all steps together; a file that ends as it began is left out. */
  public List<FileChange> changes() {
    return List.copyOf(changes.values());
  }

  /**
   * Takes {@code step}, or the first of its alternatives that can be proven; returns what is wrong
   * with the result of the step itself, in which case nothing is taken. The summaries of the board
   * follow the step.
   */
  public Optional<String> take(Step step) {
    Optional<String> violation = takeAny(step);
    if (violation.isEmpty() && board.isSummarized() && !step.changes().isEmpty()) {
      attempt(SummaryUpdate.of(board))
          .ifPresent(
              wrong -> {
                throw new IllegalStateException("a summary could not be proven: " + wrong);
              });
    }
    return violation;
  }

  private Optional<String> takeAny(Step step) {
    Optional<String> violation = attempt(step);
    if (violation.isPresent()) {
      for (Step other : step.otherwise()) {
        if (attempt(other).isEmpty()) {
          return Optional.empty();
        }
      }
    }
    return violation;
  }

  private Optional<String> attempt(Step step) {
    Map<String, FileChange> changed = new LinkedHashMap<>();
    for (FileChange change : step.changes()) {
      if (!isOurs(change.path()) || changed.put(change.path(), change) != null) {
        return Optional.of("other files would change than those of the board");
      }
      if (!isExplained(change)) {
        return Optional.of("bytes outside the edits of " + change.path() + " would change");
      }
    }
    Board after = changed.isEmpty() ? board : after(changed);
    ScopeProof proof = new ScopeProof(step.scope(), files, changed);
    boolean restores = step.scope().rewrite().map(Scope.Rewrite::restores).orElse(false);
    Optional<String> violation = restores ? Optional.empty() : damage(board, after);
    if (violation.isEmpty()) {
      violation = proof.violation(board, after);
    }
    if (violation.isEmpty()) {
      for (FileChange change : changed.values()) {
        merge(change);
      }
      board = after;
    }
    return violation;
  }

  private boolean isOurs(String path) {
    for (String name : List.of(files.backlog(), files.todo(), files.archive(), files.index())) {
      if (FileNames.on(board.dir(), name).equals(path)) {
        return true;
      }
    }
    return board.readme().filter(file -> file.source().path().equals(path)).isPresent();
  }

  /** A file that exists is edited where it is, never written anew. */
  private boolean isExplained(FileChange change) {
    SourceText source = source(change.path());
    if (change.edits().isEmpty()) {
      return source == null || source.isEmpty();
    }
    Edits edits = change.edits().get();
    return source == edits.source() && edits.explain(change.after());
  }

  private @Nullable SourceText source(String path) {
    List<SourceText> sources = new ArrayList<>();
    for (Document document : board.documents()) {
      sources.add(document.source());
    }
    if (board.index().isPresent()) {
      sources.add(board.index().get().source());
    }
    if (board.readme().isPresent()) {
      sources.add(board.readme().get().source());
    }
    for (SourceText source : sources) {
      if (source.path().equals(path)) {
        return source;
      }
    }
    return null;
  }

  private Board after(Map<String, FileChange> changed) {
    SourceText backlog = after(changed, files.backlog());
    SourceText todo = after(changed, files.todo());
    SourceText archive = after(changed, files.archive());
    SourceText index = after(changed, files.index());
    SourceText readme = after(changed, Readme.NAME);
    return new Board(
        board.dir(),
        backlog == null ? board.backlog() : reading.backlog(backlog),
        todo == null ? board.todo() : Optional.of(reading.todo(todo)),
        archive == null ? board.archive() : Optional.of(reading.archive(archive)),
        index == null ? board.index() : Optional.of(reading.index(index)),
        readme == null ? board.readme() : reading.readme(readme));
  }

  /** What becomes of the file called {@code name}; null where it does not change. */
  private @Nullable SourceText after(Map<String, FileChange> changed, String name) {
    FileChange change = changed.get(FileNames.on(board.dir(), name));
    if (change == null) {
      return null;
    }
    SourceText before = source(change.path());
    String id = (before == null ? "" : before.id()) + "+";
    return SourceText.of(change.path(), id, change.after());
  }

  /** Nothing that we write brings an error into a file. */
  private static Optional<String> damage(Board before, Board after) {
    for (BoardFile file : BoardFile.values()) {
      Optional<Document> now = file.in(after);
      if (now.isPresent() && errors(now) > errors(file.in(before))) {
        return Optional.of(now.get().path() + " would be damaged");
      }
    }
    return Optional.empty();
  }

  private static int errors(Optional<Document> document) {
    int errors = 0;
    for (Finding finding : document.isPresent() ? document.get().findings() : List.<Finding>of()) {
      errors += finding.severity() == Severity.ERROR ? 1 : 0;
    }
    return errors;
  }

  private void merge(FileChange change) {
    FileChange before = changes.get(change.path());
    if (before == null) {
      changes.put(change.path(), change);
    } else if (before.edits().isEmpty()) {
      changes.put(change.path(), FileChange.create(change.path(), change.after()));
    } else {
      SourceText source = before.edits().get().source();
      Optional<Edits> edits = Edits.between(source, change.after());
      changes.remove(change.path());
      if (edits.isPresent()) {
        changes.put(change.path(), FileChange.edit(edits.get()));
      }
    }
  }
}
