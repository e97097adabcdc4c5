package dev.replenish.plan;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
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
 * A board that is changed in memory step by step; each step is proven before the next one builds on
 * it (docs/reference/moving.md, "Proof").
 */
public final class Draft {
  private final FileNames files;
  private final BoardParser parser;
  private final Map<String, FileChange> changes = new LinkedHashMap<>();
  private Board board;

  /** A draft of {@code board} without any changes. */
  public Draft(Board board, FileNames files, BoardParser parser) {
    this.board = board;
    this.files = files;
    this.parser = parser;
  }

  /** The board after the steps so far. */
  public Board board() {
    return board;
  }

  /** The changes of the files over all steps; a file that ends up unchanged is left out. */
  public List<FileChange> changes() {
    return List.copyOf(changes.values());
  }

  /**
   * Applies {@code step}, or the first of its alternatives that can be proven, and then updates the
   * summaries of the board. If none can be proven, it applies nothing and returns what is wrong
   * with the result of {@code step} itself.
   */
  public Optional<String> take(Step step) {
    Optional<String> violation = applyAny(step);
    if (violation.isEmpty() && board.isSummarized() && !step.changes().isEmpty()) {
      attempt(SummaryUpdate.of(board))
          .ifPresent(
              wrong -> {
                throw new IllegalStateException("a summary could not be proven: " + wrong);
              });
    }
    return violation;
  }

  private Optional<String> applyAny(Step step) {
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
      if (!isOfBoard(change.path()) || changed.put(change.path(), change) != null) {
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

  private boolean isOfBoard(String path) {
    for (String name : List.of(files.backlog(), files.todo(), files.archive(), files.index())) {
      if (FileNames.on(board.dir(), name).equals(path)) {
        return true;
      }
    }
    return board.readme().filter(file -> file.source().path().equals(path)).isPresent();
  }

  /**
   * Whether the edits account for all bytes; an existing file is edited in place, never replaced.
   */
  private boolean isExplained(FileChange change) {
    SourceText source = source(change.path());
    if (change.edits().isEmpty()) {
      return source == null || source.isEmpty();
    }
    Edits edits = change.edits().get();
    return source == edits.source() && edits.produces(change.after());
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
        backlog == null ? board.backlog() : parser.read(backlog, FileRole.BACKLOG),
        todo == null ? board.todo() : Optional.of(parser.read(todo, FileRole.TODO)),
        archive == null ? board.archive() : Optional.of(parser.read(archive, FileRole.ARCHIVE)),
        index == null ? board.index() : Optional.of(parser.index(index)),
        readme == null ? board.readme() : parser.readme(readme));
  }

  /** The new text of the file called {@code name}; null if it does not change. */
  private @Nullable SourceText after(Map<String, FileChange> changed, String name) {
    FileChange change = changed.get(FileNames.on(board.dir(), name));
    if (change == null) {
      return null;
    }
    SourceText before = source(change.path());
    String id = (before == null ? "" : before.id()) + "+";
    return SourceText.of(change.path(), id, change.after());
  }

  /** Reports a file that would have more errors than before. */
  private static Optional<String> damage(Board before, Board after) {
    for (FileRole file : FileRole.values()) {
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
