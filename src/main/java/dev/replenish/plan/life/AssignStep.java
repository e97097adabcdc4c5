package dev.replenish.plan.life;

import dev.replenish.board.Assignee;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.Task;
import dev.replenish.plan.BlockComparison;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.Step;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names who does a task of {@code TODO.md} (docs/reference/life-cycle.md, "Claiming a task"). */
public final class AssignStep implements Step {
  private final Document todo;
  private final Task task;
  private final String name;
  private final List<List<Replacement>> ways;
  private final List<FileChange> changes;

  /** The change that makes {@code task} of {@code todo} the task of {@code name}. */
  public AssignStep(Document todo, Task task, String name) {
    this(
        todo,
        task,
        name,
        task.form().isPresent()
            ? UnmarkedAssigneeEdits.of(todo.source(), task, name)
            : List.of(StatusEdits.assignment(todo.source(), task, name)));
  }

  private AssignStep(Document todo, Task task, String name, List<List<Replacement>> ways) {
    this.todo = todo;
    this.task = task;
    this.name = name;
    this.ways = ways;
    this.changes =
        ways.isEmpty()
            ? List.of()
            : List.of(FileChange.edit(Edits.of(todo.source(), ways.get(0))));
  }

  @Override
  public List<FileChange> changes() {
    return changes;
  }

  /** A mark may stand in front of the words of a task or behind them, wherever it is read. */
  @Override
  public List<AssignStep> otherwise() {
    List<AssignStep> others = new ArrayList<>();
    for (int i = 1; i < ways.size(); i++) {
      others.add(new AssignStep(todo, task, name, List.of(ways.get(i))));
    }
    return others;
  }

  /** The task is somebody's now, and nothing else is another. */
  @Override
  public Optional<String> violation(Board before, Board after) {
    Document old = before.todo().orElseThrow();
    Document now = after.todo().orElseThrow();
    boolean inside =
        changes.stream()
            .flatMap(change -> change.edits().orElseThrow().replacements().stream())
            .allMatch(edit -> task.block().contains(edit.span()));
    if (changes.isEmpty() || !inside || old.tasks().size() != now.tasks().size()) {
      return Optional.of(task.name() + " has no place for an assignee");
    }
    for (int i = 0; i < old.tasks().size(); i++) {
      Task one = old.tasks().get(i);
      Task then = now.tasks().get(i);
      boolean holds =
          one.equals(task)
              ? became(then)
              : BlockComparison.same(old, List.of(one), now, List.of(then));
      if (!holds) {
        return Optional.of(one.name() + " would not be what was asked for");
      }
    }
    return Optional.empty();
  }

  private boolean became(Task now) {
    return now.details().assignee().filter(has -> Assignee.is(has, name)).isPresent()
        && now.details().status().equals(task.details().status())
        && now.id().equals(task.id())
        && bare(now).equals(bare(task))
        && values(now).equals(values(task));
  }

  /** The title without the mark for whoever does the task. */
  private static String bare(Task task) {
    String title = task.title();
    Optional<String> named = task.details().field(FieldName.ASSIGNEE).map(Field::value);
    if (named.isPresent() && title.contains("@" + named.get())) {
      title = title.replace("[@" + named.get() + "]", " ").replace("@" + named.get(), " ");
    }
    return title.replaceAll("\\s+", " ").strip();
  }

  /** The fields that rules read, but for the assignee. */
  private static List<String> values(Task task) {
    List<String> values = new ArrayList<>();
    for (FieldName field : FieldName.values()) {
      if (field != FieldName.ASSIGNEE) {
        Optional<Field> value = task.details().field(field);
        values.add(value.map(f -> f.value() + "\n" + f.steps()).orElse("none"));
      }
    }
    return values;
  }
}
