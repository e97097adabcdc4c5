package dev.replenish.plan.edit;

import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Task;
import dev.replenish.plan.Arrival;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.FileScope;
import dev.replenish.plan.Scope;
import dev.replenish.plan.Step;
import dev.replenish.plan.TextRule;
import dev.replenish.plan.add.AddScope;
import dev.replenish.plan.add.GroupKey;
import dev.replenish.plan.add.GroupPlacement;
import dev.replenish.text.Edits;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves a task with markers to the end of the group of another type or priority; the group is
 * created if it is missing (docs/reference/editing.md, "Another group").
 */
public record RegroupStep(List<FileChange> changes, Scope scope) implements Step {

  /** The step that moves {@code task} of {@code backlog} to the group with {@code key}. */
  public static RegroupStep of(Document backlog, Task task, GroupKey key) {
    SourceText source = backlog.source();
    String block = source.lineEnding(LineEnding.LF).end(new TagText(source, task).block(key));
    List<Replacement> edits = new ArrayList<>();
    edits.add(Replacement.remove(task.extent()));
    edits.addAll(new GroupPlacement(backlog).edits(Map.of(key, List.of(block))));
    Arrival.Block written = Arrival.Block.written(block, now -> objection(task, key, now));
    Scope scope =
        Scope.of(
            FileScope.of(FileRole.BACKLOG)
                .leaving(List.of(task))
                .arriving(Arrival.of(List.of(written)).asLastOf(key::isOf))
                .allowing(TextRule.lines(AddScope::isMarker)));
    return new RegroupStep(List.of(FileChange.edit(Edits.of(source, edits))), scope);
  }

  /**
   * The step that only changes the tags, if the task needs no other group; empty if they are right.
   */
  public static Optional<BlockStep> tags(
      FileRole file, Document document, Task task, GroupKey key) {
    String text = new TagText(document.source(), task).block(key);
    return text.equals(document.source().text(task.block()))
        ? Optional.empty()
        : Optional.of(BlockStep.text(file, document, task, text, now -> objection(task, key, now)));
  }

  private static Optional<String> objection(Task task, GroupKey key, Task now) {
    boolean right =
        now.type().filter(key.type()::equals).isPresent()
            && now.priority().filter(key.priority()::equals).isPresent()
            && now.id().equals(task.id())
            && now.title().equals(task.title());
    return right
        ? Optional.empty()
        : Optional.of(task.name() + " would not have the type and priority that were asked for");
  }
}
