package dev.replenish.plan.undo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.TaskId;
import dev.replenish.core.BoardFiles;
import dev.replenish.plan.FileNames;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which group returned tasks are put into. */
class ReturnPlacementTest {
  private static final FileNames FILES =
      new FileNames("BACKLOG.md", "to do.md", "ARCHIVE.md", "TASK_INDEX.md");

  private static String task(String id) {
    return "## task_begin\n### # [id:" + id + "][type:dev][priority:high] Boil\n## task_end\n\n";
  }

  private static String group(String... parts) {
    return group("dev", List.of(parts));
  }

  private static String docs(String... parts) {
    return group("docs", List.of(parts));
  }

  private static String group(String type, List<String> parts) {
    return "## group_begin [type:"
        + type
        + "][priority:high]\n\n"
        + String.join("", parts)
        + "## group_end\n\n";
  }

  private static String moved(String names, String todo) {
    return "<!-- Task " + names + " moved to " + todo + " on 2026-02-04 -->\n\n";
  }

  private static Document backlog(String... groups) {
    Board board = BoardFiles.backlog(String.join("", groups)).board();
    return board.backlog();
  }

  private static Optional<Integer> home(
      FileNames files, Document old, Document now, String... ids) {
    List<TaskId> all = Arrays.stream(ids).map(TaskId::new).toList();
    return ReturnPlacement.home(now, old, all, files).map(Group::line);
  }

  private static Optional<Integer> home(Document old, Document now, String... ids) {
    return home(FileNames.DEFAULT, old, now, ids);
  }

  @Test
  void groupWithAuditCommentOfMoveIsUsed() {
    Document old = backlog(group(task("A"), task("B")));
    String other = group(task("B"));
    assertEquals(Optional.of(9), home(old, backlog(other, group(moved("A", "TODO.md"))), "A"));
    assertEquals(Optional.of(9), home(old, backlog(other, group(moved("C, A", "TODO.md"))), "A"));
    assertEquals(Optional.of(1), home(old, backlog(other, group(moved("A", "NOW.md"))), "A"));
    assertEquals(Optional.of(1), home(old, backlog(other, group(moved("C", "TODO.md"))), "A"));
    Document blank = backlog(other, group(moved("A", "to do.md")));
    assertEquals(Optional.of(9), home(FILES, old, blank, "A"));
  }

  @Test
  void auditCommentInsideTaskIsIgnored() {
    Document old = backlog(group(task("A"), task("B")));
    String inside = task("C").replace("## task_end", moved("A", "TODO.md") + "## task_end");
    assertEquals(Optional.of(11), home(old, backlog(group(inside), group(task("B"))), "A"));
  }

  @Test
  void groupWithFormerNeighbourIsUsedOtherwise() {
    Document old = backlog(group(task("A"), task("B")), group(task("C")));
    assertEquals(Optional.of(9), home(old, backlog(group(task("C")), group(task("B"))), "A"));
  }

  @Test
  void similarGroupInSamePositionIsUsedOtherwise() {
    Document old = backlog(group(task("A")), docs(task("D")), group(task("B")), group(task("C")));
    Document now = backlog(group(task("E")), docs(task("D")), group(), group());
    assertEquals(Optional.of(1), home(old, now, "A"));
    assertEquals(Optional.of(17), home(old, now, "B"));
    assertEquals(Optional.of(21), home(old, now, "C"));
  }

  @Test
  void firstSimilarGroupIsUsedOtherwise() {
    Document old = backlog(group(task("A")), group(task("B")));
    assertEquals(Optional.of(9), home(old, backlog(docs(task("D")), group()), "B"));
  }

  @Test
  void damagedOrDissimilarGroupIsNotUsed() {
    Document old = backlog(group(task("A")), group(task("B")));
    assertEquals(Optional.empty(), home(old, backlog(docs()), "A"));
    String damaged = group(task("C")).replace("## group_end\n", "");
    assertEquals(Optional.empty(), home(old, backlog(damaged), "A"));
  }

  @Test
  void tasksOfDifferentGroupsHaveNoCommonGroup() {
    Document old = backlog(group(task("A")), group(task("B")));
    assertEquals(Optional.empty(), home(old, backlog(group()), "A", "B"));
    assertEquals(Optional.empty(), home(old, backlog(group()), "Z"));
  }
}
