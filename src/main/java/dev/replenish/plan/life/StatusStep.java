package dev.replenish.plan.life;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.Transition;
import dev.replenish.plan.BlockComparison;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.Step;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import dev.replenish.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives tasks in {@code TODO.md} another status (docs/reference/life-cycle.md). */
public final class StatusStep implements Step {
  private final Transition transition;
  private final List<Task> tasks;
  private final List<FileChange> changes;

  /**
   * The change.
   *
   * @param todo the board's TODO
   * @param tasks tasks of it that can take {@code transition}
   * @param reason why, on one line
   * @param today the day that finishes a task
   */
  public StatusStep(
      Document todo,
      List<Task> tasks,
      Transition transition,
      Optional<String> reason,
      LocalDate today) {
    this.transition = transition;
    this.tasks = List.copyOf(tasks);
    List<Replacement> edits = new ArrayList<>();
    for (Task task : tasks) {
      edits.addAll(
          task.form().isPresent()
              ? UnmarkedStatusEdits.of(todo.source(), task, transition, reason)
              : StatusEdits.of(todo.source(), task, transition, reason, today));
    }
    this.changes =
        edits.isEmpty() ? List.of() : List.of(FileChange.edit(Edits.of(todo.source(), edits)));
  }

  /** How {@code reason} is written into the block of {@code task}. */
  public static String written(Task task, String reason) {
    return task.form().isPresent()
        ? UnmarkedStatusEdits.note(task, reason)
        : StatusEdits.plain(reason);
  }

  /** Whether {@code task} has a place where a status can be told. */
  public static boolean canTell(Task task) {
    return task.form().isEmpty() || UnmarkedStatusEdits.canTell(task);
  }

  @Override
  public List<FileChange> changes() {
    return changes;
  }

  /** The status of these tasks is another one, and nothing else is but the lines beside it. */
  @Override
  public Optional<String> violation(Board before, Board after) {
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    Document old = before.todo().orElseThrow();
    Document now = after.todo().orElseThrow();
    if (!staysInside()) {
      return Optional.of("more than the tasks would change in " + old.path());
    }
    if (old.tasks().size() != now.tasks().size()
        || !BlockComparison.same(old, old.templates(), now, now.templates())) {
      return Optional.of(old.path() + " would not hold the tasks that it held");
    }
    for (int i = 0; i < old.tasks().size(); i++) {
      Task task = old.tasks().get(i);
      Task changed = now.tasks().get(i);
      boolean holds =
          tasks.contains(task)
              ? became(task, changed)
              : BlockComparison.same(old, List.of(task), now, List.of(changed));
      if (!holds) {
        return Optional.of(task.name() + " would not be what was asked for");
      }
    }
    return Optional.empty();
  }

  /** Lines come in within the tasks, and nothing gives way but a value of ours. */
  private boolean staysInside() {
    return changes.get(0).edits().orElseThrow().replacements().stream()
        .map(Replacement::span)
        .allMatch(span -> tasks.stream().anyMatch(task -> isOurs(task, span)));
  }

  private static boolean isOurs(Task task, Span span) {
    return UnmarkedStatusEdits.isPlace(task, span)
        || task.form().isEmpty() && isOurLine(task, span);
  }

  private static boolean isOurLine(Task task, Span span) {
    return new Span(task.headerEnd(), task.bodyEnd()).contains(span)
        && (span.length() == 0
            || task.details().field(FieldName.STATUS).stream()
                .anyMatch(field -> field.valueSpan().contains(span)));
  }

  private boolean became(Task task, Task now) {
    Status status = now.details().status().orElse(Status.TODO);
    return status == transition.target()
        && now.id().equals(task.id())
        && now.title().equals(task.title())
        && values(now).equals(values(task));
  }

  /** The fields that rules read, but for the status. */
  private static List<String> values(Task task) {
    List<String> values = new ArrayList<>();
    for (FieldName name : FieldName.values()) {
      if (name != FieldName.STATUS) {
        Optional<Field> field = task.details().field(name);
        values.add(field.map(f -> f.text() + "\n" + f.steps()).orElse("none"));
      }
    }
    return values;
  }
}
