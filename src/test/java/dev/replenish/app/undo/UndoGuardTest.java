package dev.replenish.app.undo;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.replenish.audit.AuditRecord;
import dev.replenish.board.Board;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Group;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.board.TaskId;
import dev.replenish.core.BoardFiles;
import dev.replenish.rules.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a move can't be undone. */
class UndoGuardTest {
  private static final String ADVICE =
      "'replenish show ID' shows what happened; 'replenish defer ID' returns one task.";

  private static String task(String id, String status) {
    return ("## task_begin\n### # [id:" + id + "][type:dev][priority:high] Boil\n")
        + ("**Status:** " + status + "\n## task_end\n\n---\n\n");
  }

  private static String group(String... tasks) {
    return "## group_begin [type:dev][priority:high]\n\n"
        + String.join("", tasks)
        + "## group_end\n";
  }

  private static Board board(String backlog, String todo) {
    return BoardFiles.backlog(backlog)
        .with(BoardFiles.TODO, "# TODO\n\n" + todo)
        .with(BoardFiles.ARCHIVE, "# Archive\n\n" + task("A-9", "done"))
        .board();
  }

  private static final Board BOARD =
      board(
          group(task("A-1", "todo"), "## task_begin\n### # [id:A-2] Pour\n**Status:** todo\n\n"),
          task("A-3", "todo") + task("A-4", "in-progress") + task("A-5", "waiting"));

  private static Problem refusal(Runnable call) {
    Problem problem = assertThrows(ProblemException.class, call::run).problem();
    assertEquals(ErrorCode.INVALID_DOCUMENT, problem.code());
    return problem;
  }

  private static TaskId id(String id) {
    return new TaskId(id);
  }

  @ParameterizedTest
  @CsvSource({
    "A-1,BACKLOG.md:3:1,A-1 is back in BACKLOG.md",
    "A-9,ARCHIVE.md:3:1,A-9 has been archived in ARCHIVE.md",
    "A-4,TODO.md:10:1,A-4 is now in-progress",
    "A-5,TODO.md:17:1,A-5 is no longer todo"
  })
  void onlyTasksInTheStatusTodoAreTakenBack(String id, String where, String why) {
    Problem problem = refusal(() -> new UndoGuard(BOARD).requireStillTodo(id(id)));
    assertEquals(where, String.valueOf(problem.where()));
    assertEquals(why + ", so it can't be undone", problem.message());
    assertEquals(ADVICE, problem.next());
    assertDoesNotThrow(() -> new UndoGuard(BOARD).requireStillTodo(id("A-3")));
  }

  @Test
  void missingTaskIsNamed() {
    Problem problem = refusal(() -> new UndoGuard(BOARD).requireInBacklog(id("A-7")));
    assertEquals("A-7 is no longer in any file", problem.message());
    assertEquals("'replenish show A-7' shows where it went.", problem.next());
  }

  @ParameterizedTest
  @CsvSource({
    "A-2,A-2 is damaged",
    "A-3,A-3 is in TODO.md already",
    "A-9,A-9 is in ARCHIVE.md already"
  })
  void onlyUndamagedTasksInTheBacklogAreMovedAgain(String id, String why) {
    Problem problem = refusal(() -> new UndoGuard(BOARD).requireInBacklog(id(id)));
    assertEquals(why + ", so it can't be undone", problem.message());
    assertDoesNotThrow(() -> new UndoGuard(BOARD).requireInBacklog(id("A-1")));
  }

  @Test
  void taskMovedSinceIsNamed() {
    Problem problem = new UndoGuard(BOARD).movedSince(id("A-4")).problem();
    assertEquals("A-4 has been moved since, so it can't be undone", problem.message());
    assertEquals("TODO.md:10:1", String.valueOf(problem.where()));
  }

  private static Runnable room(String todo, int count) {
    Board board = board(group(task("A-1", "todo")), todo);
    Group from = board.backlog().groups().get(0);
    return () -> new UndoGuard(board).requireRoom(Policy.DEFAULT, from, count);
  }

  @Test
  void todoMustHaveRoom() {
    String three = task("B-1", "todo") + task("B-2", "blocked") + task("B-3", "in-progress");
    assertDoesNotThrow(() -> room("", 5).run());
    assertDoesNotThrow(() -> room(three + task("B-4", "done"), 2).run());
    Problem problem = refusal(room(three, 3));
    assertEquals("TODO.md has room for 2, so it can't be undone", problem.message());
    assertEquals("Finish what is active first.", problem.next());
    String six = three + task("B-4", "todo") + task("B-5", "todo") + task("B-6", "todo");
    assertEquals("TODO.md has room for 0, so it can't be undone", refusal(room(six, 1)).message());
  }

  @Test
  void typeMustBeTheSame() {
    assertDoesNotThrow(() -> room(task("B-1", "todo").replace("dev", "Dev"), 1).run());
    assertDoesNotThrow(() -> room(task("B-1", "done").replace("dev", "docs"), 1).run());
    assertEquals(
        "TODO.md holds tasks of another type, so it can't be undone",
        refusal(room(task("B-1", "todo").replace("dev", "docs"), 1)).message());
  }

  @ParameterizedTest
  @CsvSource({
    "Replenish-Group: type=dev priority=high,[type:dev][priority:high]",
    "Replenish-Group: type=dev,[type:dev]",
    "Replenish-Task: A-1,of the tasks"
  })
  void missingGroupIsNamed(String trailer, String label) {
    String message = "chore(todo): replenish\n\nReplenish-Board: .\n" + trailer + "\n";
    AuditRecord trail = AuditRecord.of(message + "Replenish-Version: 0.1.0\n").orElseThrow();
    Problem problem = new UndoGuard(BOARD).noGroup(trail).problem();
    assertEquals("the group " + label + " no longer exists, or is damaged", problem.message());
    assertEquals("BACKLOG.md", String.valueOf(problem.where()));
    assertEquals("Add it again, commit, and repeat the undo.", problem.next());
  }
}
