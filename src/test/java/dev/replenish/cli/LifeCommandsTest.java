package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static dev.replenish.cli.Shell.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code start}, {@code block}, {@code done}, {@code reject} and {@code archive}. */
class LifeCommandsTest {
  @TempDir Path tmp;

  /** A board whose first two of three tasks are in TODO.md. */
  private Shell board() {
    Shell shell =
        Shell.withBacklog(
            tmp,
            group("dev", "high", ready("A-1", "Boil"), ready("A-2", "Pour"), ready("A-3", "Sip")));
    shell.ok("run", "--max", "2");
    return shell;
  }

  private static String tip(Shell shell) {
    return shell.git().git("rev-parse", "HEAD").strip();
  }

  /** Asserts that a call fails with {@code code} and changes nothing; returns its message. */
  private static String refused(Shell shell, int code, String... args) {
    String tip = tip(shell);
    String status = shell.git().git("status", "--porcelain");
    Shell.Result result = shell.run(args);
    assertEquals(code, result.code(), result.all());
    assertEquals("", result.out());
    assertEquals(tip, tip(shell));
    assertEquals(status, shell.git().git("status", "--porcelain"));
    return result.err();
  }

  private static void assertContains(String expected, String output) {
    assertTrue(output.contains(expected), output);
  }

  @Test
  void eachCommandReportsWhatItDid() {
    Shell shell = board();
    String started = shell.ok("start", "A-1", "A-2");
    assertEquals(
        """
        Started 2 tasks in COMMIT:
          A-1 Boil
            started: TODO.md:22
          A-2 Pour
            started: TODO.md:36
        """
            .replace("COMMIT", tip(shell).substring(0, 7)),
        started);
    assertContains("Blocked 1 task in ", shell.ok("block", "A-1", "--reason", "no water"));
    assertTrue(
        shell.git().read("TODO.md").contains("**Status:** blocked\n**Blocked:** no water\n"));
    assertContains("Finished 1 task in ", shell.ok("done", "A-1"));
    assertContains("Rejected 1 task in ", shell.ok("reject", "A-2", "--reason", "no cups"));
    String archived = shell.ok("archive");
    assertContains("Archived 2 tasks in ", archived);
    assertContains("    archived: ARCHIVE.md:13", archived);
    assertEquals("", shell.git().git("status", "--porcelain"));
  }

  @Test
  void idsMayBeShortened() {
    Shell shell = board();
    assertContains("A-1 Boil", shell.ok("start", "a-1"));
    assertContains("A-2 Pour", shell.ok("done", "2"));
    assertContains("Nothing to do", shell.ok("done", "a-2"));
    assertEquals("A-3", shell.json(0, "show", "3").get("task").get("id").asText());
    assertEquals(2, shell.json(0, "log", "--task", "2").get("entries").size());
    assertContains(
        "next: Name one of them: A-1, A-2, A-3\n",
        refused(shell, 2, "block", "A", "--reason", "x"));
    assertContains("there is no task '9'", refused(shell, 2, "start", "9"));
  }

  @Test
  void undoAcceptsAShortenedId() {
    Shell shell = board();
    shell.ok("undo", "a-2");
    assertTrue(shell.git().read("BACKLOG.md").contains("[id:A-1]"));
  }

  @Test
  void callWithNothingToDoChangesNothing() {
    Shell shell = board();
    shell.ok("start", "A-1");
    String tip = tip(shell);
    assertContains("Nothing to do: A-1 is already in progress.", shell.ok("start", "A-1"));
    Shell.Result unknown = shell.run("run", "--type", "nosuch");
    assertTrue(unknown.all().contains("there is no group of type 'nosuch'"), unknown.all());
    assertTrue(unknown.all().contains("See all tasks"), unknown.all());
    assertEquals("noop", shell.json(0, "start", "A-1").get("outcome").asText());
    assertContains("Nothing to do: TODO.md holds no finished task.", shell.ok("archive"));
    assertEquals(tip, tip(shell));
    shell.ok("done", "A-1");
    shell.ok("archive");
    JsonNode again = shell.json(0, "done", "A-1");
    assertEquals("noop", again.get("outcome").asText());
    assertEquals("ARCHIVE.md", again.get("tasks").get(0).get("path").asText());
  }

  @Test
  void jsonReportsTheEventsOfEachTask() {
    Shell shell = board();
    JsonNode started = shell.json(0, "start", "A-1", "A-1");
    assertEquals("changed", started.get("outcome").asText());
    assertEquals(1, started.get("tasks").size());
    assertEquals("in-progress", started.get("tasks").get(0).get("state").asText());
    assertEquals("started", started.get("tasks").get(0).get("events").get(0).asText());
    assertEquals(tip(shell), started.get("commit").asText());
    JsonNode blocked = shell.json(0, "block", "A-1", "--reason", "no water");
    assertEquals("blocked", blocked.get("tasks").get(0).get("state").asText());
    JsonNode refilled = shell.json(0, "done", "A-1", "--refill");
    assertTrue(refilled.get("refill").get("moved").asBoolean());
    JsonNode rejected = shell.json(0, "reject", "A-2", "--reason", "no cups");
    assertTrue(rejected.get("refill").isNull());
    assertEquals("archived", shell.json(0, "archive").get("command").asText() + "d");
  }

  @Test
  void dryRunShowsTheDiffAndWritesNothing() {
    Shell shell = board();
    String tip = tip(shell);
    for (List<String> call :
        List.of(
            List.of("start", "A-1"),
            List.of("block", "A-1", "--reason", "no water"),
            List.of("done", "A-1", "--refill"),
            List.of("reject", "A-1", "--reason", "no cups"),
            List.of("undo"))) {
      List<String> dry = new ArrayList<>(call);
      dry.add("--dry-run");
      String out = shell.ok(dry.toArray(new String[0]));
      assertTrue(out.startsWith("Would "), out);
      assertContains("--- a/TODO.md\n+++ b/TODO.md\n@@", out);
      assertEquals(tip, tip(shell));
      assertEquals("", shell.git().git("status", "--porcelain"));
    }
    assertEquals("planned", shell.json(0, "start", "-n", "A-1").get("outcome").asText());
    assertTrue(shell.json(0, "start", "-n", "A-1").get("commit").isNull());
    assertFalse(Files.exists(shell.root().resolve("ARCHIVE.md")));
  }

  @Test
  void quietPrintsNothing() {
    Shell shell = board();
    assertEquals(new Shell.Result(0, "", ""), shell.run("start", "-q", "A-1"));
    assertEquals(new Shell.Result(0, "", ""), shell.run("done", "A-1", "--refill", "-q"));
    assertEquals(new Shell.Result(0, "", ""), shell.run("archive", "-q"));
  }

  @Test
  void callChangesAllTasksOrNone() {
    Shell shell = board();
    assertContains("there is no task 'A-22'", refused(shell, 2, "start", "A-1", "A-22"));
    assertContains("Did you mean 'A-2'?", refused(shell, 2, "start", "A-1", "A-22"));
    shell.set("REPLENISH_BATCH_SIZE", "2");
    assertContains("TODO.md is full", refused(shell, 6, "start", "A-1", "A-3"));
    shell.ok("done", "A-2");
    assertContains("A-2 is done, so 'start'", refused(shell, 6, "start", "A-1", "A-2"));
  }

  @Test
  void callChangesAllTasksOfSeveralBoardsOrNone() {
    Shell shell = Shell.create(tmp);
    for (String board : List.of("one", "two")) {
      String id = board.equals("one") ? "A" : "B";
      String tasks = ready(id + "-1", "Boil") + ready(id + "-2", "Pour");
      shell.git().write(board + "/BACKLOG.md", group("dev", "high", tasks) + "\n");
    }
    shell.git().commitAll("plan");
    shell.ok("run", "--max", "1", "--board", "one", "--board", "two");
    shell.set("REPLENISH_BATCH_SIZE", "1");
    String[] boards = {"--board", "one", "--board", "two"};
    assertContains(
        "TODO.md is full",
        refused(shell, 6, "start", "A-1", "B-2", boards[0], boards[1], boards[2], boards[3]));
    JsonNode both = shell.json(0, "start", "A-1", "B-1", "--board", "one", "--board", "two");
    assertEquals(2, both.get("boards").size());
    assertEquals("one", both.get("boards").get(0).get("board").asText());
  }

  @Test
  void idOnTwoBoardsIsAmbiguous() {
    Shell shell = Shell.create(tmp);
    for (String board : List.of("one", "two")) {
      shell.git().write(board + "/BACKLOG.md", group("dev", "high", ready("A-1", "Boil")) + "\n");
    }
    shell.git().commitAll("plan");
    shell.ok("run", "--board", "one", "--board", "two");
    String output = refused(shell, 6, "start", "A-1", "--board", "one", "--board", "two");
    assertContains("A-1 names several tasks: one/TODO.md:22:1, two/TODO.md:22:1", output);
    assertContains("Started 1 task", shell.ok("start", "A-1", "--board", "two"));
    assertFalse(shell.git().read("one/TODO.md").contains("**Status:** in-progress"));
  }

  @Test
  void invalidCallsAreRefused() {
    Shell shell = board();
    assertContains("no task is given", refused(shell, 2, "start"));
    assertContains("no reason is given", refused(shell, 2, "block", "A-1"));
    assertContains(
        "no reason is given", refused(shell, 2, "reject", "A-1", "--reason", " \u200b\n"));
    assertContains(
        "the reason is too long", refused(shell, 2, "block", "A-1", "--reason", "x".repeat(501)));
    refused(shell, 2, "start", "A-1", "--refill");
    refused(shell, 2, "archive", "A-1");
    refused(shell, 2, "undo", "A-1", "A-2");
    assertContains("there is no task 'a [31m'", refused(shell, 2, "start", "a\u001b[31m"));
  }

  @Test
  void ambiguousOrDamagedDocumentsAreRefused() {
    Shell shell = board();
    String todo = shell.git().read("TODO.md");
    shell
        .git()
        .write("TODO.md", todo.replace("**Status:** todo", "**Status:** later"))
        .commitAll("x");
    assertContains(
        "A-1 has the status 'later', which is not a status", refused(shell, 6, "start", "A-1"));
    shell.git().write("TODO.md", todo.replace("[id:A-2]", "[id:A-1]")).commitAll("x");
    assertContains("A-1 names several tasks", refused(shell, 6, "start", "A-1"));
    shell.git().write("TODO.md", todo.replaceFirst("## task_end\n", "")).commitAll("x");
    assertContains("the task has no '## task_end'", refused(shell, 6, "start", "A-2"));
    shell.git().write("TODO.md", todo).write("TASK_INDEX.md", "## index_entry_begin\n[id:A-1]\n");
    shell.git().commitAll("x");
    for (String command : List.of("start A-1", "done A-1", "archive", "run", "undo")) {
      assertContains("TASK_INDEX.md:1:1", refused(shell, 6, command.split(" ")));
    }
  }

  @Test
  void doneIsRefusedIfTheArchiveCannotTakeTheTask() {
    Shell shell = board();
    String done = task("A-1", "dev", "high", "Boil", "").replace("todo", "done");
    shell.git().write("ARCHIVE.md", "# Archive\n\n" + done).commitAll("x");
    assertContains("A-1 names several tasks", refused(shell, 6, "done", "A-1"));
    shell.git().write("ARCHIVE.md", "# Archive\n\n<!-- never closed\n").commitAll("x");
    assertContains("ARCHIVE.md", refused(shell, 6, "done", "A-1"));
    shell.git().write("ARCHIVE.md", "# Archive\n\n```\nnever closed\n").commitAll("x");
    assertContains("ARCHIVE.md", refused(shell, 6, "done", "A-1"));
    shell.git().write("ARCHIVE.md", "## task_begin\n### # [id:Z-1] Z\n").commitAll("x");
    assertContains("ARCHIVE.md:1:1", refused(shell, 6, "done", "A-1"));
    shell.ok("start", "A-1");
  }

  @Test
  void runContinuesIfTheArchiveCannotTakeTasks() {
    Shell shell = board();
    String todo = shell.git().read("TODO.md");
    shell.git().write("TODO.md", todo.replaceFirst("\\*\\*Status:\\*\\* todo", "**Status:** done"));
    String done = task("A-1", "dev", "high", "Boil", "").replace("todo", "done");
    shell.git().write("ARCHIVE.md", "# Archive\n\n" + done).commitAll("x");
    assertContains("A-1 is in the archive already (ARCHIVE.md:3)", refused(shell, 6, "archive"));
    shell.git().write("ARCHIVE.md", "# Archive\n\n```\nnever closed\n").commitAll("y");
    assertContains("ARCHIVE.md:3:1", refused(shell, 6, "archive"));
    JsonNode run = shell.json(0, "run");
    assertEquals("moved", run.get("outcome").asText());
    assertEquals(0, run.get("archived").size());
    assertContains("Finished tasks stay where they are.", run.get("notices").toString());
    assertTrue(shell.git().read("TODO.md").contains("[id:A-1]"));
  }

  @Test
  void tasksWithADuplicateIdAreNotArchived() {
    Shell shell = board();
    String todo = shell.git().read("TODO.md").replace("**Status:** todo", "**Status:** done");
    shell.git().write("TODO.md", todo.replace("[id:A-1]", "[id:A-3]")).commitAll("x");
    JsonNode archived = shell.json(0, "archive");
    assertEquals(1, archived.get("tasks").size());
    assertEquals("A-2", archived.get("tasks").get(0).get("id").asText());
    assertTrue(shell.git().read("TODO.md").contains("[id:A-3]"));
  }

  @Test
  void reasonInTheCommitMessageTriggersNoService() {
    Shell shell = board();
    shell.ok("block", "A-1", "--reason", "Fixes #12, @ana [skip ci]");
    String message = shell.git().git("log", "-1", "--format=%B");
    assertContains("\nReason given: Fixes # 12, @ ana (skip ci)\n", message);
    assertTrue(shell.git().read("TODO.md").contains("**Blocked:** Fixes #12, @ana [skip ci]\n"));
    String log = shell.ok("log");
    assertContains("Fixes # 12", log);
  }

  @Test
  void reasonsAddNeitherTrailersNorMarkers() {
    Shell shell = board();
    String hostile = "x\n\nReplenish-Task: A-3\n## task_end\u001b[31m <!-- y";
    shell.ok("block", "A-1", "--reason", hostile);
    String message = shell.git().git("log", "-1", "--format=%B");
    assertEquals(
        "Replenish-Board: .\nReplenish-Blocked: A-1\nReplenish-Version: "
            + message.strip().replaceAll("(?s).*Version: ", "")
            + "\n",
        shell.git().git("log", "-1", "--format=%(trailers)").strip() + "\n");
    assertTrue(
        message.contains("\nReason given: x Replenish-Task: A-3 ## task_end [31m <!-- y\n"),
        message);
    assertEquals(0, shell.run("check").code());
    shell.ok("start", "A-1");
  }
}
