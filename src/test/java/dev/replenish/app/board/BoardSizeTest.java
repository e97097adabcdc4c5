package dev.replenish.app.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.text.SourceText;
import org.junit.jupiter.api.Test;

/** Boards that are too big for 512 MB of memory are refused before they are read. */
class BoardSizeTest {
  private static final String TASK = "## task_begin\n## task_end\n";

  private final BoardSize size = new BoardSize();

  private static SourceText file(String path, String text) {
    return SourceText.of(path, "", text.getBytes(UTF_8));
  }

  private Problem refused(SourceText file) {
    Problem problem = assertThrows(ProblemException.class, () -> size.add(file)).problem();
    assertEquals(ErrorCode.INVALID_DOCUMENT, problem.code());
    assertTrue(problem.next().contains("split the board"), problem.next());
    return problem;
  }

  @Test
  void tasksOfAllFilesCountTogether() {
    size.add(file("BACKLOG.md", TASK.repeat(100_000)));
    size.add(file("TODO.md", TASK.repeat(1_000)));
    Problem problem = refused(file("ARCHIVE.md", TASK));
    assertEquals(
        "with this file, the board has 101001 tasks; at most 101000 are read", problem.message());
    assertEquals("ARCHIVE.md", problem.where().path());
  }

  @Test
  void linesOfFilesWithoutMarkersCountTogether() {
    size.add(file("BACKLOG.md", "- [ ] a\n\n\n\n\n".repeat(200_000)));
    size.add(file("TODO.md", TASK.repeat(2)));
    assertEquals(
        "with this file, the board has 1000001 lines without task_begin; at most 1000000 are read",
        refused(file("ARCHIVE.md", "- [x] a\n")).message());
  }

  @Test
  void possibleTasksWithoutMarkersCountTogether() {
    size.add(file("BACKLOG.md", "- [ ] a\n  b\n".repeat(100_000) + "| a | b |\n".repeat(50_000)));
    size.add(file("TODO.md", "  1. a\n".repeat(50_000) + TASK.repeat(2)));
    size.add(file("TODO.md", "## a\n--\n".repeat(25_500)));
    assertEquals(
        "with this file, the board has 201001 items, rows and headings without task_begin; at most"
            + " 201000 are read",
        refused(file("ARCHIVE.md", "* a")).message());
  }

  @Test
  void bytesOfFilesWithoutMarkersCountTogether() {
    size.add(file("BACKLOG.md", "x".repeat(100 << 20)));
    assertEquals(
        "with this file, the board has 100.1 MiB without task_begin; at most 100 MiB are read",
        refused(file("TODO.md", "- [ ] a\n")).message());
  }

  @Test
  void bytesOfAllFilesCountTogether() {
    SourceText half = file("BACKLOG.md", TASK + "x".repeat((60 << 20) - TASK.length()));
    size.add(half);
    size.add(half);
    assertEquals(
        "with this file, the board has 120.1 MiB; at most 120 MiB are read",
        refused(file("TODO.md", TASK)).message());
  }
}
