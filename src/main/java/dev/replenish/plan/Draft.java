package dev.replenish.plan;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Finding;
import dev.replenish.board.Index;
import dev.replenish.board.Severity;
import dev.replenish.text.Edits;
import dev.replenish.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A board on its way from what it is to what it will be, in memory: step by step, each proven
 * before the next one builds on it (TASKS.md, "Proof").
 */
public final class Draft {
  private final FileNames files;
  private final Reading reading;
  private final Map<String, FileChange> changes = new LinkedHashMap<>();
  private Board board;

  /** A draft of {@code board}, to which nothing is done yet. */
  public Draft(Board board, FileNames files, Reading reading) {
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

  /** Takes {@code step}; returns what is wrong with its result, in which case nothing is taken. */
  public Optional<String> take(Step step) {
    if (step.changes().isEmpty()) {
      return step.violation(board, board);
    }
    Map<String, FileChange> changed = new LinkedHashMap<>();
    for (FileChange change : step.changes()) {
      if (!isOurs(change.path()) || changed.put(change.path(), change) != null) {
        return Optional.of("other files would change than those of the board");
      }
      if (!isExplained(change)) {
        return Optional.of("bytes outside the edits of " + change.path() + " would change");
      }
    }
    Board after = after(changed);
    Optional<String> violation = damage(board, after).or(() -> step.violation(board, after));
    if (violation.isEmpty()) {
      changed.values().forEach(this::merge);
      board = after;
    }
    return violation;
  }

  private boolean isOurs(String path) {
    return List.of(files.backlog(), files.todo(), files.archive(), files.index()).stream()
        .anyMatch(name -> FileNames.on(board.dir(), name).equals(path));
  }

  /** A file that exists is edited where it stands, never written anew. */
  private boolean isExplained(FileChange change) {
    Optional<SourceText> source = source(change.path());
    if (change.edits().isEmpty()) {
      return source.map(SourceText::isEmpty).orElse(true);
    }
    Edits edits = change.edits().get();
    return source.filter(text -> text == edits.source()).isPresent()
        && edits.explain(change.after());
  }

  private Optional<SourceText> source(String path) {
    List<SourceText> sources = new ArrayList<>();
    sources.add(board.backlog().source());
    board.todo().map(Document::source).ifPresent(sources::add);
    board.archive().map(Document::source).ifPresent(sources::add);
    board.index().map(Index::source).ifPresent(sources::add);
    return sources.stream().filter(source -> source.path().equals(path)).findFirst();
  }

  private Board after(Map<String, FileChange> changed) {
    return new Board(
        board.dir(),
        reread(changed, files.backlog(), reading::backlog).orElse(board.backlog()),
        reread(changed, files.todo(), reading::todo).or(board::todo),
        reread(changed, files.archive(), reading::archive).or(board::archive),
        reread(changed, files.index(), reading::index).or(board::index));
  }

  private <T> Optional<T> reread(
      Map<String, FileChange> changed, String name, Function<SourceText, T> read) {
    FileChange change = changed.get(FileNames.on(board.dir(), name));
    if (change == null) {
      return Optional.empty();
    }
    String before = source(change.path()).map(SourceText::id).orElse("");
    return Optional.of(read.apply(SourceText.of(change.path(), before + "+", change.after())));
  }

  /** Nothing that we write brings an error into a file. */
  private static Optional<String> damage(Board before, Board after) {
    if (errors(after.backlog()) > errors(before.backlog())) {
      return Optional.of(after.backlog().path() + " would be damaged");
    }
    return worse(before.todo(), after.todo()).or(() -> worse(before.archive(), after.archive()));
  }

  private static Optional<String> worse(Optional<Document> before, Optional<Document> after) {
    long errors = before.map(Draft::errors).orElse(0L);
    return after
        .filter(document -> errors(document) > errors)
        .map(document -> document.path() + " would be damaged");
  }

  private static long errors(Document document) {
    return document.findings().stream()
        .map(Finding::severity)
        .filter(severity -> severity == Severity.ERROR)
        .count();
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
      edits.map(FileChange::edit).ifPresent(edit -> changes.put(change.path(), edit));
    }
  }
}
