package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static dev.replenish.cli.Shell.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.git.GitSandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage by merges: {@code verify} finds it, {@code repair} repairs it. */
@Tag("long")
class RepairTest {
  private static final Pattern ID = Pattern.compile("(?m)^### # \\[id:([^]]+)]");
  private static final String A = ready("A-1", "Boil");
  private static final String B = task("B-1", "docs", "high", "Describe", "");

  @TempDir Path tmp;

  /** A board from which branch left has promoted A-1 and branch right B-1; left is checked out. */
  private Shell diverged(String attributes) {
    Shell shell =
        Shell.withBacklog(
            tmp, group("dev", "high", A, ready("A-2", "Pour")), group("docs", "high", B));
    shell.git().write(".gitattributes", attributes);
    shell.git().write("TODO.md", "# Todo\n\n**Batch Type:** (none)\n\n---\n\n").commitAll("begin");
    shell.git().git("checkout", "-q", "-b", "left");
    shell.ok("run", "--type", "dev", "--max", "1");
    shell.git().git("checkout", "-q", "-b", "right", "main");
    shell.ok("run", "--type", "docs");
    shell.git().git("checkout", "-q", "left");
    return shell;
  }

  private static List<String> ids(GitSandbox git) {
    return ID.matcher(git.read("BACKLOG.md") + git.read("TODO.md"))
        .results()
        .map(id -> id.group(1))
        .sorted()
        .toList();
  }

  private static List<String> codes(JsonNode list) {
    return List.copyOf(new TreeSet<>(list.findValuesAsText("code")));
  }

  private static String tip(Shell shell) {
    return shell.git().git("rev-parse", "HEAD").strip();
  }

  @Test
  void intactBoardNeedsNoRepair() {
    Shell shell = diverged("");
    String tip = tip(shell);
    assertEquals("noop", shell.json(0, "verify").path("outcome").asText());
    assertEquals("noop", shell.json(0, "repair").path("outcome").asText());
    assertEquals(tip, tip(shell));
  }

  @Test
  void fusedBlockIsSplitByteForByte() {
    Shell shell = diverged("*.md merge=union\n");
    String left = shell.git().git("show", "left:TODO.md");
    String right = shell.git().git("show", "right:TODO.md");
    shell.git().git("merge", "-q", "--no-edit", "right");
    String tip = tip(shell);
    JsonNode found = shell.json(6, "verify");
    assertTrue(codes(found.path("findings")).contains("second-header"), found.toString());
    assertEquals(tip, tip(shell));
    JsonNode repaired = shell.json(6, "repair");
    assertEquals(List.of("batch-type-twice", "second-header"), codes(repaired.path("fixed")));
    assertEquals(List.of("mixed-types"), codes(repaired.path("findings")));
    String todo = shell.git().read("TODO.md");
    String leftBlock =
        left.substring(left.indexOf("## task_begin"), left.indexOf("## task_end") + 11);
    String rightBlock =
        right.substring(right.indexOf("## task_begin"), right.indexOf("## task_end") + 11);
    assertTrue(todo.contains(leftBlock + "\n\n---\n\n" + rightBlock), todo);
    assertEquals(List.of("A-1", "A-2", "B-1"), ids(shell.git()));
    assertEquals(1, todo.split("Batch Type", -1).length - 1);
    assertEquals(
        "noop", shell.json(6, "repair").path("outcome").asText().replace("failed", "noop"));
    assertEquals("", shell.git().git("status", "--porcelain"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ours", "theirs"})
  void taskDroppedByMergeIsRestored(String side) {
    Shell shell = diverged("");
    shell.git().git("merge", "-q", "--no-edit", "-X", side, "right");
    String lost = side.equals("ours") ? "B-1" : "A-1";
    assertFalse(ids(shell.git()).contains(lost));
    JsonNode found = shell.json(6, "verify");
    assertTrue(codes(found.path("findings")).contains("task-dropped"), found.toString());
    JsonNode plan = shell.json(6, "repair", "--dry-run");
    assertEquals(List.of("task-dropped"), codes(plan.path("fixed")));
    assertFalse(ids(shell.git()).contains(lost));
    assertEquals(List.of(lost), shell.json(6, "audit").path("missing").findValuesAsText("id"));
    shell.json(6, "repair");
    assertEquals(0, shell.json(0, "audit").path("missing").size());
    assertEquals(List.of("A-1", "A-2", "B-1"), ids(shell.git()));
    String todo = shell.git().git("show", (lost.equals("A-1") ? "left" : "right") + ":TODO.md");
    String block = todo.substring(todo.indexOf("## task_begin"), todo.indexOf("## task_end"));
    assertTrue(shell.git().read("TODO.md").contains(block));
    assertEquals("", shell.git().git("status", "--porcelain"));
    assertEquals(List.of("mixed-types"), codes(shell.json(6, "verify").path("findings")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyBoardOfMergeIsRepaired(boolean oneByOne) {
    Shell shell = Shell.create(tmp);
    GitSandbox git = shell.git();
    for (String board : List.of("cake", "tea")) {
      git.write(board + "/BACKLOG.md", group("dev", "high", ready("A-1", "Boil")));
      git.write(board + "/TODO.md", "# Todo\n");
    }
    git.commitAll("begin");
    for (String side : List.of("left", "right")) {
      git.git("checkout", "-q", "-b", side, "main");
      for (String board : List.of("cake", "tea")) {
        git.write(board + "/TODO.md", "# Todo\n\n" + ready(side + "-1", "Pour " + side));
      }
      git.commitAll(side);
    }
    git.git("checkout", "-q", "left");
    git.git("merge", "-q", "--no-edit", "-X", "ours", "right");
    if (oneByOne) {
      shell.json(0, "repair", "--board", "cake");
      shell.json(0, "repair", "--board", "tea");
    } else {
      shell.json(0, "repair", "--board", "cake", "--board", "tea");
    }
    assertTrue(git.read("cake/TODO.md").contains("[id:right-1]"));
    assertTrue(git.read("tea/TODO.md").contains("[id:right-1]"));
    JsonNode found = shell.json(0, "verify", "--board", "cake", "--board", "tea");
    assertEquals(List.of(), codes(found), found.toString());
  }

  @Test
  void droppedTasksReturnToTheirOwnOfSeveralGroupsLikeIt() {
    Shell shell = Shell.create(tmp);
    GitSandbox git = shell.git();
    String second = ready("B-2", "Pour");
    String last = ready("C-1", "Drink");
    String backlog =
        group("dev", "high", ready("A-1", "Boil"))
            + group("dev", "high", ready("B-1", "Warm"), second, ready("B-3", "Stir"))
            + group("dev", "high", last)
            + group("dev", "low", ready("D-1", "Rest"));
    git.write("BACKLOG.md", backlog).write("TODO.md", "# Todo\n").commitAll("begin");
    git.git("checkout", "-q", "-b", "left");
    git.write("a.txt", "a\n").commitAll("left");
    git.git("checkout", "-q", "-b", "right", "main");
    git.write("b.txt", "b\n").commitAll("right");
    git.git("merge", "-q", "--no-commit", "--no-ff", "left");
    git.write("BACKLOG.md", backlog.replace(second, "").replace(last, "")).commitAll("merge");
    JsonNode repaired = shell.json(0, "repair");
    assertEquals(2, repaired.path("fixed").size(), repaired.toString());
    assertEquals(backlog, git.read("BACKLOG.md"));
  }

  @Test
  void tasksOfABacklogThatAMergeHasEmptiedAreReported() {
    Shell shell = diverged("");
    GitSandbox git = shell.git();
    git.git("merge", "-q", "--no-commit", "-X", "ours", "right");
    git.write("BACKLOG.md", "");
    git.commitAll("merge");
    JsonNode found = shell.json(6, "verify");
    assertTrue(found.toString().contains("has dropped A-2 of BACKLOG.md"), found.toString());
    JsonNode left = shell.json(6, "repair").path("findings");
    assertTrue(left.toString().contains("has dropped A-2 of BACKLOG.md"), left.toString());
  }

  @Test
  void taskRemovedOnOneSideStaysRemoved() {
    Shell shell = diverged("");
    GitSandbox git = shell.git();
    git.git("checkout", "-q", "-b", "third", "main");
    git.write("BACKLOG.md", git.read("BACKLOG.md").replace(ready("A-2", "Pour"), ""));
    git.commitAll("drop A-2");
    git.git("checkout", "-q", "-b", "fourth", "main");
    git.write("BACKLOG.md", git.read("BACKLOG.md") + "\nThe end.\n");
    git.commitAll("end");
    git.git("merge", "-q", "--no-edit", "third");
    assertEquals("noop", shell.json(0, "verify").path("outcome").asText());
  }

  @Test
  void duplicatedTaskStaysWhereItHasProgressedFurthest() {
    Shell shell = diverged("");
    GitSandbox git = shell.git();
    git.git("merge", "-q", "--no-commit", "-X", "ours", "right");
    git.git("checkout", "-q", "main", "--", "BACKLOG.md");
    git.write("BACKLOG.md", git.read("BACKLOG.md"));
    git.write("TODO.md", git.git("show", "left:TODO.md"));
    git.commitAll("keep the old backlog");
    assertEquals(List.of("duplicate-id"), codes(shell.json(6, "verify").path("findings")));
    JsonNode repaired = shell.json(0, "repair");
    assertEquals("fixed", repaired.path("outcome").asText());
    assertEquals(List.of("A-1", "A-2", "B-1"), ids(git));
    assertTrue(git.read("TODO.md").contains("[id:A-1]"));
    assertEquals("noop", shell.json(0, "verify").path("outcome").asText());
  }

  @Test
  void newestTextOfDuplicatedTaskIsKept() {
    Shell shell = diverged("");
    GitSandbox git = shell.git();
    git.git("checkout", "-q", "-b", "edits", "main");
    git.write("BACKLOG.md", git.read("BACKLOG.md").replace("1. Boil", "1. Boil well"));
    git.commitAll("say how");
    git.git("checkout", "-q", "left");
    git.git("merge", "-q", "--no-commit", "-s", "ours", "edits");
    git.write("BACKLOG.md", git.git("show", "edits:BACKLOG.md"));
    git.commitAll("both");
    shell.json(0, "repair");
    assertEquals(List.of("A-1", "A-2", "B-1"), ids(git));
    assertTrue(git.read("TODO.md").contains("1. Boil well"));
  }

  @Test
  void twoTextsWithSameIdAreReportedAndLeft() {
    Shell shell = diverged("");
    GitSandbox git = shell.git();
    String backlog = git.read("BACKLOG.md").replace("[id:A-2]", "[id:A-1]").replace("Pour", "Boil");
    git.write("BACKLOG.md", backlog.replace("1. Boil", "1. Boil well"));
    git.commitAll("oops");
    String tip = tip(shell);
    JsonNode result = shell.json(6, "repair");
    assertEquals(List.of("duplicate-id"), codes(result.path("findings")));
    String message = result.path("findings").path(0).path("message").asText();
    assertTrue(message.startsWith("A-1 names two texts: BACKLOG.md:"), message);
    assertTrue(message.contains(" and TODO.md:"), message);
    assertEquals(tip, tip(shell));
  }

  /**
   * A board on which the branches left and right give the id C-1 to different tasks, right earlier;
   * left is checked out.
   */
  private Shell sharedId(String more) {
    Shell shell = diverged("");
    GitSandbox git = shell.git();
    String cups = task("C-1", "dev", "high", "Wash the cups", "");
    String cat = task("C-1", "docs", "high", "Feed the cat", more);
    String backlog = git.git("show", "main:BACKLOG.md");
    git.git("checkout", "-q", "-B", "right", "main");
    git.write("BACKLOG.md", backlog.replace(B, B + cat)).commitAll("cat");
    git.git("checkout", "-q", "-B", "left", "main");
    git.write("BACKLOG.md", backlog.replace(A, A + cups));
    git.git("add", "-A");
    git.git("commit", "-q", "--date", "2026-02-05T09:30:00+0000", "-m", "cups");
    return shell;
  }

  @ParameterizedTest
  @ValueSource(strings = {"--no-edit", "--no-commit"})
  void laterOfTwoTasksWithSameIdGetsNewId(String operation) {
    Shell shell = sharedId("");
    GitSandbox git = shell.git();
    git.git("merge", "-q", operation, "right");
    JsonNode found = shell.json(6, "verify");
    assertEquals(List.of("duplicate-id"), codes(found.path("findings")));
    String message = found.at("/findings/0/message").asText();
    assertTrue(message.startsWith("C-1 names two tasks: BACKLOG.md:"), message);
    JsonNode repaired = shell.json(0, "repair");
    assertEquals(List.of("duplicate-id"), codes(repaired.path("fixed")));
    String backlog = git.read("BACKLOG.md");
    assertTrue(backlog.contains("[id:C-1][type:docs][priority:high] Feed the cat"), backlog);
    assertTrue(
        backlog.contains("[id:TASK-20260204-001][type:dev][priority:high] Wash the cups"), backlog);
    assertEquals(5, ids(git).size());
    assertEquals("", git.git("diff", "--name-only"));
    assertEquals("noop", shell.json(0, "verify").path("outcome").asText());
  }

  @Test
  void differentTaskWithSameIdIsNotTakenForOlderText() {
    Shell shell = diverged("");
    GitSandbox git = shell.git();
    String backlog = git.git("show", "main:BACKLOG.md");
    git.git("checkout", "-q", "-B", "right", "main");
    String other = task("B-1", "dev", "high", "Sweep the yard", "");
    git.write("BACKLOG.md", backlog.replace(B, "").replace(A, A + other)).commitAll("yard");
    git.git("checkout", "-q", "-B", "left", "main");
    git.write("x", "x").commitAll("x");
    git.git("merge", "-q", "--no-commit", "right");
    git.write("BACKLOG.md", backlog.replace(A, A + other)).commitAll("both");
    shell.json(0, "repair");
    assertTrue(git.read("BACKLOG.md").contains("[id:B-1][type:docs][priority:high] Describe"));
    assertTrue(git.read("BACKLOG.md").contains("-001][type:dev][priority:high] Sweep the yard"));
  }

  private static String entry(String id, String status, String file) {
    String lines = "\nstatus: " + status + "\nlocation: " + file + "\n";
    return "## index_entry_begin\n[id:" + id + "]" + lines + "## index_entry_end\n\n";
  }

  @Test
  void indexEntryMadeUntrueByMergeIsCorrected() {
    Shell shell =
        Shell.withBacklog(tmp, group("dev", "high", A, ready("A-2", "Pour"), ready("A-3", "Stir")));
    GitSandbox git = shell.git();
    String index = "# Index\n\n" + entry("A-1", "todo", "BACKLOG.md");
    index += entry("A-2", "todo", "BACKLOG.md") + entry("A-3", "done", "ARCHIVE.md");
    git.write("TODO.md", "# Todo\n\n---\n\n").write("TASK_INDEX.md", index).commitAll("begin");
    git.git("checkout", "-q", "-b", "right");
    shell.ok("run", "A-1");
    git.git("checkout", "-q", "main");
    git.write("x", "x").commitAll("x");
    git.git("merge", "-q", "--no-commit", "--no-ff", "right");
    git.git("checkout", "-q", "main", "--", "TASK_INDEX.md");
    git.commitAll("with the old index");
    JsonNode found = shell.json(6, "verify");
    assertEquals(List.of("index-untrue"), codes(found.path("findings")), "" + found);
    assertEquals(1, found.path("findings").size(), "A-3 was so on both sides: " + found);
    JsonNode repaired = shell.json(0, "repair");
    assertEquals(List.of("index-untrue"), codes(repaired.path("fixed")));
    assertTrue(git.read("TASK_INDEX.md").contains(entry("A-1", "todo", "TODO.md")));
    assertTrue(git.read("TASK_INDEX.md").contains(entry("A-3", "done", "ARCHIVE.md")));
    assertEquals(0, shell.run("verify").code());
    assertEquals(2, shell.json(0, "audit").at("/counts/events/index-untrue").asInt(), "with A-3");
  }

  @Test
  void earlierOfTwoCommentsOfSameMoveIsKept() {
    Shell shell = diverged("");
    GitSandbox git = shell.git();
    String comment = "<!-- Task A-1 moved to TODO.md on 2026-02-04 -->\n";
    git.write(
        "BACKLOG.md",
        git.read("BACKLOG.md").replace(comment, comment + comment.replace("04 -->", "05 -->")));
    git.commitAll("two");
    JsonNode repaired = shell.json(0, "repair");
    assertEquals(List.of("comment-twice"), codes(repaired.path("fixed")));
    assertTrue(git.read("BACKLOG.md").contains(comment));
    assertFalse(git.read("BACKLOG.md").contains("2026-02-05"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"merge", "cherry-pick", "rebase", "merge --squash"})
  void unfinishedMergeIsResolvedAndStaged(String operation) {
    Shell shell = diverged("");
    GitSandbox git = shell.git();
    String[] words = (operation + (operation.equals("rebase") ? " main" : " right")).split(" ");
    if (operation.equals("rebase")) {
      git.git("checkout", "-q", "right");
      words = new String[] {"rebase", "left"};
    }
    assertEquals(1, git.tryGit(words).code());
    assertFalse(git.git("ls-files", "--unmerged").isEmpty());
    String before = git.read("TODO.md");
    JsonNode found = shell.json(6, "verify");
    assertTrue(codes(found.path("findings")).contains("conflict-left"), found.toString());
    assertEquals(before, git.read("TODO.md"));
    JsonNode conflict = found.path("findings").get(0);
    assertTrue(conflict.path("fixable").asBoolean(), found.toString());
    assertTrue(conflict.path("hint").asText().contains("replenish repair"), found.toString());
    JsonNode preview = shell.json(6, "repair", "-n");
    assertEquals("Nothing was written.", preview.at("/error/kept").asText());
    assertEquals(before, git.read("TODO.md"));
    JsonNode repaired = shell.json(6, "repair");
    assertEquals("The repairs are staged.", repaired.at("/error/kept").asText());
    assertEquals(List.of("conflict-left"), codes(repaired.path("fixed")));
    assertEquals(List.of("mixed-types"), codes(repaired.path("findings")));
    assertEquals("", git.git("ls-files", "--unmerged"));
    assertEquals("", git.git("diff", "--name-only"));
    assertEquals(List.of("A-1", "A-2", "B-1"), ids(git));
    git.git("-c", "core.editor=true", "commit", "-q", "-m", "merged");
    git.git("fsck", "--strict");
  }

  @Test
  void stagedRepairsAreReportedAsFixed() {
    Shell shell = diverged("");
    GitSandbox git = shell.git();
    git.git("checkout", "-q", "-b", "other", "main");
    shell.ok("run", "--type", "dev", "--max", "2");
    assertEquals(1, git.tryGit("merge", "left").code());
    Shell.Result preview = shell.run("repair", "-n");
    assertTrue(preview.err().startsWith("Would fix 2 findings:"), preview.err());
    assertTrue(preview.out().contains("--- a/BACKLOG.md"), preview.out());
    Shell.Result done = shell.run("repair");
    assertEquals(0, done.code());
    assertTrue(done.err().startsWith("Fixed 2 findings, staged:"), done.err());
    assertEquals("", done.out());
    assertEquals("", git.git("ls-files", "--unmerged"));
  }

  @Test
  void conflictThatNeedsDecisionIsLeft() {
    Shell shell = diverged("");
    GitSandbox git = shell.git();
    git.git("checkout", "-q", "left");
    shell.ok("start", "A-1");
    git.git("checkout", "-q", "-b", "other", "HEAD^");
    shell.ok("block", "A-1", "--reason", "tea");
    assertEquals(1, git.tryGit("merge", "left").code());
    String before = git.read("TODO.md");
    JsonNode result = shell.json(6, "repair");
    assertEquals(List.of("conflict-left"), codes(result.path("findings")));
    assertEquals(before, git.read("TODO.md"));
    assertFalse(git.git("ls-files", "--unmerged").isEmpty());
  }
}
