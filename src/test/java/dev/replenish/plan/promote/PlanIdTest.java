package dev.replenish.plan.promote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Board;
import dev.replenish.board.FieldName;
import dev.replenish.board.Priority;
import dev.replenish.core.BoardFiles;
import dev.replenish.plan.FileNames;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Policy;
import dev.replenish.rules.SelectionRule;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The id of a plan changes exactly when its outcome does, apart from the date. */
class PlanIdTest {
  private static final BoardFiles FILES =
      BoardFiles.backlog(group("dev", "high", "A-1", "A-2", "A-3") + group("docs", "low", "B-1"));

  private static String group(String type, String priority, String... ids) {
    StringBuilder text = new StringBuilder();
    text.append("## group_begin [type:" + type + "][priority:" + priority + "]\n");
    for (String id : ids) {
      text.append("## task_begin\n### # [id:" + id + "] T\n## task_end\n");
    }
    return text.append("## group_end\n").toString();
  }

  private static Policy policy(int batchSize, SelectionRule select, boolean audit, int max) {
    BatchFilter narrowing = new BatchFilter(Optional.empty(), Optional.empty(), max);
    return policy(batchSize, select, audit, narrowing);
  }

  private static Policy policy(
      int batchSize, SelectionRule select, boolean audit, BatchFilter narrowing) {
    return new Policy(batchSize, select, false, Set.of(), true, audit, narrowing, Policy.NO_DAY);
  }

  private static final Policy POLICY = policy(5, SelectionRule.PRIORITY, true, 5);

  private static BoardFiles withTodo(BoardFiles files) {
    return files.with(BoardFiles.TODO, "# TODO\n");
  }

  private static String id(BoardFiles files, Policy policy) {
    return files.plan(policy).id();
  }

  @Test
  void idHasSixteenHexadecimalDigits() {
    assertTrue(id(FILES, POLICY).matches("[0-9a-f]{16}"));
  }

  @Test
  void sameBoardAndSettingsGiveSameId() {
    assertEquals(id(FILES, POLICY), id(BoardFiles.of(FILES.files()), POLICY));
  }

  @Test
  void dateDoesNotChangeId() {
    LocalDate tomorrow = BoardFiles.DATE.plusDays(1);
    assertEquals(id(FILES, POLICY), FILES.plan(POLICY, tomorrow).id());
  }

  @Test
  void everyFileChangesId() {
    String id = id(FILES, POLICY);
    for (String name : new String[] {BoardFiles.TODO, BoardFiles.ARCHIVE, BoardFiles.INDEX}) {
      assertNotEquals(id, id(FILES.with(name, "x\n"), POLICY), name);
    }
    String more = FILES.text(BoardFiles.BACKLOG) + "\n";
    assertNotEquals(id, id(FILES.with(BoardFiles.BACKLOG, more), POLICY));
  }

  @Test
  void folderChangesId() {
    Board board = FILES.board();
    Board moved = new Board("a", board.backlog(), board.todo(), board.archive(), board.index());
    Planner planner = new Planner(FileNames.DEFAULT);
    assertNotEquals(
        planner.plan(board, POLICY, BoardFiles.DATE).id(),
        planner.plan(moved, POLICY, BoardFiles.DATE).id());
  }

  @Test
  void settingsThatChangeBatchChangeId() {
    BoardFiles files = withTodo(FILES);
    String id = id(files, POLICY);
    assertNotEquals(id, id(files, policy(2, SelectionRule.PRIORITY, true, 5)));
    assertNotEquals(id, id(files, policy(5, SelectionRule.PRIORITY, true, 1)));
    assertNotEquals(id, id(files, policy(5, SelectionRule.PRIORITY, false, 5)));
    BatchFilter low = new BatchFilter(Optional.empty(), Optional.of(Priority.LOW), 5);
    assertNotEquals(id, id(files, policy(5, SelectionRule.PRIORITY, true, low)));
    Policy strict = POLICY.requiring(Set.of(FieldName.PLAN));
    assertNotEquals(id, id(files, strict));
  }

  @Test
  void settingsWithoutEffectDoNotChangeId() {
    BoardFiles files = withTodo(FILES);
    String id = id(files, POLICY);
    assertEquals(id, id(files, policy(4, SelectionRule.PRIORITY, true, 4)));
    assertEquals(id, id(files, policy(5, SelectionRule.LISTED, true, 5)));
  }

  @Test
  void settingsWrittenIntoNewTodoChangeId() {
    assertNotEquals(id(FILES, POLICY), id(FILES, policy(4, SelectionRule.PRIORITY, true, 5)));
    FileNames names = new FileNames("BACKLOG.md", "WORK.md", "ARCHIVE.md", "TASK_INDEX.md");
    Plan plan = new Planner(names).plan(FILES.board(), POLICY, BoardFiles.DATE);
    assertNotEquals(id(FILES, POLICY), plan.id());
  }

  @Test
  void planToDoNothingHasId() {
    BoardFiles empty = BoardFiles.backlog("# Backlog\n");
    assertEquals(id(empty, POLICY), id(empty, policy(1, SelectionRule.LISTED, false, 1)));
    assertNotEquals(id(empty, POLICY), id(withTodo(empty), POLICY));
  }
}
