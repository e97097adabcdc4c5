package dev.replenish.plan.edit;

import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.plan.Arrival;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.FileScope;
import dev.replenish.plan.Scope;
import dev.replenish.plan.Step;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import dev.replenish.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Rewrites the block of a task in its place (docs/reference/editing.md). */
public record BlockStep(
    FileRole file,
    Document document,
    Task task,
    List<String> texts,
    Function<Task, Optional<String>> objection,
    Optional<Predicate<Group>> group)
    implements Step {

  /** The step that writes {@code text} in place of the block of {@code task}. */
  public static BlockStep text(
      FileRole file,
      Document document,
      Task task,
      String text,
      Function<Task, Optional<String>> objection) {
    return new BlockStep(file, document, task, List.of(text), objection, Optional.empty());
  }

  /**
   * The step that writes the first of {@code texts} that is read as a task that {@code becomes}
   * accepts, in a group that {@code group} accepts; empty if there are no texts.
   */
  static Optional<BlockStep> of(
      FileRole file,
      Document document,
      Task task,
      List<String> texts,
      Predicate<Task> becomes,
      Predicate<Group> group) {
    Function<Task, Optional<String>> objection =
        now ->
            becomes.test(now)
                ? Optional.empty()
                : Optional.of(task.name() + " would not have the requested content");
    Optional<Predicate<Group>> into =
        file == FileRole.BACKLOG ? Optional.of(group) : Optional.empty();
    return texts.isEmpty()
        ? Optional.empty()
        : Optional.of(new BlockStep(file, document, task, texts, objection, into));
  }

  @Override
  public List<FileChange> changes() {
    Span block = task.block();
    List<Replacement> edits =
        List.of(Replacement.insert(block.from(), texts.get(0)), Replacement.remove(block));
    return List.of(FileChange.edit(Edits.of(document.source(), edits)));
  }

  @Override
  public List<BlockStep> otherwise() {
    return texts.stream()
        .skip(1)
        .map(text -> new BlockStep(file, document, task, List.of(text), objection, group))
        .toList();
  }

  /** The block is removed, and another one is inserted in its place. */
  @Override
  public Scope scope() {
    Arrival arrival = Arrival.of(List.of(Arrival.Block.written(texts.get(0), objection)));
    if (group.isPresent()) {
      arrival = arrival.into(group.get());
    }
    return Scope.of(FileScope.of(file).leaving(List.of(task)).arriving(arrival));
  }
}
