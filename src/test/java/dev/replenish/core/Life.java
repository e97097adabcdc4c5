package dev.replenish.core;

import static dev.replenish.core.BoardFiles.ARCHIVE;
import static dev.replenish.core.BoardFiles.BACKLOG;
import static dev.replenish.core.BoardFiles.TODO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FieldName;
import dev.replenish.board.FileRole;
import dev.replenish.board.Finding;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.board.Transition;
import dev.replenish.index.ExpectedEntries;
import dev.replenish.plan.Draft;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.IndexUpdate;
import dev.replenish.plan.Step;
import dev.replenish.plan.life.ArchiveStep;
import dev.replenish.plan.life.StatusStep;
import dev.replenish.rules.Checks;
import dev.replenish.rules.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A board to which steps are applied one after another, with checks that hold for each step on any
 * board. The checks read the files line by line on their own where they can.
 */
final class Life {
  private final Policy policy;
  private BoardFiles files;

  Life(BoardFiles files, Policy policy) {
    this.files = files;
    this.policy = policy;
  }

  BoardFiles files() {
    return files;
  }

  /** Replaces the files, as an edit by hand does. */
  void edit(BoardFiles edited) {
    files = edited;
  }

  Board board() {
    return files.board();
  }

  /** The tasks of TODO.md with one of {@code ids} that {@code transition} changes. */
  static List<Task> changeable(Document todo, Transition transition, Collection<String> ids) {
    return todo.tasks().stream()
        .filter(task -> ids.contains(task.name()))
        .filter(
            task ->
                status(task)
                    .filter(s -> transition.isPossibleFrom(s) && s != transition.target())
                    .isPresent())
        .toList();
  }

  private static Optional<Status> status(Task task) {
    boolean empty =
        task.details().field(FieldName.STATUS).filter(f -> f.value().isEmpty()).isPresent();
    return empty ? Optional.of(Status.TODO) : task.details().status();
  }

  /** Changes the status of tasks and checks that no other lines change. */
  void change(
      Transition transition, Collection<String> ids, Optional<String> reason, LocalDate today) {
    Board board = board();
    Document todo = board.todo().orElseThrow();
    List<Task> tasks = changeable(todo, transition, ids);
    if (tasks.isEmpty()) {
      return;
    }
    BoardFiles before = files;
    take(board, StatusStep.of(FileRole.TODO, todo, tasks, transition, reason, today), tasks);
    checkStatus(before, tasks, transition, reason.isPresent());
  }

  private void checkStatus(
      BoardFiles before, List<Task> tasks, Transition transition, boolean hasReason) {
    assertEquals(before.text(BACKLOG), files.text(BACKLOG));
    assertEquals(before.text(ARCHIVE), files.text(ARCHIVE));
    Document now = board().todo().orElseThrow();
    for (Task task : tasks) {
      Task changed =
          now.tasks().stream().filter(t -> t.name().equals(task.name())).findFirst().orElseThrow();
      assertEquals(Optional.of(transition.target()), changed.details().status(), task.name());
    }
    int limit = tasks.size() * (2 + (transition == Transition.DONE ? 2 : 0) + (hasReason ? 3 : 0));
    int grown = Run.lines(files, TODO).size() - Run.lines(before, TODO).size();
    assertTrue(grown >= 0 && grown <= limit, grown + " lines more");
    List<String> kept = new ArrayList<>(Run.lines(before, TODO));
    kept.removeIf(line -> line.matches("(?is).*(status|completed).*") || isStatusWord(line));
    Run.assertSubsequence(kept, Run.lines(files, TODO));
  }

  private static boolean isStatusWord(String line) {
    return line.matches("(?i).*\\b(todo|in.?progress|blocked|done|rejected)\\b.*");
  }

  /** Archives the finished tasks and checks that the archive only grows. */
  List<String> archive() {
    Board board = board();
    List<Task> finished = ArchiveStep.finished(board);
    if (finished.isEmpty() || isPrevented(board, finished)) {
      return List.of();
    }
    BoardFiles before = files;
    ArchiveStep archival = ArchiveStep.of(board, FileRole.TODO, finished, FileNames.DEFAULT);
    take(board, archival, archival.tasks());
    assertTrue(files.text(ARCHIVE).startsWith(before.text(ARCHIVE)), "append only");
    assertEquals(before.text(BACKLOG), files.text(BACKLOG));
    assertEquals(Run.blocks(before), Run.blocks(files), "every block is still there, once");
    List<String> left = new ArrayList<>(names(before.board().todo().orElseThrow()));
    List<String> moved = archival.tasks().stream().map(Task::name).toList();
    moved.forEach(left::remove);
    assertEquals(left, board().todo().map(Life::names).orElse(List.of()));
    List<String> all = names(board().archive().orElseThrow());
    assertEquals(moved, all.subList(all.size() - moved.size(), all.size()));
    return moved;
  }

  /** Whether the archive prevents the move: it is damaged, or already holds one of the tasks. */
  private static boolean isPrevented(Board board, List<Task> finished) {
    List<String> names = finished.stream().map(Task::name).toList();
    return board.archive().stream()
        .anyMatch(
            archive ->
                archive.damage().isPresent() || names(archive).stream().anyMatch(names::contains));
  }

  static List<String> names(Document document) {
    return document.tasks().stream().map(Task::name).toList();
  }

  /** Applies a step and the update of the index that belongs to it. */
  void take(Board board, Step step, Collection<Task> affected) {
    Map<?, Integer> errors = Run.errors(files, policy);
    Draft draft = new Draft(board, FileNames.DEFAULT, BoardFiles.READING);
    assertEquals(Optional.empty(), draft.take(step));
    List<TaskId> ids = affected.stream().flatMap(task -> task.id().stream()).toList();
    if (board.index().filter(index -> index.damage().isEmpty()).isPresent()) {
      ExpectedEntries facts = new ExpectedEntries(draft.board());
      assertEquals(
          Optional.empty(),
          draft.take(IndexUpdate.of(draft.board(), FileNames.DEFAULT, facts.of(ids))));
    }
    for (FileChange change : draft.changes()) {
      files = files.with(change.path(), change.after());
    }
    Map<Object, Integer> known = new TreeMap<>(errors);
    Run.errors(files, policy)
        .forEach((code, count) -> assertTrue(count <= known.getOrDefault(code, 0), "new: " + code));
    checkIndex(affected);
  }

  /** Asserts that the index has no fixable finding about {@code tasks}. */
  void checkIndex(Collection<Task> tasks) {
    if (board().index().filter(index -> index.damage().isEmpty()).isPresent()) {
      List<String> names = tasks.stream().map(Task::name).toList();
      List<String> wrong =
          Checks.of(board(), policy).stream()
              .filter(Finding::fixable)
              .filter(finding -> finding.where().path().equals(BoardFiles.INDEX))
              .map(Finding::message)
              .filter(
                  message -> List.of(message.split("[ ,:']")).stream().anyMatch(names::contains))
              .toList();
      assertEquals(List.of(), wrong, "the index");
    }
  }
}
