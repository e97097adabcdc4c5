package dev.replenish.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.plan.Repair;
import dev.replenish.plan.promote.Plan;
import dev.replenish.report.UnclearTasks;
import dev.replenish.rules.Checks;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Readiness.Verdict;
import dev.replenish.rules.Selection;
import dev.replenish.text.Intake;
import dev.replenish.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Boards with pathological input are read, planned, proven and checked in limited time. */
@Tag("long")
class PathologyTest {
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final String BEGIN = "## group_begin [type:dev][priority:high]\n";
  private static final String END = "## group_end\n";
  private static final String BODY =
      """
      **Status:** todo
      **Plan:**
      1. a
      2. b
      3. c
      **Estimated Effort:** M
      **Relevant Documentation:** docs/a.md
      """;

  private static String task(String id, String body) {
    return "## task_begin\n### # [id:"
        + id
        + "][type:dev][priority:high] T\n"
        + body
        + "## task_end\n";
  }

  private static String many(int count, IntFunction<String> text) {
    return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
  }

  private static BoardFiles group(String content) {
    return BoardFiles.backlog(BEGIN + content + END);
  }

  /** Reads, plans, proves and checks a board; returns the number of tasks that are moved. */
  private static int moved(BoardFiles files) {
    return CpuTime.within(LIMIT, () -> planned(files));
  }

  private static int planned(BoardFiles files) {
    byte[] bytes = files.files().get(BoardFiles.BACKLOG);
    assertEquals(Optional.empty(), Intake.objection(SourceText.of("x", "1", bytes)));
    BoardFiles unread = files.unread();
    Plan plan = unread.plan(Policy.DEFAULT);
    assertEquals(Optional.empty(), unread.objection(plan));
    Checks.of(plan.board(), Policy.DEFAULT);
    return plan.selection() instanceof Selection.Batch batch ? batch.tasks().size() : 0;
  }

  @Test
  void fileOf50MegabytesIsProcessed() {
    byte[] line =
        "A line of text like any other in a very long file.\n".getBytes(StandardCharsets.US_ASCII);
    byte[] task = (BEGIN + task("A-1", BODY) + END).getBytes(StandardCharsets.US_ASCII);
    byte[] file = new byte[50 << 20];
    for (int i = 0; i < file.length; i++) {
      file[i] = line[i % line.length];
    }
    System.arraycopy(task, 0, file, (30 << 20) / line.length * line.length, task.length);
    assertEquals(1, moved(BoardFiles.backlog("").with(BoardFiles.BACKLOG, file)));
  }

  @Test
  void lineOfSeveralMegabytesIsProcessed() {
    for (String unit : new String[] {"x", "[a:b]", "`", "<!--", "* ", "docs ", "A-1 ", "é🚀"}) {
      String line = unit.repeat((10 << 20) / unit.length() / 4);
      assertEquals(1, moved(group(task("A-1", BODY + "**Notes:** " + line + "\n"))), unit);
    }
  }

  @Test
  void longFieldValueIsProcessed() {
    for (String unit : new String[] {"x ", "A-1,", "a.b/", "1 2 ", "<!-- ", "TBD "}) {
      String value = unit.repeat((1 << 18) / unit.length());
      for (String label :
          new String[] {"Status", "Plan", "Estimated Effort", "Dependencies", "Documentation"}) {
        moved(group(task("A-1", "**" + label + ":** " + value + "\n")));
      }
    }
  }

  @Test
  void headerWithManyTagsIsProcessed() {
    String tags = "[tpye:x]".repeat(100_000);
    moved(group(task("A-1", BODY).replace("[type:dev]", tags)));
    moved(BoardFiles.backlog("## group_begin " + tags + "\n" + END));
  }

  @Test
  void titleOfOneMegabyteIsProcessed() {
    assertEquals(1, moved(group(task("A-1", BODY).replace("] T", "] " + "T".repeat(1 << 20)))));
  }

  @Test
  void hundredThousandGroupsAreProcessed() {
    String empty = many(100_000, i -> BEGIN + "## Title\n\n" + END);
    assertEquals(1, moved(BoardFiles.backlog(empty + BEGIN + task("A-1", BODY) + END)));
  }

  @Test
  void hundredThousandUnclosedGroupsAreProcessed() {
    assertEquals(0, moved(BoardFiles.backlog(many(100_000, i -> BEGIN))));
  }

  @Test
  void manyStrayMarkersAndUnclosedTasksAreProcessed() {
    assertEquals(0, moved(BoardFiles.backlog("## task_end\n".repeat(100_000))));
    assertEquals(0, moved(group(many(50_000, i -> "## task_begin\n### # [id:A-" + i + "] T\n"))));
  }

  @Test
  void listNested10000LevelsDeepIsProcessed() {
    String nested = "- ".repeat(10_000) + "x\n";
    assertEquals(1, moved(group(task("A-1", BODY + "**Notes:**\n" + nested + nested))));
    assertEquals(1, moved(group(nested + "\n" + task("A-1", BODY))));
  }

  @Test
  void manyBackticksAndBracketsInAPlanAreProcessed() {
    for (String unit : new String[] {"`", "`` ` ", "[a](", "![[]()", "*a ", "<a "}) {
      String text = unit.repeat(80_000 / unit.length());
      assertEquals(1, moved(group(task("A-1", BODY.replace("1. a", "1. a " + text)))), unit);
    }
  }

  @Test
  void hundredThousandStepsFieldsAndSeparatorsAreProcessed() {
    String steps = many(100_000, i -> (i + 1) + ". step\n");
    assertEquals(1, moved(group(task("A-1", BODY + "**Notes:**\n" + steps))));
    String fields = many(100_000, i -> "**Field " + i + ":** value\n");
    assertEquals(1, moved(group(task("A-1", BODY + fields))));
    String nested = many(50_000, i -> "1. step\n   **Field:** value\n");
    moved(group(task("A-1", "**Plan:**\n" + nested)));
    assertEquals(1, moved(group("---\n".repeat(100_000) + task("A-1", BODY))));
    assertEquals(
        1, moved(group("\n".repeat(1_000_000) + task("A-1", BODY) + "\n".repeat(1_000_000))));
  }

  @Test
  void tenThousandAuditCommentsAreProcessed() {
    String audits = "<!-- Task A-0 moved to TODO.md on 2026-01-01 -->\n".repeat(10_000);
    assertEquals(1, moved(group("## Title\n\n" + audits + task("A-1", BODY))));
  }

  /** Each byte is read a bounded number of times: twice the tasks take about twice the time. */
  @Test
  void fiveTimesTheTasksTakeLessThan25TimesTheWork() {
    String text = "A line of text to fill the task with, as people do.\n".repeat(20);
    IntFunction<BoardFiles> board =
        count -> group(many(count, i -> task("A-" + i, BODY + "**Notes:** " + text) + "\n---\n\n"));
    BoardFiles small = board.apply(2_000);
    BoardFiles large = board.apply(10_000);
    moved(small);
    long few = CpuTime.of(() -> assertEquals(5, planned(small)));
    long many = CpuTime.of(() -> assertEquals(5, planned(large)));
    double ratio = (double) many / Math.max(few, 20_000_000);
    assertTrue(ratio < 25, "five times the tasks were " + ratio + " times the work");
  }

  @Test
  void chainOf10000DependenciesIsProcessed() {
    String forwards =
        many(10_000, i -> task("A-" + i, BODY + "**Dependencies:** A-" + (i + 1) + "\n"));
    assertEquals(1, moved(group(forwards + task("A-10000", BODY))));
    String backwards =
        many(10_000, i -> task("A-" + i, BODY + "**Dependencies:** A-" + (i - 1) + "\n"));
    assertEquals(5, moved(group(backwards)));
    String circle =
        many(10_000, i -> task("A-" + i, BODY + "**Dependencies:** A-" + (i + 1) % 10_000 + "\n"));
    assertEquals(0, moved(group(circle)));
  }

  @Test
  void taskThatDependsOnAllOthersIsProcessed() {
    String all = many(10_000, i -> "A-" + i + ", ");
    String tasks = many(10_000, i -> task("A-" + i, BODY));
    assertEquals(5, moved(group(task("B-1", BODY + "**Dependencies:** " + all + "\n") + tasks)));
  }

  @Test
  void tenThousandTasksWithTheSameIdAreProcessed() {
    assertEquals(0, moved(group(task("A-1", BODY).repeat(10_000))));
  }

  @Test
  void tenThousandIndexEntriesAreProcessed() {
    String index =
        many(
            10_000,
            i ->
                "## index_entry_begin\n[id:A-"
                    + i
                    + "]\nlocation: BACKLOG.md\n## index_entry_end\n");
    BoardFiles files = group(task("A-1", BODY)).with(BoardFiles.INDEX, index);
    assertEquals(1, moved(files));
  }

  @Test
  void indexOfTenThousandTasksIsRepaired() {
    String tasks = many(10_000, i -> task("TASK-20260204-" + i, BODY));
    String index =
        many(
            10_000,
            i ->
                "## index_entry_begin\n[id:TASK-20260204-"
                    + 2 * i
                    + "]\nstatus: done\nlocation: TODO.md\n## index_entry_end\n");
    BoardFiles files = group(tasks).with(BoardFiles.INDEX, index);
    CpuTime.within(
        LIMIT,
        () -> {
          repair(files);
          return files;
        });
  }

  private static void repair(BoardFiles files) {
    List<Finding> findings = Checks.of(files.board(), Policy.DEFAULT);
    assertEquals(
        5_000, findings.stream().filter(f -> f.code() == FindingCode.INDEX_ENTRY_MISSING).count());
    SourceText source = files.board().index().orElseThrow().source();
    BoardFiles repaired = files.with(BoardFiles.INDEX, Repair.edits(source, findings).apply());
    assertEquals(15_000, repaired.board().index().orElseThrow().entries().size());
    assertEquals(List.of(), Checks.of(repaired.board(), Policy.DEFAULT));
  }

  @Test
  void indexEntryWithManyLinesAndUnclosedBracketsIsProcessed() {
    String lines = "status: todo\n".repeat(50_000) + "[".repeat(100_000) + "\n:" + "\n".repeat(9);
    String index = "## index_entry_begin\n[id:A-1]\n" + lines + "## index_entry_end\n";
    assertEquals(1, moved(group(task("A-1", BODY)).with(BoardFiles.INDEX, index)));
  }

  @Test
  void fileOfOneRepeatedByteIsProcessed() {
    for (char c : "#-`<[]*_\n\r\t >1".toCharArray()) {
      byte[] bytes = new byte[1 << 20];
      Arrays.fill(bytes, (byte) c);
      assertEquals(0, moved(BoardFiles.backlog("").with(BoardFiles.BACKLOG, bytes)));
    }
  }

  @Test
  void manyUnclearItemsAreNamedInOneSentence() {
    String items = many(50_000, i -> "- Old kettle " + i + " of ours\n");
    String backlog = "# Tea\n\nBy the river.\n\n## Kitchen\n\n" + items;
    List<Verdict> skipped =
        OpenTasks.read(backlog).stream().map(task -> new Verdict(task, List.of())).toList();
    assertEquals(50_000, skipped.size());
    UnclearTasks unclear = UnclearTasks.of(skipped, "BACKLOG.md");
    assertEquals(1, unclear.words().size());
    assertTrue(unclear.words().get(0).startsWith("50000 items (BACKLOG.md:7 to 50006): "));
    assertEquals(List.of(), CpuTime.within(LIMIT, () -> unclear.others(skipped)));
  }
}
