package dev.replenish.app;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Board;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.core.BoardFiles;
import org.junit.jupiter.api.Test;

/** Which damage of which file prevents a command on a board. */
class DamageGuardTest {
  private static final String TASK =
      "## task_begin\n### # [id:A-1][type:dev][priority:high] Boil\n**Status:** todo\n";
  private static final String GROUP = "## group_begin [type:dev][priority:high]\n\n";
  private static final String SOUND = GROUP + TASK + "## task_end\n\n## group_end\n";
  private static final String DAMAGED = GROUP + TASK + "\n## group_end\n";
  private static final String OPEN_ENTRY = "# Index\n\n## index_entry_begin\n[id:A-1]\n";

  private static final String ADVICE =
      "Fix it by hand or with 'replenish check --fix', and commit: ";

  private static Problem refusal(Runnable call) {
    Problem problem = assertThrows(ProblemException.class, call::run).problem();
    assertEquals(ErrorCode.INVALID_DOCUMENT, problem.code());
    return problem;
  }

  private static void assertDamage(String where, String message, Runnable call) {
    Problem problem = refusal(call);
    assertEquals(where, String.valueOf(problem.where()));
    assertEquals(message, problem.message());
    assertTrue(problem.next().startsWith(ADVICE), problem.next());
  }

  private static Board board(String name, String text) {
    return BoardFiles.backlog(SOUND).with(name, text).board();
  }

  @Test
  void undamagedFilesAreAccepted() {
    Board board =
        BoardFiles.backlog(SOUND)
            .with(BoardFiles.TODO, TASK.replace("A-1", "A-2") + "## task_end\n")
            .with(BoardFiles.ARCHIVE, TASK.replace("A-1", "A-3") + "## task_end\n")
            .with(BoardFiles.INDEX, OPEN_ENTRY + "## index_entry_end\n")
            .board();
    assertDoesNotThrow(() -> DamageGuard.require(board));
    assertDoesNotThrow(() -> DamageGuard.requireEach(board));
    assertDoesNotThrow(() -> DamageGuard.require(board.backlog()));
  }

  @Test
  void damagedTodoIsRefused() {
    Board board = board(BoardFiles.TODO, TASK);
    assertDamage("TODO.md:1:1", "the task has no '## task_end'", () -> DamageGuard.require(board));
    assertDamage(
        "TODO.md:1:1", "the task has no '## task_end'", () -> DamageGuard.requireEach(board));
  }

  @Test
  void damagedIndexIsRefused() {
    Board board = board(BoardFiles.INDEX, OPEN_ENTRY);
    String message = "the entry has no '## index_entry_end'";
    assertDamage("TASK_INDEX.md:3:1", message, () -> DamageGuard.require(board));
    assertDamage("TASK_INDEX.md:3:1", message, () -> DamageGuard.requireEach(board));
  }

  @Test
  void damagedBacklogOrArchivePreventsOnlyWhatNeedsIt() {
    Board archive = board(BoardFiles.ARCHIVE, TASK);
    assertDoesNotThrow(() -> DamageGuard.require(archive));
    assertDamage(
        "ARCHIVE.md:1:1", "the task has no '## task_end'", () -> DamageGuard.requireEach(archive));
    Board backlog = BoardFiles.backlog(DAMAGED).board();
    assertDoesNotThrow(() -> DamageGuard.require(backlog));
    assertDamage(
        "BACKLOG.md:3:1", "the task has no '## task_end'", () -> DamageGuard.requireEach(backlog));
    assertDamage(
        "BACKLOG.md:3:1",
        "the task has no '## task_end'",
        () -> DamageGuard.require(backlog.backlog()));
  }

  @Test
  void fusedTasksMustBeFixedByHand() {
    Board board =
        board(BoardFiles.TODO, TASK + TASK.substring(TASK.indexOf("###")) + "## task_end\n");
    String next = refusal(() -> DamageGuard.require(board)).next();
    assertTrue(next.startsWith("Fix it by hand, and commit: "), next);
  }
}
