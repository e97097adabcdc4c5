package dev.replenish.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.replenish.board.Document;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Task;
import dev.replenish.plan.add.AddPlace;
import dev.replenish.plan.add.AddSite;
import dev.replenish.rules.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Text that could hang a reader or overflow its stack is read and planned, within limits that only
 * worse than linear time exceeds.
 */
@Tag("long")
class OutlinePathologyTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration LIMIT_OF_A_LINE = Duration.ofMillis(2_500);
  private static final Duration LIMIT_OF_TEN_THOUSAND = Duration.ofSeconds(10);
  private static final int LONG = 20_000;

  @TestFactory
  Stream<DynamicTest> longRepetitionsOfAnyTextAreRead() {
    return Stream.of(
            "[", "]", "|", "|-", "- ", "~~", "~~a", "(", "()", "`", "* ", "**", "A-", "A ", "1.",
            ": ", "a b ", "\t", "<!--", "P1 ", "(done) ", "> ", "{", "🔴", "[ ] ", "a: ", "#",
            "a - b. ", "*a* ", "→ A ")
        .map(
            part ->
                DynamicTest.dynamicTest(
                    "'" + part + "'", () -> plan(everywhere(repeated(part)), LIMIT_OF_A_LINE)));
  }

  private static String repeated(String part) {
    return part.repeat(LONG / part.length());
  }

  /** The text in each place that the reader examines closely. */
  private static String everywhere(String text) {
    return "# "
        + text
        + "\n\n- [ ] "
        + text
        + "\n- "
        + text
        + "\n\n| Task | Status |\n|---|---|\n| "
        + text
        + " | "
        + text
        + " |\n\n"
        + text
        + "\n\n## 1. "
        + text
        + "\n**Status:** "
        + text
        + "\n\n- Priority: "
        + text
        + "\n";
  }

  private static List<Task> plan(String backlog) {
    return plan(backlog, LIMIT);
  }

  private static List<Task> plan(String backlog, Duration limit) {
    BoardFiles files = AnyReading.board(Map.of()).with(BoardFiles.BACKLOG, backlog);
    return CpuTime.within(
        limit,
        () ->
            OutlineRun.of(files, Policy.DEFAULT.requiring(Set.of()), BoardFiles.DATE)
                .plan()
                .board()
                .backlog()
                .tasks());
  }

  @Test
  void lineOfOneMegabyteIsRead() {
    assertEquals(1, plan("- [ ] " + "word ".repeat(200_000) + "\n").size());
  }

  @TestFactory
  Stream<DynamicTest> hundredThousandLinesOfTextAreRead() {
    return Stream.of("Mend gate %d\n", "Gate %d\n\n", "-gate %d\n", "• gate %d\n", "  gate %d\n")
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line.strip(),
                    () -> {
                      StringBuilder text = new StringBuilder("# Backlog\n\n");
                      IntStream.range(0, 100_000).forEach(i -> text.append(line.formatted(i)));
                      assertEquals(100_000, plan(text.toString()).size());
                    }));
  }

  @Test
  void tenThousandRowsAreRead() {
    String rows = rows(10_000, "| %d | Weigh parcel %d | P%d | todo |\n");
    String table = "| # | Task | Priority | Status |\n|---|---|---|---|\n" + rows;
    assertEquals(10_000, plan(table, LIMIT_OF_TEN_THOUSAND).size());
  }

  @Test
  void manyRowsThatRepeatOtherRowsAreRead() {
    String head = "| ID | Task | Status |\n|---|---|---|\n";
    String rows = rows(20_000, "| OV-%d | Weigh parcel %d of %d | open |\n");
    String again = rows(20_000, "| OV-%d | Parcel %d, %d | open |\n") + "| NX-1 | A lid | open |\n";
    assertEquals(20_001, plan("# A\n\n" + head + rows + "\n" + head + again).size());
  }

  @Test
  void tenThousandBoxesAndHeadingsAreRead() {
    String boxes = rows(10_000, "- [ ] %d. Weigh parcel %d P%d\n");
    assertEquals(10_000, plan(boxes, LIMIT_OF_TEN_THOUSAND).size());
    String headings = "# A\n\n" + rows(10_000, "## %d. Weigh %d\n\nP%d\n\n");
    assertEquals(10_000, plan(headings, LIMIT_OF_TEN_THOUSAND).size());
  }

  @Test
  void listsBelowManyHeadingsAreRead() {
    String lists = rows(10_000, "## Oven %d\n\n- It has %d doors\n- It is P%d\n\n");
    String backlog = "# Ovens\n\n" + lists + "## To do\n\n- [ ] Buy one\n";
    assertEquals(20_001, plan(backlog, LIMIT_OF_TEN_THOUSAND).size());
  }

  @Test
  void manyListsBelowOneHeadingAreRead() {
    String lists = rows(20_000, "- Oven %d has %d doors, P%d\n\n***\n\n");
    assertEquals(20_000, plan("# Ovens\n\n" + lists, Duration.ofSeconds(5)).size());
  }

  @Test
  void manyGroupsOfLabelledHeadingsAreRead() {
    String task = "### %s parcel %%1$d\n\n- **Why:** it has %%1$d lids\n- **How:** by scale\n\n";
    String tasks = task.formatted("Weigh") + task.formatted("Seal") + task.formatted("Mail");
    String groups = rows(3_000, "## Van %1$d\n\n" + tasks);
    assertEquals(9_000, plan("# Van\n\n" + groups, LIMIT_OF_TEN_THOUSAND).size());
  }

  @Test
  void placeForANewTaskIsFoundInLongListsOutsideOfGroups() {
    String finished =
        "# Tea house\n\n## Kitchen\n\n" + rows(20_000, "- [x] Weigh parcel %d of %d\n");
    String parked = "\n## Icebox\n\n" + rows(20_000, "- [ ] Dream %d of %d\n");
    Document backlog = backlog(finished + parked);
    CpuTime.within(
        LIMIT_OF_TEN_THOUSAND,
        () -> {
          assertEquals("Weigh parcel 19999 of 19999", siblingBelow("Kitchen", backlog).title());
          assertEquals("Dream 19999 of 19999", siblingBelow("Icebox", backlog).title());
          return assertThrows(ProblemException.class, () -> siblingBelow("Attic", backlog));
        });
  }

  private static Document backlog(String text) {
    return AnyReading.board(Map.of()).with(BoardFiles.BACKLOG, text).board().backlog();
  }

  /** The task that a new one below {@code heading} follows. */
  private static Task siblingBelow(String heading, Document backlog) {
    AddPlace place = new AddPlace(Optional.of(heading), Optional.empty(), Optional.empty());
    return AddSite.in(backlog, place, List.of()).sibling();
  }

  private static String rows(int count, String format) {
    StringBuilder rows = new StringBuilder();
    IntStream.range(0, count).forEach(i -> rows.append(String.format(format, i, i, i % 5)));
    return rows.toString();
  }

  @Test
  void deeplyNestedBoxesAreOneTask() {
    StringBuilder nested = new StringBuilder();
    IntStream.range(0, 500).forEach(i -> nested.append("  ".repeat(i)).append("- [ ] x\n"));
    assertEquals(1, plan(nested.toString()).size());
  }

  @Test
  void deeplyNestedItemsAroundABoxAreReadAsOneTask() {
    StringBuilder nested = new StringBuilder();
    IntStream.range(0, 500).forEach(i -> nested.append("  ".repeat(i)).append("- x\n"));
    assertEquals(1, plan(nested + "  ".repeat(500) + "- [ ] x\n").size());
  }

  @Test
  void extremelyNestedItemsAreRead() {
    StringBuilder nested = new StringBuilder();
    IntStream.range(0, 2_500).forEach(i -> nested.append("  ".repeat(i)).append("- [see\n"));
    assertEquals(1, plan(nested.toString()).size());
    assertEquals(2, plan("- [ ] a box\n\n## Also\n\n" + nested).size());
  }
}
