package dev.replenish.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Board;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Priority;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.board.TaskId;
import dev.replenish.plan.Draft;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.add.AddSecondOpinion;
import dev.replenish.plan.add.AddStep;
import dev.replenish.plan.add.TaskBody;
import dev.replenish.plan.add.TaskDraft;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where new tasks are inserted, and the separators around them, in each {@link Variant}. */
class NewTasksTest {
  private static final TaskBody EMPTY_BODY =
      TaskBody.of(new TaskBody.Fields("", List.of(), List.of(), List.of(), List.of(), Map.of()));

  private static TaskDraft draft(String id, String type, Priority priority) {
    return new TaskDraft(new TaskId(id), "New", type, priority, Optional.empty(), EMPTY_BODY);
  }

  private static String block(String id, String type, String priority) {
    return "## task_begin\n### # [id:%s][type:%s][priority:%s] New\n**Status:** todo  \n## task_end\n"
        .formatted(id, type, priority);
  }

  private static final TaskDraft N1 = draft("N-1", "dev", Priority.HIGH);
  private static final TaskDraft N2 = draft("N-2", "dev", Priority.HIGH);
  private static final String B1 = block("N-1", "dev", "high");
  private static final String B2 = block("N-2", "dev", "high");

  private static String old(String id) {
    return "## task_begin\n### # [id:" + id + "][type:dev][priority:high] Old\n## task_end\n";
  }

  private static final String DEV = "## group_begin [type:dev][priority:high]\n";
  private static final String END = "## group_end\n";
  private static final String GAP = "\n---\n\n";

  /** Adds tasks to {@code before} and expects {@code after}, in each {@link Variant}. */
  private static void adds(String before, String after, TaskDraft... drafts) {
    for (Variant variant : Variant.values()) {
      Map<String, byte[]> plain = BoardFiles.backlog(before).files();
      BoardFiles files = BoardFiles.of(variant.before(plain));
      Board board = files.board();
      Draft draft = new Draft(board, FileNames.DEFAULT, BoardFiles.READING);
      AddStep step = AddStep.on(board, List.of(drafts));
      assertEquals(Optional.empty(), draft.take(step), variant.name());
      Optional<String> violation =
          new AddSecondOpinion(board.backlog(), draft.board().backlog(), step).violation();
      assertEquals(Optional.empty(), violation, variant.name());
      byte[] expected =
          variant.after(BoardFiles.backlog(after).files(), plain).get(BoardFiles.BACKLOG);
      byte[] found = draft.board().backlog().source().bytes();
      assertEquals(Variant.text(expected), Variant.text(found), variant.name());
    }
  }

  private static Problem refused(String backlog, TaskDraft... drafts) {
    BoardFiles files = BoardFiles.backlog(backlog);
    Problem problem =
        assertThrows(ProblemException.class, () -> AddStep.on(files.board(), List.of(drafts)))
            .problem();
    assertEquals(ErrorCode.INVALID_DOCUMENT, problem.code());
    return problem;
  }

  @Test
  void newTaskFollowsLastTaskOfTheGroup() {
    adds(
        "# B\n\n" + DEV + "\n" + old("A-1") + GAP + old("A-2") + GAP + END + "\nThe end.\n",
        "# B\n\n"
            + DEV
            + "\n"
            + old("A-1")
            + GAP
            + old("A-2")
            + GAP
            + B1
            + GAP
            + END
            + "\nThe end.\n",
        N1);
  }

  @Test
  void newTasksKeepTheirOrder() {
    adds(
        DEV + "\n" + old("A-1") + GAP + END,
        DEV + "\n" + old("A-1") + GAP + B2 + GAP + B1 + GAP + END,
        N2,
        N1);
  }

  @Test
  void noSeparatorFollowsTheLastTaskIfNoneDid() {
    adds(
        DEV + "\n" + old("A-1") + GAP + old("A-2") + "\n" + END,
        DEV + "\n" + old("A-1") + GAP + old("A-2") + GAP + B1 + GAP + B2 + "\n" + END,
        N1,
        N2);
    adds(DEV + old("A-1") + END, DEV + old("A-1") + GAP + B1 + END, N1);
  }

  @Test
  void noSeparatorsAreAddedToFileWithoutThem() {
    adds(
        DEV + old("A-1") + "\n" + old("A-2") + "\n" + END,
        DEV + old("A-1") + "\n" + old("A-2") + "\n" + B1 + "\n" + END,
        N1);
    adds(
        DEV + old("A-1") + "\n" + old("A-2") + END,
        DEV + old("A-1") + "\n" + old("A-2") + "\n" + B1 + END,
        N1);
  }

  @Test
  void newSeparatorsHaveNoBlankLinesIfOthersHaveNone() {
    adds(
        DEV + old("A-1") + "---\n" + old("A-2") + "---\n" + END,
        DEV + old("A-1") + "---\n" + old("A-2") + "---\n" + B1 + "---\n" + END,
        N1);
  }

  @Test
  void emptyGroupKeepsItsTitleAndAuditComments() {
    String head = DEV + "## Development\n\n<!-- Task A-1 moved to TODO.md on 2026-02-01 -->\n";
    adds(head + "\n" + END, head + "\n" + B1 + GAP + END, N1);
    adds(head + END, head + "\n" + B1 + GAP + END, N1);
    adds(DEV + END, DEV + "\n" + B1 + GAP + END, N1);
    adds(DEV + "- a list\n" + END, DEV + "- a list\n\n" + B1 + GAP + END, N1);
  }

  @Test
  void emptyGroupUsesTheSeparatorsOfOtherGroups() {
    String docs = "## group_begin [type:docs][priority:low]\n";
    adds(
        DEV + "\n" + END + "\n" + docs + "\n" + old("A-1") + "\n" + old("A-2") + "\n" + END,
        (DEV + "\n" + B1 + "\n" + B2 + "\n" + END + "\n")
            + (docs + "\n" + old("A-1") + "\n" + old("A-2") + "\n" + END),
        N1,
        N2);
  }

  @Test
  void newTaskFollowsTextAfterTheLastTask() {
    adds(
        DEV + "\n" + old("A-1") + GAP + "<!-- the end -->\n" + END,
        DEV + "\n" + old("A-1") + GAP + "<!-- the end -->\n\n" + B1 + GAP + END,
        N1);
  }

  @Test
  void newTaskFollowsATemplateAtTheEnd() {
    String template = old("TASK-YYYYMMDD-001");
    adds(
        DEV + "\n" + old("A-1") + GAP + template + GAP + END,
        DEV + "\n" + old("A-1") + GAP + template + GAP + B1 + GAP + END,
        N1);
  }

  @Test
  void firstGroupWithTasksIsUsedOrElseTheFirstGroup() {
    adds(
        DEV + "\n" + END + "\n" + DEV + "\n" + old("A-1") + GAP + END,
        DEV + "\n" + END + "\n" + DEV + "\n" + old("A-1") + GAP + B1 + GAP + END,
        N1);
    adds(
        DEV + "\n" + END + "\n" + DEV + "\n" + END,
        DEV + "\n" + B1 + GAP + END + "\n" + DEV + "\n" + END,
        N1);
  }

  @Test
  void groupMatchesTypeInAnyCaseAndPriorityInAnyNotation() {
    String group = "## group_begin [type:Dev][priority:P1]\n\n";
    adds(group + END, group + B1 + GAP + END, N1);
  }

  private static String group(String type, String priority, String tasks) {
    return "## group_begin [type:%s][priority:%s]\n\n%s## group_end\n"
        .formatted(type, priority, tasks);
  }

  @Test
  void newGroupIsInsertedByPriority() {
    String high = group("qa", "high", "");
    String low = group("qa", "low", "");
    String made = group("dev", "high", B1 + GAP);
    adds(high + "\n" + low, high + "\n" + made + "\n" + low, N1);
    adds(high + low, high + "\n" + made + "\n" + low, N1);
    adds("# B\n\n" + low, "# B\n\n" + made + "\n" + low, N1);
    adds("# B\n" + low, "# B\n\n" + made + "\n" + low, N1);
    adds(high, high + "\n" + made, N1);
    adds(high + "\n# Notes\n", high + "\n" + made + "\n# Notes\n", N1);
    adds(high + "# Notes\n", high + "\n" + made + "\n# Notes\n", N1);
    adds(low + "\n" + high, low + "\n" + high + "\n" + made, N1);
  }

  @Test
  void firstGroupOfAFileIsAddedAtItsEnd() {
    String made = group("dev", "high", B1 + GAP);
    adds("# B\n\nText.\n", "# B\n\nText.\n\n" + made, N1);
    adds("<div>\n", "<div>\n\n" + made, N1);
    Board empty = BoardFiles.backlog("").board();
    Draft draft = new Draft(empty, FileNames.DEFAULT, BoardFiles.READING);
    assertEquals(Optional.empty(), draft.take(AddStep.on(empty, List.of(N1))));
    assertEquals(made, new String(draft.board().backlog().source().bytes(), UTF_8));
  }

  @Test
  void newGroupIsSeparatedLikeOtherGroups() {
    String high = group("qa", "high", "");
    String low = group("qa", "low", "");
    adds(high + GAP + low, high + GAP + group("dev", "high", B1 + GAP) + GAP + low, N1);
  }

  @Test
  void severalNewGroupsAreInsertedByPriority() {
    String low = group("qa", "low", "");
    String critical = group("dev", "critical", block("N-3", "dev", "critical") + GAP);
    adds(
        low,
        critical + "\n" + group("dev", "high", B1 + GAP + B2 + GAP) + "\n" + low,
        N1,
        draft("N-3", "dev", Priority.CRITICAL),
        N2);
  }

  @Test
  void damagedGroupIsRefused() {
    Problem problem = refused("# B\n\n" + DEV + old("A-1"), N1);
    assertEquals("BACKLOG.md:3:1", String.valueOf(problem.where()));
    assertTrue(problem.message().contains("[type:dev][priority:high] is damaged"));
  }

  @Test
  void soundGroupIsPreferredToDamagedGroup() {
    String damaged = DEV + "## task_begin### # [id:A-1][type:dev] x\n## task_end\n" + END;
    adds(damaged + "\n" + DEV + "\n" + END, damaged + "\n" + DEV + "\n" + B1 + GAP + END, N1);
  }

  @Test
  void damageInOtherGroupsIsIgnored() {
    String open = "## group_begin [type:qa][priority:low]\n\n" + old("A-1");
    adds(DEV + "\n" + END + "\n" + open, DEV + "\n" + B1 + GAP + END + "\n" + open, N1);
  }

  @Test
  void unclosedBlockThatWouldHideTheTaskIsRefused() {
    Problem comment = refused("# B\n\n<!-- open\n", N1);
    assertEquals("BACKLOG.md:3:1", String.valueOf(comment.where()));
    assertTrue(comment.message().contains("would be hidden"), comment.message());
    refused("# B\n\n```\nopen\n", N1);
    String open = "## group_begin [type:qa][priority:high]\n\n## task_begin\n### # [id:A-1] x\n";
    Problem task = refused(open, N1);
    assertEquals("BACKLOG.md:3:1", String.valueOf(task.where()));
  }
}
