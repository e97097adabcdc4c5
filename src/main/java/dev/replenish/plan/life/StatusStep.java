package dev.replenish.plan.life;

import dev.replenish.board.Document;
import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.FileRole;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.TaskDefect;
import dev.replenish.board.Transition;
import dev.replenish.plan.BlockEdit;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.FileScope;
import dev.replenish.plan.Scope;
import dev.replenish.plan.Step;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives tasks of one file another status (docs/reference/life-cycle.md). */
public record StatusStep(List<FileChange> changes, Scope scope, boolean mayBeUnclear)
    implements Step {

  /**
   * The step that applies {@code transition} to {@code tasks}.
   *
   * @param file the file of the board that holds the tasks
   * @param document the content of that file
   * @param tasks tasks of that file that can take {@code transition}
   * @param reason the reason, on one line
   * @param today the day of completion
   */
  public static StatusStep of(
      FileRole file,
      Document document,
      List<Task> tasks,
      Transition transition,
      Optional<String> reason,
      LocalDate today) {
    SourceText source = document.source();
    List<Replacement> edits = new ArrayList<>();
    List<BlockEdit> blocks = new ArrayList<>();
    for (Task task : tasks) {
      edits.addAll(
          task.form().isPresent()
              ? UnmarkedStatusEdits.of(source, task, transition, reason)
              : StatusEdits.of(source, task, transition, reason, today));
      List<Span> places = places(source, task, transition);
      blocks.add(
          new BlockEdit(
              task, places, lines(task), now -> isAsIntended(task, now, transition.target())));
    }
    boolean mayBeUnclear =
        (file == FileRole.BACKLOG || transition == Transition.REOPEN)
            && tasks.stream().anyMatch(task -> task.form().isPresent());
    Scope scope = Scope.of(FileScope.of(file).editing(blocks).leniently());
    return new StatusStep(FileChange.listOf(source, edits), scope, mayBeUnclear);
  }

  /** The text of {@code reason} as it is written into the block of {@code task}. */
  public static String written(Task task, String reason) {
    return task.form().isPresent()
        ? UnmarkedStatusEdits.note(task, reason)
        : StatusEdits.plain(reason);
  }

  /** Whether {@code task} has a place where a status can be written. */
  public static boolean canWrite(Task task) {
    return task.form().isEmpty() || UnmarkedStatusEdits.canWrite(task);
  }

  private static List<Span> places(SourceText source, Task task, Transition transition) {
    if (task.form().isPresent()) {
      return UnmarkedStatusEdits.places(task);
    }
    List<Span> places = new ArrayList<>();
    task.details().field(FieldName.STATUS).map(Field::valueSpan).ifPresent(places::add);
    if (transition == Transition.REOPEN) {
      places.addAll(FinishedLines.of(source, task));
    }
    return places;
  }

  private static Optional<Span> lines(Task task) {
    return task.form().isPresent()
        ? Optional.empty()
        : Optional.of(new Span(task.position().headerEnd(), task.position().bodyEnd()));
  }

  private static boolean isAsIntended(Task task, Task now, Status target) {
    return now.details().status().filter(target::equals).isPresent()
        && (isUndecided(task) || !isUndecided(now))
        && now.id().equals(task.id())
        && now.title().equals(task.title())
        && values(now).equals(values(task));
  }

  private static boolean isUndecided(Task task) {
    return task.defects().contains(TaskDefect.UNDECIDED);
  }

  /** The fields that the rules read, except for the status. */
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
