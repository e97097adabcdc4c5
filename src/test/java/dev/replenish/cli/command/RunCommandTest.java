package dev.replenish.cli.command;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.incomplete;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.cli.Shell;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} and {@code plan}. */
class RunCommandTest {
  @TempDir Path tmp;

  private Shell tea() {
    return Shell.withBacklog(
        tmp,
        group("docs", "low", Shell.task("D-1", "docs", "low", "Draw a map", "")),
        group("dev", "high", ready("A-1", "Boil"), incomplete("A-2", "Rest"), ready("A-3", "Sip")));
  }

  @Test
  void runSaysWhatMovedAndWhy() {
    Shell shell = tea();
    Shell.Result result = shell.run("run");
    String commit = shell.git().git("rev-parse", "--short=7", "HEAD").strip();
    assertEquals(
        """
        Moved 2 dev tasks (high) from BACKLOG.md to TODO.md in COMMIT:
          A-1  Boil
          A-3  Sip
        Why: dev high (BACKLOG.md:19): highest priority with ready tasks.
             select=listed would have taken docs low (BACKLOG.md:1).
        Skipped: A-2 (BACKLOG.md:35): no Plan
        """
            .replace("COMMIT", commit),
        result.out());
    assertEquals("", result.err());
    assertEquals(0, result.code());
    assertTrue(shell.git().read("TODO.md").contains("[id:A-3]"));
    assertEquals("", shell.git().git("status", "--porcelain"));
  }

  @Test
  void runningAgainChangesNothing() {
    Shell shell = tea();
    shell.ok("run");
    String tip = shell.git().git("rev-parse", "HEAD");
    Shell.Result again = shell.run("run");
    assertEquals(0, again.code());
    assertEquals(
        """
        Nothing to do: TODO.md holds dev tasks, and no group of that type has a ready
                       task. It is held by A-1 (open) and A-3 (open).
        Finish the active tasks first, or complete the skipped ones.
        Skipped: A-2 (BACKLOG.md:23): no Plan
        """,
        again.out());
    assertEquals(3, shell.run("run", "--detailed-exitcode").code());
    assertEquals(tip, shell.git().git("rev-parse", "HEAD"));
  }

  @Test
  void planShowsDiffAndIsCarriedOutByItsId() {
    Shell shell = tea();
    String out = shell.ok("plan");
    String id = shell.json(0, "plan").get("planId").asText();
    assertTrue(out.startsWith("Would move 2 of 2 ready dev tasks (high) from BACKLOG.md to"), out);
    assertTrue(
        out.contains("Plan " + id + ". Carry it out with: replenish run --plan " + id + "\n"), out);
    assertTrue(
        out.contains("\nChanges: BACKLOG.md -27 +1, TODO.md +48 (see them with --diff)\n"), out);
    assertFalse(out.contains("--- a/BACKLOG.md"), out);
    assertEquals(out, shell.ok("run", "-n"));
    String diff = shell.ok("plan", "--diff");
    assertTrue(diff.contains("\n--- a/BACKLOG.md\n+++ b/BACKLOG.md\n@@ "), diff);
    assertTrue(diff.contains("\n+### # [id:A-1][type:dev][priority:high] Boil\n"), diff);
    assertEquals(
        "{\"path\":\"TODO.md\",\"removed\":0,\"added\":48}",
        shell.json(0, "plan").get("files").get(1).toString());
    assertEquals("", shell.git().git("status", "--porcelain"));
    JsonNode run = shell.json(0, "run", "--plan", id);
    assertEquals("moved", run.get("outcome").asText());
    assertEquals(id, run.get("planId").asText());
  }

  /** The arguments of the command that a plan suggests. */
  private static String[] offered(String plan, int index) {
    String[] offers = plan.split("Carry it out with: replenish ");
    return offers[index].substring(0, offers[index].indexOf('\n')).split(" ");
  }

  @Test
  void planWithOptionsIsCarriedOutWithSameOptions() {
    Shell shell = tea();
    String out = shell.ok("plan", "--select", "listed", "--max", "1", "--ref", "main");
    assertTrue(out.contains(" --ref main --max 1 --select listed\n"), out);
    assertEquals(0, shell.run(offered(out, 1)).code());
    assertTrue(shell.git().read("TODO.md").contains("[id:D-1]"));
  }

  @Test
  void planOfOneOfSeveralBoardsIsCarriedOutOnThatBoard() {
    Shell shell = tea();
    for (String board : List.of("a", "b")) {
      shell.git().write(board + "/BACKLOG.md", shell.git().read("BACKLOG.md"));
    }
    shell.git().commitAll("boards");
    String out = shell.ok("plan", "--board", "*");
    assertEquals(0, shell.run(offered(out, 2)).code());
    assertTrue(shell.git().read("b/TODO.md").contains("[id:A-1]"));
  }

  @Test
  void jsonIsAsDocumented() {
    Shell shell = tea();
    JsonNode plan = shell.json(0, "plan");
    JsonNode run = shell.json(0, "run", "--date", "2026-03-01T12:00:00Z", "--key", "nightly-7");
    String commit = shell.git().git("rev-parse", "HEAD").strip();
    assertEquals(
        """
        {"schemaVersion":1,"command":"run","outcome":"moved","reason":"highest-priority",\
        "dryRun":false,"board":".","planId":"%s",\
        "group":{"type":"dev","priority":"high","line":19},\
        "tasks":[{"id":"A-1","title":"Boil","type":"dev","priority":"high","component":null,\
        "line":21,"to":{"path":"TODO.md","line":22}},{"id":"A-3","title":"Sip","type":"dev","priority":"high","component":null,\
        "line":45,"to":{"path":"TODO.md","line":36}}],"skipped":[{"id":"A-2","line":35,"reasons":["plan-missing"]}],\
        "todo":{"active":2,"batchSize":5},"commit":"%s","findings":[],\
        "why":"Group [type:dev][priority:high]: highest priority with ready tasks.",\
        "alternative":{"type":"docs","priority":"low","line":1},"archived":[],\
        "files":[{"path":"BACKLOG.md","removed":27,"added":1},\
        {"path":"TODO.md","removed":0,"added":48}],"notices":[],"replayed":false,"push":null,\
        "error":null}\
        """
            .formatted(plan.get("planId").asText(), commit),
        run.toString());
    assertEquals("planned", plan.get("outcome").asText());
    assertEquals(0, plan.get("todo").get("active").asInt());
    assertTrue(shell.git().read("BACKLOG.md").contains("moved to TODO.md on 2026-03-01"));
    assertTrue(shell.git().git("log", "-1").contains("Replenish-Key: nightly-7"));
    JsonNode again = shell.json(0, "run");
    assertEquals("noop", again.get("outcome").asText());
    assertEquals("type-locked", again.get("reason").asText());
    assertEquals(2, again.get("todo").get("active").asInt());
    assertTrue(shell.json(3, "run", "--detailed-exitcode").get("error").isNull());
  }

  @Test
  void everyReasonToDoNothingComesWithRemedy() {
    Shell shell = tea();
    String full = shell.set("REPLENISH_BATCH_SIZE", "1").ok("run").lines().findFirst().orElse("");
    assertTrue(full.startsWith("Moved 1 dev task (high)"), full);
    assertEquals(
        "Nothing to do: TODO.md is full: 1 of 1 task is active.\n"
            + "Finish a task first: replenish done ID\n",
        shell.ok("run"));
    assertEquals("todo-full", shell.json(0, "plan").get("reason").asText());
    Shell empty = Shell.withBacklog(tmp.resolve("home"), group("dev", "low"));
    assertEquals("backlog-empty", empty.json(0, "run").get("reason").asText());
    assertTrue(empty.ok("run").contains("Add a task"));
    empty.git().write("BACKLOG.md", group("dev", "low", incomplete("A-1", "x"))).commitAll("x");
    assertEquals("no-ready-task", empty.json(0, "run").get("reason").asText());
    assertTrue(empty.ok("run").contains("Complete the skipped tasks"));
    assertTrue(empty.ok("run", "--type", "DEV").contains("no dev group has a ready task."));
  }

  @Test
  void choiceCanBeNarrowed() {
    Shell shell = tea();
    assertEquals("D-1", first(shell.json(0, "plan", "--type", "DOCS")));
    assertEquals("D-1", first(shell.json(0, "plan", "--priority", "p3")));
    assertEquals("D-1", first(shell.json(0, "plan", "--group", "type:docs,priority:low")));
    assertEquals("D-1", first(shell.json(0, "plan", "--group", "[type:docs][priority:low]")));
    assertEquals("D-1", first(shell.json(0, "plan", "--select", "listed")));
    assertEquals("first-listed", shell.json(0, "plan", "--select=listed").get("reason").asText());
    assertEquals(1, shell.json(0, "plan", "--max", "1").get("tasks").size());
    assertEquals(
        "A-1", first(shell.json(0, "plan", "--group", "type:dev", "--type", "dev", "--max=1")));
  }

  private static String first(JsonNode json) {
    return json.get("tasks").get(0).get("id").asText();
  }

  @Test
  void manySkippedTasksAreCounted() {
    String[] tasks = new String[31];
    for (int i = 0; i < 30; i++) {
      tasks[i] = incomplete("A-" + i, "x");
    }
    tasks[30] = ready("A-99", "y");
    Shell shell = Shell.withBacklog(tmp, group("dev", "high", tasks));
    assertEquals(30, shell.json(0, "plan").get("skipped").size());
    String out = shell.ok("run");
    assertTrue(out.endsWith("Skipped: ... and 10 more (--json shows all)\n"), out);
  }

  @Test
  void severalBoardsAreProcessedIndependently() {
    Shell shell = Shell.create(tmp);
    shell.git().write("a,b/BACKLOG.md", group("dev", "high", ready("A-1", "Boil")));
    shell.git().write("c/BACKLOG.md", group("dev", "high", incomplete("C-1", "Wait")));
    shell.git().write("d/BACKLOG.md", new byte[] {(byte) 0xff, 'x'}).commitAll("boards");
    JsonNode all = shell.json(6, "run", "--board", "*");
    assertEquals(3, all.get("boards").size());
    assertEquals("moved", all.get("boards").get(0).get("outcome").asText());
    assertEquals("noop", all.get("boards").get(1).get("outcome").asText());
    assertEquals("failed", all.get("boards").get(2).get("outcome").asText());
    Shell.Result text = shell.run("--board=c", "run", "--board", "a,b", "-v");
    assertEquals(0, text.code());
    assertTrue(text.out().startsWith("a,b:\nNothing to do: "), text.out());
    assertTrue(text.out().contains("\nc:\nNothing to do: "), text.out());
    assertEquals(
        3, shell.run("run", "--detailed-exitcode", "--board", "a,b", "--board", "c").code());
    assertEquals(6, shell.run("run", "--detailed-exitcode", "--board", "*").code());
    assertEquals(2, shell.run("run", "--board", "*", "--plan", "0123456789abcdef").code());
    assertEquals(6, shell.run("run", "--board", "nowhere/*").code());
    assertFalse(shell.run("-q", "run", "--board", "c").out().contains("c"));
  }

  @Test
  void boardIsFoundFromFolderAndOtherBranchesAreSupported() {
    Shell shell = tea();
    shell.git().write("agents/x/BACKLOG.md", group("dev", "high", ready("X-1", "Boil")));
    shell.git().write("agents/x/src/y.txt", "").commitAll("board");
    Path inside = shell.root().resolve("agents/x/src");
    assertEquals("agents/x", shell.in(inside).json(0, "plan").get("board").asText());
    assertEquals(".", shell.json(0, "plan", "-C", "../../..").get("board").asText());
    assertEquals(".", shell.json(0, "plan", "--board", "../../..").get("board").asText());
    shell.git().git("branch", "other");
    assertEquals("moved", shell.json(0, "run", "--ref", "other").get("outcome").asText());
    assertEquals("", shell.git().git("status", "--porcelain"));
  }

  @Test
  void noticesAreShownAsNotes() {
    Shell shell = tea();
    shell.git().write(".git/hooks/pre-commit", "#!/bin/sh\nexit 1\n");
    shell.root().resolve(".git/hooks/pre-commit").toFile().setExecutable(true);
    assertEquals(1, shell.json(0, "plan").get("notices").size());
    assertTrue(shell.run("plan").err().startsWith("note: "));
    assertEquals("", shell.run("plan", "-q").all());
  }

  @Test
  void manyUnclearLinesAreSettledByOneComment() {
    Shell shell = Shell.create(tmp);
    String board =
        "# Tea%s\n\nBy the river.\n\n## Kitchen\n\n- Old kettle\n- New cups\n\n## Garden\n\n- Hedge\n";
    shell.git().write("BACKLOG.md", board.formatted("")).commitAll("board");
    assertEquals(
        """
        Nothing to do: no group has a ready task.
        Say which of the skipped lines are tasks, and commit.
        Skipped: 3 items (BACKLOG.md:7 to 12): it is unclear whether they are tasks. If
                 all of them are, end a heading above them with <!-- group: each item is
                 a task -->. If none is, end a heading above them that holds no other
                 task with <!-- note -->. Otherwise end each task with <!-- task -->.
        """,
        shell.ok("run"));
    Shell.Result list = shell.run("list");
    assertTrue(list.err().startsWith("3 items (BACKLOG.md:7 to 12): it is unclear"), list.err());
    shell
        .git()
        .write("BACKLOG.md", board.formatted(" <!-- group: each item is a task -->"))
        .commitAll("all");
    assertTrue(shell.ok("run").startsWith("Moved 2 kitchen tasks"));
  }

  @Test
  void unclearHeadingsAndLinesAreReportedWithMatchingComments() {
    Shell shell = Shell.create(tmp);
    String headings = "# Tea\n\n## Old kettle of ours\n\nIt leaks.\n\n## New cups\n\nOf clay.\n";
    shell.git().write("BACKLOG.md", headings).commitAll("headings");
    String out = shell.ok("run");
    assertTrue(out.contains("2 headings (BACKLOG.md:3 to 7)"), out);
    assertTrue(out.replaceAll("\\s+", " ").contains("group: each heading is a task"), out);
    String lines = "# Garden list\n\nkettle with a dent\ncups from the north\nsteps to the river\n";
    shell.git().write("BACKLOG.md", lines).commitAll("lines");
    out = shell.ok("run");
    assertTrue(out.contains("3 lines (BACKLOG.md:3 to 5)"), out);
    assertTrue(out.replaceAll("\\s+", " ").contains("group: each line is a task"), out);
  }
}
