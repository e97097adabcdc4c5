package dev.replenish.plan.life;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.InsertionPoint;
import dev.replenish.board.Task;
import dev.replenish.plan.AppendedBlocks;
import dev.replenish.plan.Arrival;
import dev.replenish.plan.BoardFile;
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
import dev.replenish.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Takes a task out of the archive, to the end of {@code TODO.md} (docs/reference/life-cycle.md,
 * "Reopening").
 */
public final class UnarchiveStep implements Step {
  private final Document archive;
  private final Task task;
  private final List<FileChange> changes;

  /**
   * The move of {@code task}, which the archive of {@code now} holds; there is a TODO.
   *
   * @param group the group that it was of, which has to be given where no markers enclose it
   */
  public UnarchiveStep(Board now, Task task, Optional<Group> group) {
    this.archive = now.archive().orElseThrow();
    this.task = task;
    Document todo = now.todo().orElseThrow();
    Edits out = Edits.of(archive.source(), List.of(Replacement.remove(task.extent())));
    Edits in =
        Edits.of(todo.source(), task.form().isPresent() ? unmarked(todo, group) : marked(todo));
    this.changes = List.of(FileChange.edit(in), FileChange.edit(out));
  }

  private List<Replacement> unmarked(Document todo, Optional<Group> group) {
    LineEnding ending = todo.source().lineEnding(LineEnding.LF);
    UnmarkedPlacement placement =
        new UnmarkedPlacement(archive.source(), List.of(task), ending, Explicit.LEAST);
    return group.isPresent()
        ? placement.into(todo, group.get())
        : placement.atEnd(todo, Optional.empty());
  }

  private List<Replacement> marked(Document todo) {
    SourceText source = todo.source();
    LineEnding ending = source.lineEnding(LineEnding.LF);
    InsertionPoint at = todo.end();
    boolean atEnd = at.offset() == source.length();
    AppendedBlocks block = new AppendedBlocks(archive.source(), ending);
    block.behind(at, List.of(task));
    block.text(atEnd || at.blankAfter() ? "" : ending.text());
    boolean openEnd = atEnd && !at.atLineStart();
    byte[] added = openEnd ? block.bytesWithoutLastBreak() : block.bytes();
    return List.of(new Replacement(Span.at(at.offset()), added));
  }

  @Override
  public boolean mayBeUnclear() {
    return task.form().isPresent();
  }

  @Override
  public List<FileChange> changes() {
    return changes;
  }

  @Override
  public Scope scope() {
    return Scope.of(
        FileScope.of(BoardFile.TODO)
            .arriving(Arrival.of(archive, List.of(task)))
            .allowing(TextRule.insertions())
            .leniently(),
        FileScope.of(BoardFile.ARCHIVE).leaving(List.of(task)).leniently());
  }
}
