package dev.replenish.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.Task;
import dev.replenish.rules.Progress;
import dev.replenish.rules.Summary;
import dev.replenish.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Summaries are found between their markers, and do not change how tasks are read. */
class SummaryReadingTest {
  private static final String BEGIN = "<!-- replenish:summary -->\n";
  private static final String END = "<!-- /replenish:summary -->\n";

  private static final String TASKS =
      "## group_begin [type:dev][priority:high]\n\n## task_begin\n"
          + "### # [id:A-1][type:dev][priority:high] Boil water\n**Status:** todo\n## task_end\n\n"
          + "---\n\n## group_end\n";

  private static Document read(String text) {
    SourceText source = BoardFiles.backlog(text).board().backlog().source();
    return AnyReading.READING.read(source, FileRole.BACKLOG);
  }

  private static String summary(Document document, int index) {
    return document.source().text(document.summaries().get(index));
  }

  private static List<FindingCode> codes(Document document) {
    return document.findings().stream().map(Finding::code).toList();
  }

  @Test
  void eachSummaryIsFound() {
    Document document = read("# Tea\n\n" + BEGIN + "one\n" + END + TASKS + BEGIN + END);
    assertEquals(2, document.summaries().size());
    assertEquals("one\n", summary(document, 0));
    assertEquals("", summary(document, 1));
    assertEquals(List.of(), document.findings());
  }

  @Test
  void spacesAroundMarkersAreIgnored() {
    Document document = read("  " + BEGIN.strip() + "  \r\none\r\n" + END.strip() + "\t\r\n");
    assertEquals("one\r\n", summary(document, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```\n%s%s```\n",
        "    %s",
        "- a\n\n  %s  %s",
        "> %s> %s",
        "<pre>\n%s%s</pre>\n",
        "<!--\n%s",
        "Text %s"
      })
  void markersInsideOtherTextAreIgnored(String around) {
    Document document = read(around.formatted(BEGIN, END) + "\n" + TASKS);
    assertEquals(List.of(), document.summaries());
    assertTrue(
        !codes(document).contains(FindingCode.SUMMARY_UNUSABLE), document.findings()::toString);
  }

  @Test
  void summaryWithoutEndIsUnusable() {
    Document document = read(BEGIN + "one\n" + BEGIN + "two\n" + END + TASKS + BEGIN);
    assertEquals(1, document.summaries().size());
    assertEquals("two\n", summary(document, 0));
    assertEquals(
        List.of(FindingCode.SUMMARY_UNUSABLE, FindingCode.SUMMARY_UNUSABLE), codes(document));
  }

  @Test
  void summaryInsideTaskIsUnusable() {
    String inside = TASKS.replace("todo\n", "todo\n\n" + BEGIN + END);
    assertEquals(List.of(), read(inside).summaries());
    assertEquals(List.of(FindingCode.SUMMARY_UNUSABLE), codes(read(inside)));
    String heading = "# Backlog\n\n## TASK-1: Boil water\n\nSoon.\n\n" + BEGIN + END;
    assertEquals(1, read(heading).tasks().size());
    assertEquals(List.of(), read(heading).summaries());
    assertEquals(List.of(FindingCode.SUMMARY_UNUSABLE), codes(read(heading)));
  }

  private static final String WRITTEN = "```text\nhigh      ░░░░░░░░░░  0 of 2 done\n```\n";

  /** A summary without its end marker must not hide tasks. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "- [ ] Boil water\n",
        "## TASK-1: Boil water\n\nSoon.\n",
        "| ID | Task | Status |\n|---|---|---|\n| R-1 | Boil water | todo |\n",
        "> - [ ] Boil water\n",
        "Boil water\n==========\n"
      })
  void textThatMayBeATaskIsNoSummary(String content) {
    Document document = read("# High\n\n" + BEGIN + "\n" + content + "\n" + END);
    assertEquals(List.of(), document.summaries());
    assertTrue(codes(document).contains(FindingCode.SUMMARY_UNUSABLE));
    String other = "# High\n\n<!-- a -->\n\n" + content + "\n<!-- b -->\n";
    assertEquals(
        read(other).tasks().stream().map(Task::title).toList(),
        document.tasks().stream().map(Task::title).toList());
    Document marked = read(BEGIN + TASKS + END);
    assertEquals(List.of(), marked.summaries());
    assertEquals(1, marked.tasks().size());
    assertEquals(List.of(FindingCode.SUMMARY_UNUSABLE), codes(marked));
  }

  /** Asserts that the blocks are the same as with a comment in place of the summary. */
  private static void assertSameBlocks(String name, String with, String without) {
    Document summary = read(with);
    Document comment = read(without);
    if (codes(summary).contains(FindingCode.SUMMARY_UNUSABLE)) {
      return; // the summary is in a task, and is part of its text
    }
    assertEquals(blocks(comment), blocks(summary), name);
    assertEquals(comment.groups().size(), summary.groups().size(), name);
  }

  private static List<String> blocks(Document document) {
    return document.tasks().stream()
        .map(task -> task.title() + " " + task.state().word() + " " + text(document, task))
        .toList();
  }

  private static String text(Document document, Task task) {
    return document.source().text(task.block());
  }

  @TestFactory
  Stream<DynamicTest> summaryDoesNotChangeHowTasksAreRead() {
    return Stream.of("outline", "golden")
        .flatMap(folder -> GoldenCase.in(folder).stream())
        .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> checkReading(golden)));
  }

  private static void checkReading(GoldenCase golden) {
    String text = new String(golden.before().get(BoardFiles.BACKLOG), UTF_8);
    if (codes(read(text)).contains(FindingCode.UNCLOSED_BLOCK)) {
      return; // text below it is part of the open block
    }
    if (!text.endsWith("\n") || text.startsWith("---") || text.startsWith("\uFEFF")) {
      return;
    }
    String block = BEGIN + WRITTEN + END;
    String comments = BEGIN + "<!-- nothing -->\n" + END.replace("/replenish", "replenish");
    assertSameBlocks(
        "above", block + "\n" + text, comments.replace("replenish", "other") + "\n" + text);
    assertSameBlocks(
        "below", text + "\n" + block, text + "\n" + comments.replace("replenish", "other"));
  }

  @Test
  void progressCountsEachTaskOnce() {
    Board board =
        BoardFiles.backlog(
                TASKS
                    + TASKS.replace("A-1", "A-2").replace("todo", "blocked").replace("high", "low")
                    + TASKS.replace("A-1", "A-3").replace("todo", "rejected"))
            .with(
                BoardFiles.TODO,
                "# Now\n\n"
                    + task("B-1", "todo")
                    + task("B-2", "in-progress")
                    + task("B-3", "blocked")
                    + task("B-4", "done"))
            .with(BoardFiles.ARCHIVE, task("C-1", "done") + task("C-2", "rejected"))
            .board();
    Progress progress = Progress.of(board);
    assertEquals(2, progress.rows().size());
    assertEquals("high", progress.rows().get(0).priority().orElseThrow().word());
    Progress.Row all = progress.all();
    assertEquals(
        List.of(1, 2, 2, 2, 7),
        List.of(all.open(), all.inWork(), all.blocked(), all.done(), all.tasks()));
  }

  private static String task(String id, String status) {
    return "## task_begin\n### # [id:%s][type:dev][priority:high] Tea\n**Status:** %s\n## task_end\n\n---\n\n"
        .formatted(id, status);
  }

  @Test
  void barIsFullOnlyWhenAllTasksAreDone() {
    assertEquals("░░░░░░░░░░", Summary.bar(new Progress.Row(Optional.empty(), 0, 0, 0, 0), 10));
    assertEquals("█████████░", Summary.bar(new Progress.Row(Optional.empty(), 1, 0, 0, 999), 10));
    assertEquals("██████████", Summary.bar(new Progress.Row(Optional.empty(), 0, 0, 0, 1), 10));
  }

  @Test
  void summaryOfNoTasksSaysSo() {
    Board board = BoardFiles.backlog(BEGIN + END).board();
    assertEquals("```text\nno task yet\n```\n", new Summary(board).in(board.backlog().source()));
  }
}
