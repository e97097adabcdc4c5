package dev.replenish.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.board.Transition;
import dev.replenish.core.BoardFiles;
import dev.replenish.plan.life.ArchiveStep;
import dev.replenish.plan.life.StatusStep;
import dev.replenish.plan.promote.Plan;
import dev.replenish.plan.undo.ReturnPlacement;
import dev.replenish.plan.undo.UndoStep;
import dev.replenish.rules.Policy;
import dev.replenish.text.Edits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Steps with one error each: the proof must detect every error. */
class StepProofTest {
  private static String task(String id, String status) {
    return "## task_begin\n### # [id:"
        + id
        + "][type:dev] Title\n**Status:** "
        + status
        + "\n**Plan:** plan-"
        + id
        + "\n## task_end\n";
  }

  private static final BoardFiles FILES =
      BoardFiles.backlog(
              "## group_begin [type:dev][priority:high]\n\n"
                  + task("A-1", "todo")
                  + "\n---\n\n"
                  + task("A-2", "todo")
                  + "\n---\n\n## group_end\n")
          .with(
              BoardFiles.TODO,
              "# TODO\n\n"
                  + task("B-1", "todo")
                  + "\n---\n\n"
                  + task("B-2", "done")
                  + "\n---\n\n"
                  + task("B-YYYYMMDD", "done")
                  + "\n---\n\n"
                  + task("B-3", "done")
                  + "\n---\n")
          .with(BoardFiles.ARCHIVE, "# Archive\n\n" + task("C-1", "done") + "\n---\n");

  private static final Policy POLICY = Policy.DEFAULT.requiring(Set.of());

  /**
   * A correct step whose file {@code path} is altered by {@code change}; the scope stays the same.
   */
  private record Wrong(Step good, String path, UnaryOperator<String> change) implements Step {
    @Override
    public List<FileChange> changes() {
      List<FileChange> all = new ArrayList<>();
      for (FileChange file : good.changes()) {
        all.add(file.path().equals(path) ? changed(file) : file);
      }
      return all;
    }

    private FileChange changed(FileChange file) {
      String text = new String(file.after(), StandardCharsets.UTF_8);
      String other = change.apply(text);
      assertTrue(!other.equals(text), "the test changes nothing");
      byte[] bytes = other.getBytes(StandardCharsets.UTF_8);
      return file.edits()
          .map(edits -> FileChange.edit(Edits.between(edits.source(), bytes).orElseThrow()))
          .orElseGet(() -> FileChange.create(file.path(), bytes));
    }

    @Override
    public Scope scope() {
      return good.scope();
    }
  }

  private static Optional<String> violation(Board board, Step step) {
    return new Draft(board, FileNames.DEFAULT, BoardFiles.READING).take(step);
  }

  private static void assertDetected(Board board, Step good, String path, String from, String to) {
    Wrong wrong = new Wrong(good, path, text -> text.replace(from, to));
    assertTrue(violation(board, wrong).isPresent(), from + " -> " + to);
  }

  /** Asserts that a change of any letter or digit in {@code text} is detected. */
  private static void assertEachDetected(Board board, Step good, String path, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        String other = text.substring(0, i) + "%" + text.substring(i + 1);
        assertDetected(board, good, path, text, other);
      }
    }
  }

  private static List<Task> todo(Board board, String... ids) {
    return board.todo().orElseThrow().tasks().stream()
        .filter(task -> List.of(ids).contains(task.name()))
        .toList();
  }

  @Test
  void errorsInStatusChangeAreDetected() {
    Board board = FILES.board();
    Document todo = board.todo().orElseThrow();
    Step good =
        StatusStep.of(
            FileRole.TODO,
            todo,
            todo(board, "B-1"),
            Transition.DONE,
            Optional.of("why"),
            BoardFiles.DATE);
    assertEquals(Optional.empty(), violation(board, good));
    String file = BoardFiles.TODO;
    assertDetected(board, good, file, "**Status:** done\n**Comp", "**Status:** blocked\n**Comp");
    assertDetected(board, good, file, "**Status:** done\n**Comp", "**Status:** todo\n**Comp");
    assertDetected(board, good, file, "plan-B-1", "plan-B-");
    assertDetected(board, good, file, "[id:B-1]", "[id:B-4]");
    assertDetected(board, good, file, "[id:B-1][type:dev] Title", "[id:B-1][type:dev] Titles");
    assertDetected(board, good, file, task("B-2", "done"), "");
    assertDetected(
        board, good, file, task("B-2", "done"), task("B-2", "done") + task("B-2", "done"));
    assertDetected(board, good, file, "**Completed:**", "## task_end\n**Completed:**");
    assertEachDetected(board, good, file, task("B-2", "done"));
    assertEachDetected(board, good, file, task("B-YYYYMMDD", "done"));
  }

  @Test
  void errorsInArchivalAreDetected() {
    Board board = FILES.board();
    Step good = ArchiveStep.of(board, FileRole.TODO, todo(board, "B-2", "B-3"), FileNames.DEFAULT);
    assertEquals(Optional.empty(), violation(board, good));
    String archive = BoardFiles.ARCHIVE;
    assertEachDetected(board, good, archive, task("C-1", "done"));
    assertEachDetected(board, good, archive, task("B-2", "done"));
    assertDetected(board, good, archive, "# Archive", "# Our archive");
    assertDetected(board, good, archive, task("B-3", "done"), "");
    assertDetected(
        board, good, archive, task("B-3", "done"), task("B-3", "done") + task("B-3", "done"));
    assertDetected(
        board,
        good,
        archive,
        task("B-2", "done") + "\n---\n\n" + task("B-3", "done"),
        task("B-3", "done") + "\n---\n\n" + task("B-2", "done"));
    String todo = BoardFiles.TODO;
    assertEachDetected(board, good, todo, task("B-1", "todo"));
    assertEachDetected(board, good, todo, task("B-YYYYMMDD", "done"));
    assertDetected(board, good, todo, task("B-1", "todo"), "");
    assertDetected(board, good, todo, "# TODO\n", "# TODO\n\n" + task("B-2", "done"));
  }

  @Test
  void errorsInArchivalIntoNewFileAreDetected() {
    Board with = FILES.board();
    Board board =
        new Board(with.dir(), with.backlog(), with.todo(), Optional.empty(), with.index());
    Step good = ArchiveStep.of(board, FileRole.TODO, todo(board, "B-3"), FileNames.DEFAULT);
    assertEquals(Optional.empty(), violation(board, good));
    assertEachDetected(board, good, BoardFiles.ARCHIVE, task("B-3", "done"));
  }

  private static UndoStep returning(Board now, Plan plan) {
    UndoStep.Replenishment done =
        new UndoStep.Replenishment(
            FILES.board(),
            FILES.after(plan).board(),
            List.of(new TaskId("A-1"), new TaskId("A-2")));
    Group home =
        ReturnPlacement.home(now.backlog(), done.before().backlog(), done.ids(), FileNames.DEFAULT)
            .orElseThrow();
    return UndoStep.of(now, home, done, FileNames.DEFAULT);
  }

  @Test
  void errorsInReturnToUnchangedFilesAreDetected() {
    Plan plan = FILES.plan(POLICY);
    Board board = FILES.after(plan).board();
    Step good = returning(board, plan);
    assertEquals(Optional.empty(), violation(board, good));
    assertDetected(board, good, BoardFiles.BACKLOG, "\n\n---", "\n---");
    assertDetected(board, good, BoardFiles.TODO, "# TODO", "#  TODO");
  }

  @Test
  void errorsInReturnToChangedFilesAreDetected() {
    Plan plan = FILES.plan(POLICY);
    BoardFiles moved = FILES.after(plan);
    BoardFiles now =
        moved
            .with(BoardFiles.TODO, moved.text(BoardFiles.TODO) + "\nA note.\n")
            .with(BoardFiles.BACKLOG, moved.text(BoardFiles.BACKLOG) + "\nA note.\n");
    Board board = now.board();
    Step good = returning(board, plan);
    assertEquals(Optional.empty(), violation(board, good));
    String backlog = BoardFiles.BACKLOG;
    assertEachDetected(board, good, backlog, task("A-1", "todo"));
    assertDetected(board, good, backlog, task("A-1", "todo"), "");
    assertDetected(board, good, backlog, task("A-1", "todo"), task("A-1", "todo").repeat(2));
    assertDetected(board, good, backlog, "## group_end\n", "");
    String todo = BoardFiles.TODO;
    assertEachDetected(board, good, todo, task("B-1", "todo"));
    assertEachDetected(board, good, todo, task("B-YYYYMMDD", "done"));
    assertDetected(board, good, todo, "# TODO\n", "# TODO\n\n" + task("A-1", "todo"));
  }
}
