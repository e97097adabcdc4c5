package dev.replenish.plan.life;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Field;
import dev.replenish.board.FileRole;
import dev.replenish.board.InsertionPoint;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.plan.AppendedBlocks;
import dev.replenish.plan.Arrival;
import dev.replenish.plan.Explicit;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.FileNames;
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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Moves finished tasks to the end of the archive, whose existing bytes don't change
 * (docs/reference/life-cycle.md, "The archive").
 *
 * @param tasks the tasks that move, in the order in which they were finished
 */
public record ArchiveStep(
    List<Task> tasks, List<FileChange> changes, Scope scope, boolean mayBeUnclear) implements Step {
  private static final int DAY = "2026-02-04".length();

  /**
   * The step that moves {@code finished}.
   *
   * @param board the board
   * @param file the file that the tasks leave
   * @param finished finished tasks of that file, in any order
   */
  public static ArchiveStep of(
      Board board, FileRole file, Collection<Task> finished, FileNames files) {
    Document from = file.in(board).orElseThrow();
    boolean mayBeUnclear = !from.marked();
    List<Task> tasks = inOrderOfCompletion(from, finished);
    if (tasks.isEmpty()) {
      return new ArchiveStep(tasks, List.of(), Scope.NOTHING, mayBeUnclear);
    }
    int end = board.archive().map(Document::source).map(SourceText::length).orElse(0);
    Scope scope =
        Scope.of(
            FileScope.of(file).leaving(tasks).leniently(),
            FileScope.of(FileRole.ARCHIVE)
                .arriving(Arrival.of(from, tasks))
                .allowing(TextRule.insertionAt(end))
                .leniently());
    List<FileChange> changes =
        List.of(removal(from.source(), tasks), addition(board, from.source(), tasks, files));
    return new ArchiveStep(tasks, changes, scope, mayBeUnclear);
  }

  /**
   * The finished tasks of TODO.md that their ids identify: a task whose id another task of TODO.md
   * or the backlog has is left out.
   */
  public static List<Task> finished(Board board) {
    Map<TaskId, Integer> uses = new HashMap<>();
    Stream.concat(board.todo().stream(), Stream.of(board.backlog()))
        .flatMap(document -> document.tasks().stream())
        .flatMap(task -> task.id().stream())
        .forEach(id -> uses.merge(id, 1, Integer::sum));
    return board.todo().stream()
        .flatMap(todo -> todo.tasks().stream())
        .filter(task -> !task.isActive())
        .filter(
            task ->
                task.id().filter(TaskId::isSafe).isPresent()
                    && (!task.isNamed() || uses.getOrDefault(task.id().get(), 0) == 1))
        .toList();
  }

  /** Sorts by day of completion; a task without a day stays after the one listed before it. */
  private static List<Task> inOrderOfCompletion(Document todo, Collection<Task> finished) {
    Map<Task, LocalDate> days = new HashMap<>();
    LocalDate day = LocalDate.MIN;
    List<Task> listed = todo.tasks().stream().filter(finished::contains).toList();
    for (Task task : listed) {
      day = completed(task).orElse(day);
      days.put(task, day);
    }
    return listed.stream()
        .sorted(Comparator.comparing(task -> days.getOrDefault(task, LocalDate.MIN)))
        .toList();
  }

  /** The day on which a task was finished, if it is stated. */
  static Optional<LocalDate> completed(Task task) {
    String value = task.details().labelled(StatusEdits.COMPLETED).map(Field::value).orElse("");
    try {
      return value.length() < DAY
          ? Optional.empty()
          : Optional.of(LocalDate.parse(value.substring(0, DAY)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static FileChange removal(SourceText todo, List<Task> tasks) {
    return FileChange.edit(
        Edits.of(todo, tasks.stream().map(task -> Replacement.remove(task.extent())).toList()));
  }

  private static FileChange addition(
      Board board, SourceText todo, List<Task> tasks, FileNames files) {
    LineEnding todoEnding = todo.lineEnding(LineEnding.LF);
    if (tasks.get(0).form().isPresent()) {
      return unmarked(board, todo, tasks, files, todoEnding);
    }
    if (board.archive().isEmpty()) {
      AppendedBlocks addition = new AppendedBlocks(todo, todoEnding);
      addition.appendText(ArchiveTemplate.text(files, todoEnding.text()));
      tasks.forEach(addition::appendTask);
      return FileChange.create(FileNames.on(board.dir(), files.archive()), addition.bytes());
    }
    SourceText archive = board.archive().get().source();
    AppendedBlocks addition = new AppendedBlocks(todo, archive.lineEnding(todoEnding));
    boolean openEnd = false;
    if (archive.isEmpty()) {
      addition.appendText(ArchiveTemplate.text(files, todoEnding.text()));
      tasks.forEach(addition::appendTask);
    } else {
      InsertionPoint end = board.archive().get().insertions().atEnd();
      addition.appendAfter(end, tasks);
      openEnd = !end.atLineStart();
    }
    byte[] appended = openEnd ? addition.bytesWithoutLastBreak() : addition.bytes();
    Replacement end = new Replacement(Span.at(archive.length()), appended);
    return FileChange.edit(Edits.of(archive, List.of(end)));
  }

  /** The change of the archive for tasks without markers, which keep their shape. */
  private static FileChange unmarked(
      Board board, SourceText todo, List<Task> tasks, FileNames files, LineEnding todoEnding) {
    LineEnding ending = board.archive().map(Document::source).orElse(todo).lineEnding(todoEnding);
    UnmarkedPlacement placement = new UnmarkedPlacement(todo, tasks, ending, Explicit.LEAST);
    Optional<String> heading = placement.headingIn(board.archive());
    if (board.archive().map(Document::source).filter(text -> !text.isEmpty()).isPresent()) {
      Document archive = board.archive().get();
      return FileChange.edit(Edits.of(archive.source(), placement.atEnd(archive, heading)));
    }
    String head = ArchiveTemplate.text(files, todoEnding.text());
    byte[] bytes = placement.create(head, heading);
    return board.archive().isEmpty()
        ? FileChange.create(FileNames.on(board.dir(), files.archive()), bytes)
        : FileChange.edit(
            Edits.of(board.archive().get().source(), List.of(new Replacement(Span.at(0), bytes))));
  }
}
