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
import dev.replenish.plan.add.AddSite;
import dev.replenish.plan.add.SeparatorStyle;
import dev.replenish.plan.add.UnmarkedAddStep;
import dev.replenish.text.Ascii;
import dev.replenish.text.Edits;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Moves a task to another place in its group (docs/reference/editing.md, "Order").
 *
 * @param group the group of both tasks; empty in {@code TODO.md}
 * @param task the task that moves
 * @param target the task next to which it goes
 * @param before whether it goes right before that one, or else right after it
 */
public record MoveStep(
    FileRole file, Document document, Optional<Group> group, Task task, Task target, boolean before)
    implements Step {

  /** Whether both tasks have the same form and are in one list, table or level of headings. */
  public boolean isPossible() {
    return task.form().isEmpty()
        || SectionStep.style(document.source(), task)
                .equals(SectionStep.style(document.source(), target))
            && bullet(task) == bullet(target);
  }

  /** The list marker of an item: another sign begins another list, another number does not. */
  private byte bullet(Task item) {
    byte[] bytes = document.source().bytes();
    Span block = item.block();
    byte sign = bytes[Ascii.skipSpacesAndTabs(bytes, block.from(), block.to())];
    return Ascii.isDigit(sign) || !item.form().orElseThrow().isItem() ? (byte) '1' : sign;
  }

  /** The tasks in their new order. */
  public List<Task> order() {
    List<Task> order = new ArrayList<>(tasks());
    order.remove(task);
    order.add(order.indexOf(target) + (before ? 0 : 1), task);
    return order;
  }

  private List<Task> tasks() {
    return group.map(Group::tasks).orElse(document.tasks());
  }

  @Override
  public List<FileChange> changes() {
    if (order().equals(tasks())) {
      return List.of();
    }
    Replacement removal = Replacement.remove(task.extent());
    Replacement insertion = task.form().isEmpty() ? marked() : unmarked();
    return List.of(FileChange.edit(Edits.of(document.source(), List.of(insertion, removal))));
  }

  private String newLine() {
    return document.source().lineEnding(LineEnding.LF).text();
  }

  private String lines() {
    SourceText source = document.source();
    return source.lineEnding(LineEnding.LF).end(source.text(task.block()));
  }

  private Replacement marked() {
    String gap = new SeparatorStyle(document).between();
    return before
        ? Replacement.insert(target.block().from(), lines() + gap)
        : insertAfter(target.block().to(), gap);
  }

  private Replacement unmarked() {
    SourceText source = document.source();
    String gap = UnmarkedAddStep.gap(document, target);
    if (gap.isEmpty()) {
      gap = UnmarkedAddStep.gap(document, task);
    }
    if (before) {
      return Replacement.insert(target.block().from(), lines() + gap);
    }
    return insertAfter(AddSite.nextLine(source, target.block().to()), gap);
  }

  private Replacement insertAfter(int at, String gap) {
    if (document.source().atLineStart(at)) {
      return Replacement.insert(at, gap + lines());
    }
    String lines = lines(); // the file still has no final line break
    String text = newLine() + gap + lines.substring(0, lines.length() - newLine().length());
    return Replacement.insert(at, text);
  }

  /** The task is removed and inserted unchanged into its group, in its new place. */
  @Override
  public Scope scope() {
    Arrival arrival = Arrival.of(document, List.of(task));
    if (group.isPresent()) {
      Predicate<Group> same =
          any ->
              any.type().equals(group.get().type())
                  && any.priority().equals(group.get().priority());
      List<Task> order = order();
      int next = order.indexOf(task) + 1;
      arrival =
          next < order.size()
              ? arrival.before(document, order.get(next), same)
              : arrival.asLastOf(same);
    }
    return Scope.of(FileScope.of(file).leaving(List.of(task)).arriving(arrival));
  }
}
