package dev.replenish.plan.add;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.replenish.board.Board;
import dev.replenish.board.Priority;
import dev.replenish.board.ProblemException;
import dev.replenish.board.TaskId;
import dev.replenish.core.BoardFiles;
import dev.replenish.plan.Draft;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.add.RestoreStep.Returning;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lost tasks are restored to their places among the tasks that are left. */
class RestoreStepTest {
  private static final String DEV = "## group_begin [type:dev][priority:high]\n\n";
  private static final String DOCS = "## group_begin [type:docs][priority:low]\n\n";
  private static final String END = "## group_end\n";
  private static final String GAP = "\n---\n\n";

  private static String task(String id, String status) {
    return "## task_begin\n### # [id:%s][type:dev][priority:high] T\n**Status:** %s\n## task_end\n"
        .formatted(id, status);
  }

  private static String task(String id) {
    return task(id, "todo");
  }

  private static Returning returning(String id, List<String> before, List<String> after) {
    return new Returning(new TaskId(id), task(id), "dev", Priority.HIGH, before, after);
  }

  private static Optional<String> violation(Draft draft, Returning... tasks) {
    return draft.take(RestoreStep.on(draft.board(), List.of(tasks)));
  }

  private static Draft draft(String backlog) {
    Board board = BoardFiles.backlog(backlog).board();
    return new Draft(board, FileNames.DEFAULT, BoardFiles.READING);
  }

  private static void assertRestored(String before, String after, Returning... tasks) {
    Draft draft = draft(before);
    assertEquals(Optional.empty(), violation(draft, tasks));
    SourceText source = draft.board().backlog().source();
    assertEquals(after, source.text(new Span(0, source.length())));
  }

  @Test
  void taskIsRestoredBeforeNearestFollower() {
    assertRestored(
        DEV + task("A-1") + GAP + task("A-4") + GAP + END,
        DEV + task("A-1") + GAP + task("A-2") + GAP + task("A-3") + GAP + task("A-4") + GAP + END,
        returning("A-2", List.of("A-1"), List.of("A-3", "A-4")),
        returning("A-3", List.of("A-1", "A-2"), List.of("A-4")));
    assertRestored(
        DEV + task("A-3") + GAP + task("A-2") + GAP + END,
        DEV + task("A-3") + GAP + task("A-1") + GAP + task("A-2") + GAP + END,
        returning("A-1", List.of(), List.of("A-0", "A-2", "A-3")));
  }

  @Test
  void taskWithoutFollowerIsRestoredAfterNearestPredecessor() {
    assertRestored(
        DEV + task("A-1") + GAP + task("A-2") + GAP + task("A-5") + GAP + END,
        DEV
            + task("A-1")
            + GAP
            + task("A-2")
            + GAP
            + task("A-3")
            + GAP
            + task("A-4")
            + GAP
            + task("A-5")
            + GAP
            + END,
        returning("A-3", List.of("A-1", "A-2"), List.of()),
        returning("A-4", List.of("A-2", "A-3"), List.of("A-9")));
  }

  @Test
  void taskWithoutNeighboursIsRestoredAtEndOfGroup() {
    assertRestored(
        DEV + task("A-1") + GAP + END,
        DEV + task("A-1") + GAP + task("A-2") + GAP + task("A-3") + GAP + END,
        returning("A-2", List.of(), List.of()),
        returning("A-3", List.of("B-1"), List.of("B-2")));
  }

  @Test
  void taskWithoutGroupIsRestoredInNewGroup() {
    assertRestored(
        DOCS + END,
        DEV + task("A-1") + GAP + END + "\n" + DOCS + END,
        returning("A-1", List.of(), List.of()));
  }

  /** A neighbour that is damaged, or in another group now, is ignored. */
  @Test
  void onlyNeighboursInGroupOfTaskCount() {
    String docs = task("A-2").replace("dev", "docs").replace("high", "low");
    assertRestored(
        DOCS + docs + GAP + END + "\n" + DEV + END,
        DOCS + docs + GAP + END + "\n" + DEV + task("A-1") + GAP + END,
        returning("A-1", List.of(), List.of("A-2")));
    String open = task("A-2").replace("## task_end\n", "");
    assertRestored(
        DEV + task("A-3") + GAP + END + "\n" + DOCS + open,
        DEV + task("A-3") + GAP + task("A-1") + GAP + END + "\n" + DOCS + open,
        returning("A-1", List.of(), List.of("A-2")));
  }

  @Test
  void restoredTaskHasLineEndingsOfFile() {
    assertRestored(
        (DEV + task("A-1") + GAP + END).replace("\n", "\r\n"),
        (DEV + task("A-1") + GAP + task("A-2") + GAP + END).replace("\n", "\r\n"),
        returning("A-2", List.of("A-1"), List.of()));
  }

  @Test
  void finishedTaskAndTaskWithOtherIdAreRefused() {
    Returning done =
        new Returning(
            new TaskId("A-1"), task("A-1", "done"), "dev", Priority.HIGH, List.of(), List.of());
    Returning other =
        new Returning(new TaskId("A-1"), task("A-2"), "dev", Priority.HIGH, List.of(), List.of());
    Optional<String> why = Optional.of("the task A-1 would not be restored correctly");
    assertEquals(why, violation(draft(DEV + END), done));
    assertEquals(why, violation(draft(DEV + END), other));
  }

  @Test
  void damagedGroupIsRefused() {
    Draft draft = draft(DEV + task("A-1"));
    assertThrows(
        ProblemException.class, () -> violation(draft, returning("A-2", List.of(), List.of())));
  }
}
