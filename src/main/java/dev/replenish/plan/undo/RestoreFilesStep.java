package dev.replenish.plan.undo;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Task;
import dev.replenish.board.TaskIndex;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.Scope;
import dev.replenish.plan.Step;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Undoes a commit whose files are unchanged since: they get back the bytes that they had before it.
 * A file that it created stays, without tasks (docs/reference/life-cycle.md, "Undo").
 */
public record RestoreFilesStep(List<FileChange> changes, Scope scope) implements Step {

  /**
   * The step that undoes the commit.
   *
   * @param now the current board, for which {@link #isPossible} holds
   * @param before the board before the commit
   * @param after the board after it
   */
  public static RestoreFilesStep of(Board now, Board before, Board after) {
    List<Edits> edits = new ArrayList<>();
    for (FileRole file : FileRole.values()) {
      Optional<Document> old = file.in(before);
      Optional<Document> current = file.in(now);
      if (current.isPresent() && !same(source(old), source(file.in(after)))) {
        restored(current.get(), source(old)).ifPresent(edits::add);
      }
    }
    Optional<SourceText> index = index(before);
    if (index.isPresent() && now.index().isPresent() && !same(index, index(after))) {
      Edits.between(now.index().get().source(), index.get().bytes()).ifPresent(edits::add);
    }
    return new RestoreFilesStep(
        edits.stream().map(FileChange::edit).toList(),
        Scope.rewriting(new Restored(before, after)));
  }

  private static Optional<Edits> restored(Document document, Optional<SourceText> old) {
    SourceText source = document.source();
    if (old.isPresent()) {
      return Edits.between(source, old.get().bytes());
    }
    List<Replacement> edits = new ArrayList<>();
    for (Task task : document.tasks()) {
      edits.add(Replacement.remove(task.extent()));
    }
    return edits.isEmpty() ? Optional.empty() : Optional.of(Edits.of(source, edits));
  }

  /** Whether each file that the commit changed is still as the commit left it. */
  public static boolean isPossible(Board now, Board before, Board after) {
    for (FileRole file : FileRole.values()) {
      if (!isUntouched(source(file.in(now)), source(file.in(before)), source(file.in(after)))) {
        return false;
      }
    }
    return isUntouched(index(now), index(before), index(after));
  }

  private static Optional<SourceText> source(Optional<Document> document) {
    return document.map(Document::source);
  }

  private static Optional<SourceText> index(Board board) {
    return board.index().map(TaskIndex::source);
  }

  private static boolean isUntouched(
      Optional<SourceText> now, Optional<SourceText> before, Optional<SourceText> after) {
    return same(before, after) || same(now, after);
  }

  private static boolean same(Optional<SourceText> one, Optional<SourceText> other) {
    return one.isPresent() == other.isPresent()
        && one.map(text -> Arrays.equals(text.bytes(), other.get().bytes())).orElse(true);
  }

  /** The check: what the commit changed is as it was, and a file that it created holds no task. */
  private record Restored(Board beforeCommit, Board afterCommit) implements Scope.Rewrite {

    @Override
    public boolean restores() {
      return true;
    }

    @Override
    public Optional<String> violation(Board before, Board after) {
      for (FileRole file : FileRole.values()) {
        Optional<Document> now = file.in(after);
        Optional<SourceText> old = source(file.in(beforeCommit));
        boolean changed = !same(old, source(file.in(afterCommit)));
        Optional<SourceText> expected = changed ? old : source(file.in(before));
        boolean isRight =
            expected.isPresent()
                ? same(expected, source(now))
                : now.map(document -> document.tasks().isEmpty()).orElse(true);
        if (!isRight) {
          return Optional.of(now.map(Document::path).orElse("a file") + " would not be restored");
        }
      }
      boolean restoresIndex =
          beforeCommit.index().isPresent() && !same(index(beforeCommit), index(afterCommit));
      return same(restoresIndex ? index(beforeCommit) : index(before), index(after))
          ? Optional.empty()
          : Optional.of("the index would not be restored");
    }
  }
}
