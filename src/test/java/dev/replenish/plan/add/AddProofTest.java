package dev.replenish.plan.add;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Board;
import dev.replenish.board.FieldName;
import dev.replenish.board.Priority;
import dev.replenish.board.TaskId;
import dev.replenish.core.BoardFiles;
import dev.replenish.plan.Draft;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.FileNames;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Wrong new tasks, and the message that refuses each. */
class AddProofTest {
  private static final String BACKLOG =
      "## group_begin [type:dev][priority:high]\n\n## group_end\n";
  private static final String PLAN = "**Status:** todo\n**Plan:**\n1. Fill\n2. Heat\n";

  private static Optional<String> violation(TaskBody body) {
    Board board = BoardFiles.backlog(BACKLOG).board();
    return new Draft(board, FileNames.DEFAULT, BoardFiles.READING).take(step(board, body));
  }

  private static AddStep step(Board board, TaskBody body) {
    TaskDraft draft =
        new TaskDraft(new TaskId("A-1"), "T", "dev", Priority.HIGH, Optional.of("pot"), body);
    return AddStep.on(board, List.of(draft));
  }

  private static void assertRefused(TaskBody body) {
    assertEquals(
        Optional.of("the new task A-1 would not have the requested content"),
        violation(body),
        body.text());
  }

  private static void assertProven(TaskBody body) {
    assertEquals(Optional.empty(), violation(body), body.text());
  }

  @Test
  void newTaskMustHaveDeclaredFields() {
    Map<FieldName, String> todo = Map.of(FieldName.STATUS, "todo");
    assertProven(new TaskBody("**Status:** todo\n", todo, 0));
    assertRefused(new TaskBody("**Status:** blocked\n", todo, 0));
    assertRefused(new TaskBody("**Status:** todo\n", Map.of(FieldName.EFFORT, "1 h"), 0));
    assertRefused(new TaskBody("**Estimated Effort:** 2 h\n", Map.of(FieldName.EFFORT, "1 h"), 0));
    assertProven(new TaskBody(PLAN, Map.of(FieldName.PLAN, "1. Fill"), 2));
    assertRefused(new TaskBody(PLAN, Map.of(FieldName.PLAN, "1. Fill"), 3));
    assertRefused(new TaskBody("**Status:** todo\n", todo, 1));
  }

  @Test
  void verbatimBodyMayHaveAnyText() {
    assertProven(TaskBody.verbatim("**Status:** blocked\n", true));
    assertProven(TaskBody.verbatim(PLAN, true));
    assertProven(TaskBody.verbatim("A note.\n", false));
  }

  @Test
  void onlyMarkersMayBeAddedBesidesTasks() {
    Board board = BoardFiles.backlog(BACKLOG).board();
    AddStep good = step(board, TaskBody.verbatim(PLAN, true));
    Edits edits = good.changes().get(0).edits().orElseThrow();
    for (String note : List.of("A note.\n", "- a list\n")) {
      List<Replacement> more = new ArrayList<>(edits.replacements());
      more.add(Replacement.insert(edits.source().length(), note));
      FileChange change = FileChange.edit(Edits.of(edits.source(), more));
      AddStep step = new AddStep(good.drafts(), List.of(change), good.scope());
      assertEquals(
          Optional.of("more than the tasks would change in BACKLOG.md"),
          new Draft(board, FileNames.DEFAULT, BoardFiles.READING).take(step));
    }
  }

  @Test
  void groupMarkersAreWholeLines() {
    assertTrue(AddScope.isMarker("## group_begin [type:dev][priority:high]"));
    assertTrue(AddScope.isMarker("## group_end"));
    assertFalse(AddScope.isMarker("## group_end of it"));
    assertFalse(AddScope.isMarker("A ## group_begin [type:dev]"));
    assertFalse(AddScope.isMarker("## task_begin"));
  }
}
