package dev.replenish.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Board;
import dev.replenish.board.Status;
import dev.replenish.board.TaskId;
import dev.replenish.core.BoardFiles;
import dev.replenish.index.ExpectedEntry;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries of the index are corrected, and nothing else in it changes. */
class IndexUpdateTest {
  private static final ExpectedEntry EXPECTED = expected("A-1");

  private static ExpectedEntry expected(String id) {
    return expected(id, Status.IN_PROGRESS, Optional.empty());
  }

  private static ExpectedEntry finished(String id, int day) {
    return expected(id, Status.DONE, Optional.of(LocalDate.of(2026, 2, day)));
  }

  private static ExpectedEntry expected(String id, Status status, Optional<LocalDate> completed) {
    return new ExpectedEntry(
        new TaskId(id),
        "Boil *water*",
        Optional.of("dev"),
        Optional.of("P1"),
        Optional.empty(),
        Optional.of(status),
        "TODO.md",
        Optional.empty(),
        completed);
  }

  private static Board board(String index) {
    return BoardFiles.backlog("").with(BoardFiles.INDEX, index).board();
  }

  private static String entry(String... lines) {
    return "## index_entry_begin\n[id:A-1]\n"
        + String.join("", List.of(lines).stream().map(line -> line + "\n").toList())
        + "## index_entry_end\n";
  }

  private static Board after(Board before, FileChange change) {
    return BoardFiles.backlog("").with(BoardFiles.INDEX, change.after()).board();
  }

  /** The index after the update; the update must be proven and complete. */
  private static String updated(String index, ExpectedEntry... expectedEntries) {
    Board before = board(index);
    IndexUpdate update = IndexUpdate.of(before, FileNames.DEFAULT, List.of(expectedEntries));
    Board after = update.changes().isEmpty() ? before : after(before, update.changes().get(0));
    Draft draft = new Draft(before, FileNames.DEFAULT, BoardFiles.READING);
    assertEquals(Optional.empty(), draft.take(update));
    IndexUpdate again = IndexUpdate.of(after, FileNames.DEFAULT, List.of(expectedEntries));
    assertEquals(List.of(), again.changes(), "a second time, nothing");
    SourceText source = after.index().orElseThrow().source();
    return source.text(new Span(0, source.length()));
  }

  private static String line(String line, ExpectedEntry expected) {
    String required = "status: in-progress";
    String text = updated(entry(required, line, "location: TODO.md"), expected);
    return text.lines().skip(3).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type: DEV",
        "type: `dev`",
        "priority: high",
        "priority: p1",
        "priority: **High**",
        "title: boil  *WATER*",
        "component: kitchen",
        "created: long ago",
        "completed: -",
        "completed:",
        "owner: Ann",
        "status: In Progress (since May)",
        "location: a/TODO.md",
        "location: [todo](../TODO.md#a-1)",
        "location: todo.md"
      })
  void equivalentValuesStay(String line) {
    assertEquals(line, line(line, EXPECTED));
  }

  @Test
  void wrongValuesAreReplacedInPlace() {
    assertEquals("type: dev", line("type: docs", EXPECTED));
    assertEquals("- **Type:** dev  ", line("- **Type:** docs  ", EXPECTED));
    assertEquals("priority: high", line("priority: low", EXPECTED));
    assertEquals("title: Boil *water*", line("title: Boil tea", EXPECTED));
    assertEquals("title: Boil *water*", line("title:", EXPECTED));
    assertEquals("status: in-progress", line("status: Done", EXPECTED));
    assertEquals("location:TODO.md", line("location:Kitchen", EXPECTED));
    assertEquals("location: a/TODO.md (moved)", line("location: a/BACKLOG.md (moved)", EXPECTED));
    assertEquals(
        "location: [TODO.md](x/TODO.md#y)",
        line("location: [backlog.md](x/BACKLOG.md#y)", EXPECTED));
    assertEquals("location: TODO.md", line("location: OLD_TODO.md", EXPECTED));
  }

  @Test
  void completionDateFollowsStatus() {
    String open = entry("status: in-progress", "location: TODO.md", "title: Boil *water*");
    String done =
        entry("status: done", "location: TODO.md", "completed: 2026-02-04", "title: Boil *water*");
    assertEquals(done, updated(open, finished("A-1", 4)));
    assertEquals(done, updated(done.replace("-04", "-03"), finished("A-1", 4)));
    String reopened =
        entry("status: in-progress", "location: TODO.md", "completed: ", "title: Boil *water*");
    assertEquals(reopened, updated(done, EXPECTED));
    String timed = done.replace("2026-02-04", "2026-02-04 10:30 UTC");
    assertEquals(timed, updated(timed, finished("A-1", 4)));
  }

  @Test
  void missingLinesAreAddedInOrderAndInExistingStyle() {
    assertEquals(
        entry("- **Type:** dev", "- **Status:** in-progress", "- **Location:** TODO.md", "text"),
        updated(entry("- **Type:** dev", "text"), EXPECTED));
    assertEquals(
        entry("status: in-progress", "location: TODO.md").replace("\n", "\r\n"),
        updated(entry().replace("\n", "\r\n"), EXPECTED));
    assertEquals(
        entry("status: in-progress  ", "location: TODO.md  "),
        updated(entry("location: TODO.md  "), EXPECTED));
  }

  @Test
  void unknownStatusOfTaskIsNotWritten() {
    ExpectedEntry unknown =
        new ExpectedEntry(
            EXPECTED.id(),
            EXPECTED.title(),
            EXPECTED.type(),
            EXPECTED.priority(),
            EXPECTED.component(),
            Optional.empty(),
            EXPECTED.fileName(),
            Optional.empty(),
            Optional.empty());
    String index = entry("status: whenever", "location: TODO.md");
    assertEquals(index, updated(index, unknown));
    assertEquals(entry("location: TODO.md"), updated(entry(), unknown));
  }

  @Test
  void hostileTextCannotBreakEntries() {
    ExpectedEntry hostile =
        new ExpectedEntry(
            EXPECTED.id(),
            "<!-- \u202E\u0007 ## index_entry_end\n\n## index_entry_begin\n[id:B-1]",
            Optional.of("```"),
            EXPECTED.priority(),
            Optional.of("<pre>"),
            EXPECTED.status(),
            EXPECTED.fileName(),
            Optional.empty(),
            Optional.empty());
    String added = updated("", hostile);
    assertTrue(
        added.contains("title: <!-- ## index_entry_end ## index_entry_begin [id:B-1]\n"), added);
    assertEquals(1, board(added).index().orElseThrow().entries().size());
    updated(added, EXPECTED, expected("B-1"));
    updated(entry("title: x"), hostile, expected("B-1"));
  }

  @Test
  void entriesAreAddedAfterAnyEndOfFile() {
    for (String end : List.of("", "\n", "\n\n", "\n---\n", "\n\ntext", "\n\n- a list\n", " \t")) {
      for (String head : List.of("", "# Index", entry().strip(), "\uFEFF# Index\r\n\r\n- a")) {
        String index =
            updated(
                head + end,
                EXPECTED,
                expected("B-2"),
                expected("B-1"),
                expected("TASK-20260101-1"));
        List<String> ids =
            board(index).index().orElseThrow().entries().stream().map(e -> e.id().value()).toList();
        boolean known = head.startsWith("##");
        assertEquals(
            known
                ? List.of("A-1", "TASK-20260101-1", "B-2", "B-1")
                : List.of("TASK-20260101-1", "A-1", "B-2", "B-1"),
            ids,
            head + end);
      }
    }
  }
}
