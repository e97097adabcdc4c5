package dev.replenish.plan.life;

import dev.replenish.board.Assignee;
import dev.replenish.board.Document;
import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Assigns a task of {@code TODO.md} to someone (docs/reference/life-cycle.md, "Claiming a task").
 */
public record AssignStep(Document todo, Task task, String name, List<List<Replacement>> ways)
    implements Step {

  /** The step that assigns {@code task} of {@code todo} to {@code name}. */
  public static AssignStep of(Document todo, Task task, String name) {
    return new AssignStep(
        todo,
        task,
        name,
        task.form().isPresent()
            ? UnmarkedAssigneeEdits.of(todo.source(), task, name)
            : List.of(StatusEdits.assignment(todo.source(), task, name)));
  }

  @Override
  public List<FileChange> changes() {
    return ways.isEmpty()
        ? List.of()
        : List.of(FileChange.edit(Edits.of(todo.source(), ways.get(0))));
  }

  /** A mark can be before or after the text of a task, wherever it is read back. */
  @Override
  public List<AssignStep> otherwise() {
    return ways.stream()
        .skip(1)
        .map(way -> new AssignStep(todo, task, name, List.of(way)))
        .toList();
  }

  /** The name is replaced or inserted; otherwise the task stays the same. */
  @Override
  public Scope scope() {
    List<Span> places = task.details().field(FieldName.ASSIGNEE).map(this::place).stream().toList();
    BlockEdit edit = new BlockEdit(task, places, Optional.of(task.block()), this::isAsIntended);
    return Scope.of(FileScope.of(FileRole.TODO).editing(List.of(edit)).leniently());
  }

  /** The place of the name, including an {@code @} right before it. */
  private Span place(Field field) {
    Span span = field.valueSpan();
    boolean marked = span.from() > 0 && todo.source().bytes()[span.from() - 1] == '@';
    return marked ? new Span(span.from() - 1, span.to()) : span;
  }

  private boolean isAsIntended(Task now) {
    return now.details().assignee().filter(has -> Assignee.is(has, name)).isPresent()
        && now.details().status().equals(task.details().status())
        && now.id().equals(task.id())
        && bare(now).equals(bare(task))
        && values(now).equals(values(task));
  }

  /** The title without the mark for the assignee. */
  private static String bare(Task task) {
    String title = task.title();
    Optional<String> named = task.details().field(FieldName.ASSIGNEE).map(Field::value);
    if (named.isPresent() && title.contains("@" + named.get())) {
      title = title.replace("[@" + named.get() + "]", " ").replace("@" + named.get(), " ");
    }
    return title.replaceAll("\\s+", " ").strip();
  }

  /** The fields that the rules read, except for the assignee. */
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
