package dev.replenish.git.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.git.GitTest;
import dev.replenish.git.Repo;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A file that receives tasks is written before the file that loses them, whatever their names. */
class WriteOrderTest extends GitTest {
  private static final String ARCHIVE = "ARCHIVE.md";

  private List<String> order(List<Change> changes) {
    try (Repo repo = open()) {
      CommitTree before = repo.tip(Optional.empty());
      for (Change change : changes) {
        box.write(change.path(), new String(change.bytes()));
      }
      box.commitAll("after");
      return WriteOrder.of(
          changes.stream().map(Change::path).toList(), before, repo.tip(Optional.empty()));
    }
  }

  @Test
  void todoIsWrittenBeforeTheBacklogLosesTheBatch() {
    assertEquals(
        List.of(TODO, BACKLOG),
        order(List.of(change(BACKLOG, "two\n"), change(TODO, "zero\none\n"))));
  }

  @Test
  void backlogIsWrittenFirstIfATaskReturns() {
    assertEquals(
        List.of(BACKLOG, TODO),
        order(List.of(change(TODO, ""), change(BACKLOG, "one\ntwo\nzero\n"))));
  }

  @Test
  void fileThatGivesAndReceivesIsWrittenBetween() {
    assertEquals(
        List.of(ARCHIVE, TODO, BACKLOG),
        order(List.of(change(BACKLOG, "two\n"), change(TODO, "one\n"), change(ARCHIVE, "zero\n"))));
  }

  @Test
  void sizesAreIgnoredIfLinesDecide() {
    assertEquals(
        List.of(ARCHIVE, TODO, BACKLOG),
        order(
            List.of(
                change(TODO, "one\n" + "a long comment\n".repeat(50)),
                change(BACKLOG, "two\n"),
                change(ARCHIVE, "zero\n"))));
  }

  @Test
  void lineEndsAreIgnored() {
    assertEquals(
        List.of(TODO, BACKLOG),
        order(
            List.of(
                change(BACKLOG, "two\nmuch more of something else\n"),
                change(TODO, "zero\r\none\r\n"))));
  }

  @Test
  void growingFileIsWrittenFirstWithoutCommonLines() {
    assertEquals(
        List.of(TODO, BACKLOG), order(List.of(change(BACKLOG, "x\n"), change(TODO, "y\nz\nz\n"))));
  }
}
