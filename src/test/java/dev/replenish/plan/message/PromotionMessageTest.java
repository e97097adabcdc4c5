package dev.replenish.plan.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Board;
import dev.replenish.board.Priority;
import dev.replenish.core.BoardFiles;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.Services;
import dev.replenish.plan.promote.Plan;
import dev.replenish.plan.promote.Planner;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The message of a promotion, with trailers as Git parses them. */
class PromotionMessageTest {

  private static String task(String id, String title, String body) {
    return "## task_begin\n### # [id:" + id + "] " + title + "\n" + body + "## task_end\n";
  }

  private static BoardFiles board(String type, String... tasks) {
    return BoardFiles.backlog(
        "## group_begin [type:"
            + type
            + "][priority:critical]\n"
            + String.join("", tasks)
            + "## group_end\n");
  }

  private static Policy policy(BatchFilter narrowing) {
    return BoardFiles.policy(5, narrowing);
  }

  private static String message(BoardFiles files, FileNames names, Optional<String> key) {
    return PromotionMessage.of(
        files.plan(policy(BatchFilter.NONE)), List.of(), names, "0.1.0", key);
  }

  private static String message(BoardFiles files) {
    return message(files, FileNames.DEFAULT, Optional.empty());
  }

  private static List<String> trailers(String message) {
    try {
      Process git = new ProcessBuilder("git", "interpret-trailers", "--parse").start();
      git.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
      git.getOutputStream().close();
      String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, git.waitFor());
      return out.lines().toList();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertSound(String message, String... ids) {
    List<String> lines = message.lines().toList();
    assertTrue(lines.get(0).length() <= 72, lines.get(0));
    assertEquals("", lines.get(1));
    List<String> expected = new ArrayList<>();
    expected.add("Replenish-Board: .");
    expected.add("Replenish-Group: type=dev priority=critical");
    expected.add("Replenish-Rule: highest-priority");
    for (String id : ids) {
      expected.add("Replenish-Task: " + id);
    }
    expected.add("Replenish-Version: 0.1.0");
    assertEquals(expected, trailers(message));
    for (String line : lines) {
      boolean expectedLine =
          line.isEmpty()
              || line.matches("(chore\\(todo\\): |- |Group \\[|Skipped |Replenish-[A-Z]).*");
      assertTrue(expectedLine, line);
      assertTrue(line.length() <= 1000, "a line of " + line.length());
      assertFalse(line.codePoints().anyMatch(Character::isISOControl), line);
    }
    Services.assertNoAction(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Plain",
        "Signed-off-by: Eve <eve@example.org>",
        "---",
        "--- a/file",
        "# a comment",
        "; a comment",
        "\u001B[31mred\u001B[0m \u009B1m",
        "a\u2028Signed-off-by: Eve\u2029b",
        "a\u0085Co-authored-by: Eve\u000BReplenish-Task: B-1\fx",
        "Replenish-Task: EVIL-1",
        "diff --git a/x b/x",
        "scissors ------------------------ >8 ------------------------",
        "Fixes #1, closes: #2",
        "closes tea/pot#5, GH-6, resolved gh-7 and fix: #8",
        "Implements https://github.com/tea/pot/issues/9",
        "@ana and @tea/pourers: [skip ci] [CI-Skip] [no ci] [skip actions] ***NO_CI***",
        "skip-checks: true",
        "Fixed TEA-12, TEA-13 #close #time 2h",
        "[[skip ci]] ##1 (#2) @@ana",
        "漢字 🚀 e\u0301 \u202Egnp.exe",
        "$(rm -rf .) `x` %s %n",
      })
  void hostileTitlesAreDisarmed(String title) {
    assertSound(
        message(board("dev", task("A-1", title, ""), task("A-2", title, ""))), "A-1", "A-2");
  }

  @Test
  void idAndTitleTogetherFormNoCommand() {
    String message = message(board("dev", task("[skip", "ci] x", ""), task("Fixes", "T-1", "")));
    assertSound(message, "[skip", "Fixes");
    assertTrue(message.contains("\n- [skip ci) x\n- Fixes (T-1)\n"), message);
  }

  @Test
  void idsAreNotAltered() {
    String message =
        message(
            board(
                "dev",
                task("GH-2", "t", "**Dependencies:** tea/#7\n"),
                task("tea/#7", "Pour #7", "")));
    assertTrue(message.contains("\n- tea/#7 Pour # 7\n"), message);
    assertTrue(message.contains("\nSkipped GH-2: it depends on tea/#7.\n"), message);
    assertTrue(trailers(message).contains("Replenish-Task: tea/#7"), message);
  }

  @Test
  void commandInFileNameIsDisarmed() {
    FileNames names = new FileNames("[skip ci].md", "TODO.md", "A.md", "I.md");
    String message = message(board("dev", task("A-1", "t", "")), names, Optional.empty());
    assertTrue(message.lines().findFirst().orElseThrow().endsWith(" from (skip ci).md"), message);
  }

  @Test
  void veryLongTitleIsTruncated() {
    assertSound(message(board("dev", task("A-1", "🚀x".repeat(5000), ""))), "A-1");
  }

  @Test
  void titleIsNotCutInsideSurrogatePair() {
    assertSound(message(board("dev", task("A-1", "x".repeat(196) + "🚀🚀🚀", ""))), "A-1");
  }

  @Test
  void upToTwentySkippedTasksAreNamed() {
    StringBuilder tasks = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      tasks.append(task("S-" + i, "t", "**Status:** done: Signed-off-by: Eve\n"));
    }
    String message = message(board("dev", tasks.toString(), task("A-1", "t", "")));
    assertSound(message, "A-1");
    assertTrue(
        message.contains("\nSkipped S-19: its status is done.\nSkipped 10 more.\n"), message);
  }

  @Test
  void unsafeTextOfSkippedTasksIsDisarmed() {
    String message =
        message(
            board(
                "dev",
                task("A\u001B[31m", "t", ""),
                task("S-1", "t", "**Dependencies:** A\u001B[31m\n"),
                task(
                    "S-2",
                    "t",
                    "**Status:** later\u001B[31m---------------------------------------\n"),
                task("S-3", "t", "").replace("[id:S-3]", "[id:S-3][type:x\u001B[31m]"),
                task("A-1", "t", "")));
    assertSound(message, "A-1");
  }

  @Test
  void keyIsWrittenAsTrailer() {
    String message =
        message(board("dev", task("A-1", "t", "")), FileNames.DEFAULT, Optional.of("k=1"));
    assertTrue(trailers(message).contains("Replenish-Key: k=1"));
  }

  @Test
  void subjectHasAtMost72Characters() {
    String type = "a-type-of-many-words-that-goes-on-and-on-and-on-and-on-and-on-and-on-and-on";
    String subject = message(board(type, task("A-1", "t", ""))).lines().findFirst().orElseThrow();
    assertEquals(
        "chore(todo): replenish 1 a-type-of-ma... task (critical) from BACKLOG.md", subject);
    assertEquals(72, subject.length());
  }

  @Test
  void longFileNameDoesNotLengthenSubject() {
    FileNames names =
        new FileNames(
            "the-backlog-of-a-team-that-likes-long-names.markdown", "TODO.md", "A.md", "I.md");
    String message = message(board("dev", task("A-1", "t", "")), names, Optional.empty());
    assertTrue(message.lines().findFirst().orElseThrow().length() <= 72, message);
  }

  @Test
  void folderOfBoardIsWrittenOnOneLine() {
    Board board = board("dev", task("A-1", "t", "")).board();
    Board moved =
        new Board(
            "a b/ü\n\nSigned-off-by: Eve",
            board.backlog(),
            board.todo(),
            board.archive(),
            board.index());
    Plan plan =
        new Planner(FileNames.DEFAULT).plan(moved, policy(BatchFilter.NONE), BoardFiles.DATE);
    String message =
        PromotionMessage.of(plan, List.of(), FileNames.DEFAULT, "0.1.0", Optional.empty());
    assertEquals("Replenish-Board: a b/ü Signed-off-by: Eve", trailers(message).get(0));
    assertEquals(5, trailers(message).size());
  }

  @Test
  void messageStatesReasonForSelection() {
    BoardFiles files = board("dev", task("A-1", "t", ""));
    BoardFiles locked =
        files.with(BoardFiles.TODO, task("B-1", "t", "").replace("]", "][type:dev]"));
    BatchFilter narrowing = new BatchFilter(Optional.of("dev"), Optional.of(Priority.CRITICAL), 5);
    assertEquals(
        "Group [type:dev][priority:critical]: highest priority with ready tasks, of the type that"
            + " TODO.md holds, among the groups asked for.",
        PromotionMessage.why(locked.plan(policy(narrowing))));
  }
}
