package dev.replenish.plan.edit;

import dev.replenish.board.Document;
import dev.replenish.board.Task;
import dev.replenish.plan.Arrival;
import dev.replenish.plan.BoardFile;
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
 * Moves a task between markers to the group of another type or priority, as its last one; the group
 * is made where there is none (docs/reference/editing.md, "Another group").
 */
public final class RegroupStep implements Step {
  private final Document backlog;
  private final Task task;
  private final GroupKey key;
  private final String block;

  /** The step that makes {@code task} of {@code backlog} one of {@code key}. */
  public RegroupStep(Document backlog, Task task, GroupKey key) {
    this.backlog = backlog;
    this.task = task;
    this.key = key;
    SourceText source = backlog.source();
    this.block = source.lineEnding(LineEnding.LF).end(new TagText(source, task).block(key));
  }

  /** The step that changes the tags alone, where no group is another one's. */
  public static Optional<BlockStep> tags(
      BoardFile file, Document document, Task task, GroupKey key) {
    String text = new TagText(document.source(), task).block(key);
    return text.equals(document.source().text(task.block()))
        ? Optional.empty()
        : Optional.of(BlockStep.text(file, document, task, text, now -> objection(task, key, now)));
  }

  @Override
  public List<FileChange> changes() {
    SourceText source = backlog.source();
    List<Replacement> edits = new ArrayList<>();
    edits.add(Replacement.remove(task.extent()));
    edits.addAll(new GroupPlacement(backlog).edits(Map.of(key, List.of(block))));
    return List.of(FileChange.edit(Edits.of(source, edits)));
  }

  /** The task goes, and comes as the last one of its new group with other tags. */
  @Override
  public Scope scope() {
    Arrival.Block written = Arrival.Block.written(block, now -> objection(task, key, now));
    Arrival arrival = Arrival.of(List.of(written)).asLastOf(key::isOf);
    return Scope.of(
        FileScope.of(BoardFile.BACKLOG)
            .leaving(List.of(task))
            .arriving(arrival)
            .allowing(TextRule.lines(AddScope::isMarker)));
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
