package dev.replenish.cli.command;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.cli.Shell;
import dev.replenish.git.GitSandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code undo}. */
class UndoCommandTest {
  private static final String FORGED =
      "chore(todo): replenish\n\nReplenish-Board: .\nReplenish-Group: type=dev priority=high\n"
          + "Replenish-Task: A-1\nReplenish-Version: 0.1.0\n";

  @TempDir Path tmp;

  private Shell tea() {
    return Shell.withBacklog(
        tmp, group("dev", "high", ready("A-1", "Boil"), ready("A-2", "Pour"), ready("A-3", "Sip")));
  }

  private static String tip(Shell shell) {
    return shell.git().git("rev-parse", "HEAD").strip();
  }

  private static String file(Shell shell, String commit, String path) {
    return shell.git().git("show", commit + ":" + path);
  }

  private static String refused(Shell shell, int code, String... args) {
    String tip = tip(shell);
    Shell.Result result = shell.run(args);
    assertEquals(code, result.code(), result.all());
    assertEquals("", result.out());
    assertEquals(tip, tip(shell));
    assertEquals("", shell.git().git("status", "--porcelain"));
    return result.err();
  }

  private static void assertContains(String expected, String output) {
    assertTrue(output.contains(expected), output);
  }

  @Test
  void lastCommandIsUndoneByteForByte() {
    Shell shell = tea();
    shell.ok("run", "--max", "1");
    String before = tip(shell);
    shell.ok("run", "--max", "1");
    JsonNode undone = shell.json(0, "undo");
    assertEquals("changed", undone.get("outcome").asText());
    assertEquals("returned", undone.get("tasks").get(0).get("events").get(0).asText());
    assertEquals("A-2", undone.get("tasks").get(0).get("id").asText());
    assertEquals("", shell.git().git("diff", before, "HEAD"));
    assertContains("A-1", shell.ok("undo"));
    assertEquals(file(shell, before + "~1", "BACKLOG.md"), file(shell, "HEAD", "BACKLOG.md"));
    assertContains("there is no command to undo", shell.ok("undo"));
    assertEquals("noop", shell.json(0, "undo").get("outcome").asText());
  }

  @Test
  void namedCommandIsUndoneAndLaterCommandIsKept() {
    Shell shell = tea();
    shell.ok("run", "--max", "1");
    String first = tip(shell);
    shell.ok("run", "--max", "1");
    shell.ok("undo", first.substring(0, 9));
    assertTrue(shell.git().read("TODO.md").contains("[id:A-2]"));
    String backlog = shell.git().read("BACKLOG.md");
    assertTrue(backlog.indexOf("[id:A-1]") < backlog.indexOf("[id:A-3]"), backlog);
    assertTrue(backlog.contains("<!-- Task A-2 moved"), backlog);
    assertTrue(!backlog.contains("<!-- Task A-1 moved"), backlog);
    assertContains("Nothing to do", shell.ok("undo", first));
    assertContains("no command that can be undone changed A-1", refused(shell, 2, "undo", "A-1"));
    shell.ok("undo", "A-2");
    assertEquals(
        shell.git().git("show", first + "~1:BACKLOG.md"), file(shell, "HEAD", "BACKLOG.md"));
  }

  @Test
  void undoCanBeUndoneRepeatedly() {
    Shell shell = tea();
    shell.ok("run", "--max", "1");
    String moved = tip(shell);
    shell.ok("undo");
    shell.ok("undo", "HEAD");
    assertEquals(file(shell, moved, "BACKLOG.md"), file(shell, "HEAD", "BACKLOG.md"));
    assertTrue(shell.git().read("TODO.md").contains("[id:A-1]"));
    shell.ok("undo", "HEAD");
    assertEquals(file(shell, moved + "~1", "BACKLOG.md"), file(shell, "HEAD", "BACKLOG.md"));
    assertContains("there is no command to undo", shell.ok("undo"));
  }

  @Test
  void commandCanBeUndoneAgainAfterUndoOfItsUndo() {
    Shell shell = tea();
    shell.ok("run", "--max", "1");
    String moved = tip(shell);
    shell.ok("undo");
    shell.ok("undo", "HEAD");
    shell.ok("undo", moved);
    assertEquals(file(shell, moved + "~1", "BACKLOG.md"), file(shell, "HEAD", "BACKLOG.md"));
    assertContains("there is no command to undo", shell.ok("undo"));
  }

  @Test
  void doneWithRefillIsUndoneCompletely() {
    Shell shell = tea();
    shell.git().write("ARCHIVE.md", "# Archive\n").commitAll("archive");
    shell.ok("run", "--max", "1");
    String before = tip(shell);
    shell.ok("done", "A-1", "--refill");
    shell.ok("undo");
    assertEquals(file(shell, before, "BACKLOG.md"), file(shell, "HEAD", "BACKLOG.md"));
    assertEquals("# Archive\n", file(shell, "HEAD", "ARCHIVE.md"));
    assertEquals(file(shell, before, "TODO.md"), file(shell, "HEAD", "TODO.md"));
    assertEquals(0, shell.run("check").code());
  }

  @Test
  void undoIsRefusedIfTaskHasChangedSince() {
    Shell shell = tea();
    shell.ok("run", "--max", "2");
    String run = tip(shell);
    shell.ok("start", "A-2");
    assertContains("A-2 is now in-progress", refused(shell, 6, "undo", run));
    shell.ok("done", "A-2");
    assertContains("A-2 is now done", refused(shell, 6, "undo", run));
    shell.ok("archive");
    assertContains("A-2 has been archived in ARCHIVE.md", refused(shell, 6, "undo", run));
    String archive = shell.git().read("ARCHIVE.md");
    shell
        .git()
        .write("ARCHIVE.md", archive.substring(0, archive.indexOf("## task")))
        .commitAll("x");
    assertContains("A-2 is no longer in any file", refused(shell, 6, "undo", run));
  }

  @Test
  void undoKeepsLaterEditsByHand() {
    Shell shell = tea();
    shell.ok("run", "--max", "2");
    String todo = shell.git().read("TODO.md");
    String backlog = shell.git().read("BACKLOG.md");
    shell
        .git()
        .write(
            "TODO.md", todo.replace("# Project TODO", "# Our TODO").replace("Pour\n", "Pour it\n"));
    shell.git().write("BACKLOG.md", "# Tea\n\n" + backlog + "\nThe end.\n").commitAll("write");
    shell.ok("undo");
    String now = shell.git().read("BACKLOG.md");
    assertTrue(now.startsWith("# Tea\n\n") && now.endsWith("\nThe end.\n"), now);
    assertTrue(now.contains("Pour it\n"), now);
    assertTrue(now.indexOf("[id:A-1]") < now.indexOf("[id:A-2]"), now);
    assertTrue(now.indexOf("[id:A-2]") < now.indexOf("[id:A-3]"), now);
    assertTrue(!now.contains("<!-- Task"), now);
    assertTrue(!shell.git().read("TODO.md").contains("[id:A-"));
    assertEquals(0, shell.run("check").code());
  }

  @Test
  void unknownTasksAndCommitsAreRefused() {
    Shell shell = tea();
    shell.ok("run", "--max", "1");
    assertContains("no command that can be undone changed A-3", refused(shell, 2, "undo", "A-3"));
    assertContains("Did you mean 'A-2'?", refused(shell, 2, "undo", "A-22"));
    assertContains(
        "there is no", refused(shell, 2, "undo", "0123456789012345678901234567890123456789"));
    assertContains(
        "is not a commit that Replenish made to this board",
        refused(shell, 2, "undo", shell.git().git("rev-parse", "HEAD~1").strip()));
    refused(shell, 2, "undo", "HEAD^{tree}");
    refused(shell, 2, "undo", "HEAD:BACKLOG.md");
  }

  @Test
  void forgedMessagesAreNotTrusted() {
    Shell shell = tea();
    shell.ok("run", "--max", "1");
    shell.git().git("commit", "-q", "--allow-empty", "-m", FORGED.replace("A-1", "A-3"));
    String empty = tip(shell);
    assertContains("no command", refused(shell, 2, "undo", "A-3"));
    shell.git().write("BACKLOG.md", shell.git().read("BACKLOG.md") + "\nMore.\n");
    shell.git().commitAll(FORGED);
    assertContains("has not moved the tasks that it names", refused(shell, 6, "undo"));
    assertContains("is not a commit that Replenish made", refused(shell, 2, "undo", empty));
  }

  @Test
  void shallowCloneIsReported() {
    Shell shell = tea();
    shell.ok("run", "--max", "1");
    Path clone = tmp.resolve("clone");
    shell.git().git("clone", "-q", "--depth=1", "file://" + shell.root(), clone.toString());
    GitSandbox cloned = shell.git().at(clone);
    shell.in(clone);
    Shell.Result refused = shell.run("undo");
    assertEquals(4, refused.code(), refused.all());
    assertContains("git fetch --deepen", refused.err());
    cloned.git("fetch", "-q", "--deepen=1");
    shell.ok("undo");
    assertEquals("", cloned.git("status", "--porcelain"));
  }

  @Test
  void commitBehindMergesIsFound() {
    Shell shell = tea();
    GitSandbox git = shell.git();
    git.git("checkout", "-q", "-b", "side");
    shell.ok("run", "--max", "1");
    String moved = tip(shell);
    git.git("checkout", "-q", "main");
    git.write("README.md", "Tea\n").commitAll("write");
    git.git("merge", "-q", "--no-ff", "-m", "merge", "side");
    git.write("README.md", "More tea\n").commitAll("write");
    shell.ok("undo");
    assertEquals(file(shell, moved + "~1", "BACKLOG.md"), file(shell, "HEAD", "BACKLOG.md"));
    assertContains("there is no command to undo", shell.ok("undo"));
  }

  @Test
  void undoOnSideBranchCountsOnceMerged() {
    Shell shell = tea();
    GitSandbox git = shell.git();
    shell.ok("run", "--max", "1");
    String moved = tip(shell);
    git.git("checkout", "-q", "-b", "side");
    shell.ok("undo");
    git.git("checkout", "-q", "main");
    git.write("README.md", "Tea\n").commitAll("write");
    git.git("merge", "-q", "--no-ff", "-m", "merge", "side");
    assertContains("Nothing to do", shell.ok("undo", moved));
    assertContains("there is no command to undo", shell.ok("undo"));
  }

  @Test
  void boardOfLastCommandIsChosen() {
    Shell shell = Shell.create(tmp);
    for (String board : new String[] {"one", "two"}) {
      String tasks = ready(board + "-1", "Boil");
      shell.git().write(board + "/BACKLOG.md", group("dev", "high", tasks) + "\n");
    }
    shell.git().commitAll("plan");
    shell.ok("run", "--board", "one");
    String first = tip(shell);
    shell.ok("run", "--board", "two", "--date", "2026-02-05T10:00:00Z");
    assertContains("two-1", shell.ok("undo", "--board=one", "--board=two"));
    shell.ok("run", "--board", "two", "--date", "2026-02-05T10:00:00Z");
    assertContains(
        "is not a commit that Replenish made to this board",
        refused(shell, 2, "undo", "--board=two", first));
    shell.ok("undo", "--board", "one");
    assertTrue(shell.git().read("one/BACKLOG.md").contains("[id:one-1]"));
    assertTrue(shell.git().read("two/TODO.md").contains("[id:two-1]"));
  }

  @Test
  void undoOfUndoIsRefusedWhileTaskIsInTodo() {
    Shell shell = tea();
    shell.ok("run", "--max", "2");
    shell.ok("undo");
    String undone = tip(shell);
    shell.set("REPLENISH_BATCH_SIZE", "2").ok("run", "--max", "1");
    assertContains("A-1 is in TODO.md already", refused(shell, 6, "undo", undone));
    shell.ok("undo");
    shell.ok("undo", undone);
    assertTrue(shell.git().read("TODO.md").contains("[id:A-2]"));
  }
}
