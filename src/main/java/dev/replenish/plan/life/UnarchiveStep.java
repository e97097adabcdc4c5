package dev.replenish.plan.life;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.plan.AppendedBlocks;
import dev.replenish.plan.Arrival;
import dev.replenish.plan.Explicit;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.FileScope;
import dev.replenish.plan.Scope;
import dev.replenish.plan.Step;
import dev.replenish.plan.TextRule;
import dev.replenish.plan.UnmarkedPlacement;
import dev.replenish.text.Edits;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * Moves a task from the archive to the end of {@code TODO.md} (docs/reference/life-cycle.md,
 * "Reopening").
 */
public record UnarchiveStep(List<FileChange> changes, Scope scope, boolean mayBeUnclear)
    implements Step {

  /**
   * The step that moves {@code task} out of the archive of {@code now}, which has a TODO.
   *
   * @param group the group that it belonged to, which a task without markers needs
   */
  public static UnarchiveStep of(Board now, Task task, Optional<Group> group) {
    Document archive = now.archive().orElseThrow();
    SourceText from = archive.source();
    Document todo = now.todo().orElseThrow();
    boolean marked = task.form().isEmpty();
    Edits out = Edits.of(from, List.of(Replacement.remove(task.extent())));
    Edits in =
        Edits.of(
            todo.source(), marked ? marked(todo, from, task) : unmarked(todo, from, task, group));
    Scope scope =
        Scope.of(
            FileScope.of(FileRole.TODO)
                .arriving(Arrival.of(archive, List.of(task)))
                .allowing(TextRule.insertions())
                .leniently(),
            FileScope.of(FileRole.ARCHIVE).leaving(List.of(task)).leniently());
    return new UnarchiveStep(List.of(FileChange.edit(in), FileChange.edit(out)), scope, !marked);
  }

  private static List<Replacement> unmarked(
      Document todo, SourceText from, Task task, Optional<Group> group) {
    LineEnding ending = todo.source().lineEnding(LineEnding.LF);
    UnmarkedPlacement placement =
        new UnmarkedPlacement(from, List.of(task), ending, Explicit.LEAST);
    return group.isPresent()
        ? placement.into(todo, group.get())
        : placement.atEnd(todo, Optional.empty());
  }

  private static List<Replacement> marked(Document todo, SourceText from, Task task) {
    AppendedBlocks block = new AppendedBlocks(from, todo.source().lineEnding(LineEnding.LF));
    return List.of(block.insertionInto(todo, List.of(task)));
  }
}
