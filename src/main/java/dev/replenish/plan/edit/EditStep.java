package dev.replenish.plan.edit;

import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Task;
import dev.replenish.plan.BlockEdit;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.FileScope;
import dev.replenish.plan.Scope;
import dev.replenish.plan.Step;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import dev.replenish.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Changes one field or the title of a task in its place (docs/reference/editing.md). */
public record EditStep(
    FileRole file,
    Document document,
    Task task,
    List<Span> places,
    List<List<Replacement>> ways,
    Predicate<Task> becomes)
    implements Step {

  /**
   * The step that sets a field; it does nothing if the field already has that value.
   *
   * @throws dev.replenish.board.ProblemException {@code INVALID_DOCUMENT} if the task has no place
   *     for it
   */
  public static EditStep field(FileRole file, Document document, Task task, FieldChange change) {
    FieldText text = new FieldText(document.source(), task);
    boolean row = task.form().map(form -> form.isRow()).orElse(false);
    List<String> rest = row ? List.of() : text.rest(change.field());
    Predicate<Task> becomes =
        now ->
            change.isTrueOf(now, rest)
                && TaskFacts.same(task, now, change.field()::isCalled)
                && TaskFacts.bare(task).equals(TaskFacts.bare(now));
    if (change.isTrueOf(task, rest)) {
      return new EditStep(file, document, task, List.of(), List.of(), becomes);
    }
    List<List<Replacement>> ways = row ? CellText.ways(document, task, change) : text.ways(change);
    return new EditStep(file, document, task, List.of(task.block()), ways, becomes);
  }

  /**
   * The step that gives a task another title; it does nothing if the task already has it.
   *
   * @throws dev.replenish.board.ProblemException {@code INVALID_DOCUMENT} if the title can't be
   *     found in its line
   */
  public static EditStep title(FileRole file, Document document, Task task, String title) {
    TitleText text = new TitleText(document.source(), task, title);
    return new EditStep(
        file,
        document,
        task,
        List.of(text.line()),
        text.ways(),
        now -> text.isTitleOf(now) && TaskFacts.same(task, now, label -> false));
  }

  @Override
  public List<FileChange> changes() {
    return ways.isEmpty()
        ? List.of()
        : List.of(FileChange.edit(Edits.of(document.source(), ways.get(0))));
  }

  /** A mark or a line can be in several places, and is not read in all of them. */
  @Override
  public List<EditStep> otherwise() {
    return ways.stream()
        .skip(1)
        .map(way -> new EditStep(file, document, task, places, List.of(way), becomes))
        .toList();
  }

  /** The task has the requested value and otherwise stays the same. */
  @Override
  public Scope scope() {
    if (ways.isEmpty()) {
      return Scope.NOTHING;
    }
    BlockEdit edit = new BlockEdit(task, places, Optional.of(task.block()), becomes);
    return Scope.of(FileScope.of(file).editing(List.of(edit)));
  }
}
