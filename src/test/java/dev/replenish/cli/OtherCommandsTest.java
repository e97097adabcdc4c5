package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.incomplete;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.settings.SettingKey;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that don't move tasks. */
class OtherCommandsTest {
  @TempDir Path tmp;

  private Shell tea() {
    return Shell.withBacklog(
        tmp,
        group("dev", "high", ready("A-1", "Boil"), incomplete("A-2", "Rest")),
        group("qa", "low"));
  }

  @Test
  void statusShowsActiveTasksNextBatchAndGroups() {
    Shell shell = tea();
    assertEquals(
        """
        Active: 0 of 5 tasks, room for 5 more
        Next: dev high, highest priority with ready tasks
          A-1  Boil
        Backlog    tasks   ready   incomplete
        dev high       2       1            1
        1 empty group (-v shows all)
        """,
        shell.ok("status"));
    assertTrue(shell.ok("status", "-v").contains("qa low         0       0            0\n"));
    JsonNode before = shell.json(0, "status");
    assertEquals("planned", before.get("next").get("outcome").asText());
    assertEquals(2, before.get("groups").size());
    shell.ok("run");
    JsonNode after = shell.json(0, "status");
    assertEquals("A-1", after.get("active").get(0).get("id").asText());
    assertEquals("type-locked", after.get("next").get("reason").asText());
    assertTrue(
        shell
            .ok("status")
            .startsWith("Active: 1 of 5 tasks, room for 4 more\nOpen\n  A-1  Boil  2 days\n"));
    assertEquals("", shell.ok("status", "-q"));
  }

  @Test
  void statusOfDamagedTodoSaysWhyRunWouldFail() {
    Shell shell = tea();
    shell.git().write("TODO.md", "## task_begin\n### # [id:T-1][type:dev] x\n").commitAll("x");
    String out = shell.ok("status");
    assertTrue(out.contains("Next: nothing, the task has no '## task_end' (TODO.md:1:1)"), out);
    JsonNode next = shell.json(0, "status").get("next");
    assertEquals("failed", next.get("outcome").asText());
    assertEquals("invalid-document", next.get("error").get("code").asText());
  }

  @Test
  void listShowsEveryTaskOnALine() {
    Shell shell = tea();
    assertEquals(
        """
        BACKLOG.md:3  open        ready        A-1 Boil
        BACKLOG.md:17 open        plan-missing A-2 Rest
        """,
        shell.ok("list"));
    assertEquals("A-1", shell.json(0, "list", "--ready").get("tasks").get(0).get("id").asText());
    assertEquals(1, shell.json(0, "list", "--ready").get("tasks").size());
    assertEquals(2, shell.json(0, "list", "--priority", "HIGH").get("tasks").size());
    assertEquals(0, shell.json(0, "list", "--type", "qa").get("tasks").size());
    assertEquals(0, shell.json(0, "list", "--state", "done").get("tasks").size());
    assertEquals(2, shell.json(0, "list", "--path", "BACKLOG.md").get("tasks").size());
    assertEquals("No such task.\n", shell.run("list", "--path", "TODO.md").err());
    assertTrue(shell.ok("list", "-q").contains("A-1"));
  }

  @Test
  void nextPrintsTaskBlockUnchanged() {
    Shell shell = tea();
    assertEquals("noop", shell.json(0, "next").get("outcome").asText());
    assertEquals("", shell.ok("next"));
    shell.ok("run");
    Shell.Result next = shell.run("next");
    assertEquals("TODO.md:22: A-1\n", next.err());
    assertTrue(next.out().startsWith("## task_begin\n### # [id:A-1]"), next.out());
    assertTrue(next.out().endsWith("\n## task_end\n"), next.out());
    assertEquals(next.out(), shell.json(0, "next").get("text").asText());
    assertEquals(new Shell.Result(0, next.out(), ""), shell.run("next", "--quiet"));
  }

  @Test
  void checkShowsOneFindingPerLineAndFixCorrectsSafeOnes() {
    Shell shell = tea();
    shell
        .git()
        .write(
            "BACKLOG.md",
            group("dev", "high", ready("A-1", "Boil").replace("[priority:high]", ""))
                .replace("## group_end\n", ""))
        .commitAll("break");
    Shell.Result broken = shell.run("check");
    assertEquals(6, broken.code());
    assertEquals(
        """
        BACKLOG.md:1:1: error group-end-missing the group [type:dev][priority:high] has no \
        '## group_end' (close the group with '## group_end')
        BACKLOG.md:4:1: warning priority-missing A-1 lacks [priority:high] (add the group's \
        priority)
        """,
        broken.out());
    assertEquals("1 error, 1 warning; 'replenish check --fix' fixes 2.\n", broken.err());
    assertEquals(1, shell.run("check", "-q").out().lines().count());
    JsonNode failed = shell.json(6, "check");
    assertEquals("failed", failed.get("outcome").asText());
    assertEquals(1, failed.get("error").get("line").asInt());
    JsonNode planned = shell.json(0, "check", "--fix", "-n");
    assertEquals("planned", planned.get("outcome").asText());
    Shell.Result dry = shell.run("check", "--fix", "--dry-run");
    assertTrue(dry.out().contains("\n+## group_end\n"), dry.out());
    assertTrue(
        dry.err()
            .startsWith(
                """
                Would fix 2 findings:
                  BACKLOG.md:1:1 group-end-missing: the group [type:dev][priority:high] has no \
                '## group_end'
                  BACKLOG.md:4:1 priority-missing: A-1 lacks [priority:high]
                """),
        dry.err());
    JsonNode fixed = shell.json(0, "check", "--fix");
    assertEquals("fixed", fixed.get("outcome").asText());
    assertEquals(2, fixed.get("fixed").size());
    assertEquals(shell.git().git("rev-parse", "HEAD").strip(), fixed.get("commit").asText());
    assertEquals("noop", shell.json(0, "check", "--fix").get("outcome").asText());
    assertEquals("Nothing is wrong.\n", shell.run("check").err());
  }

  @Test
  void archiveIsFixedToo() {
    Shell shell = tea();
    String one = ready("Z-1", "Sweep").replace("todo", "done");
    String two = ready("Z-2", "Dust").replace("todo", "done");
    shell.git().write("ARCHIVE.md", "# Archive\n\n" + one + "---\n\n" + two).commitAll("archive");
    JsonNode fixed = shell.json(0, "check", "--fix");
    assertEquals(1, fixed.get("fixed").size(), fixed.toString());
    assertEquals("# Archive\n\n" + one + two, shell.git().read("ARCHIVE.md"));
    assertEquals("noop", shell.json(0, "check", "--fix").get("outcome").asText());
  }

  @Test
  void fixesAreKeptIfErrorsRemain() {
    Shell shell = tea();
    String twice = ready("A-1", "Boil").replace("[priority:high]", "") + ready("A-1", "Again");
    shell.git().write("BACKLOG.md", group("dev", "high", twice)).commitAll("break");
    JsonNode json = shell.json(6, "check", "--fix");
    assertEquals("failed", json.get("outcome").asText());
    assertEquals(40, json.get("commit").asText().length());
    assertTrue(json.get("error").get("kept").asText().contains(json.get("commit").asText()));
    assertFalse(json.get("findings").isEmpty());
  }

  @Test
  void scaffoldAddsPlaceholders() {
    Shell shell = tea();
    Shell.Result result = shell.run("check", "--scaffold");
    assertEquals(0, result.code());
    assertTrue(shell.git().read("BACKLOG.md").contains("**Plan:**\n1. TBD\n"));
    assertEquals("noop", shell.json(0, "check", "--scaffold").get("outcome").asText());
  }

  @Test
  void initWritesBoardAndOverwritesNothing() {
    Shell shell = Shell.create(tmp);
    Shell.Result first = shell.run("init", "--board", "team");
    assertEquals("written  team/BACKLOG.md", first.out().lines().findFirst().orElse(""));
    assertTrue(Files.exists(shell.root().resolve("team/TODO.md")));
    shell.git().commitAll("init");
    JsonNode again = shell.json(0, "init", "--board", "team");
    assertEquals("noop", again.get("outcome").asText());
    assertEquals("team", again.get("board").asText());
    assertEquals("written", shell.json(0, "init", "--workflow").get("outcome").asText());
    assertEquals("backlog-empty", shell.json(0, "run", "--board=team").get("reason").asText());
  }

  @Test
  void configShowsWhereEachValueComesFrom() {
    Shell shell = tea().set("REPLENISH_BATCH_SIZE", "3");
    shell.git().git("config", "replenish.select", "listed");
    JsonNode settings = shell.json(0, "config", "--board", "a,b", "--board", "c").get("settings");
    assertEquals(SettingKey.values().length, settings.size());
    assertEquals("a\\,b,c", settings.get(0).get("value").asText());
    assertEquals("flag", settings.get(0).get("place").asText());
    String out = shell.ok("config", "-q");
    assertTrue(
        out.contains("batchSize     3                          REPLENISH_BATCH_SIZE\n"), out);
    assertTrue(out.contains("select        listed                     local"), out);
  }

  @Test
  void demoLeavesRepositoryUntouched() {
    Shell shell = tea();
    Shell.Result demo = shell.run("demo");
    assertEquals(0, demo.code(), demo.err());
    assertTrue(demo.out().lines().count() < 50 && !demo.out().contains("### #"), demo.out());
    assertTrue(
        demo.out().contains("\n  dev high          5 tasks   Answer within a second"), demo.out());
    assertTrue(
        demo.out().contains("\n  dev high          2 tasks   Answer within a second"), demo.out());
    assertTrue(
        demo.out().endsWith("Your own: replenish list (any Markdown backlog), or replenish init\n"),
        demo.out());
    assertTrue(demo.out().contains("$ replenish run\nMoved 3 dev tasks (high)"), demo.out());
    assertTrue(demo.out().contains("$ replenish run\nNothing to do: "), demo.out());
    JsonNode json = shell.json(0, "demo");
    assertEquals("moved", json.get("first").get("outcome").asText());
    assertEquals("noop", json.get("second").get("outcome").asText());
    assertEquals("", shell.git().git("status", "--porcelain"));
    assertEquals("", shell.ok("demo", "-q"));
  }

  @Test
  void explainReportsLineBeyondEndOfFile() {
    Shell shell = Shell.withBacklog(tmp, "# Shed\n\n- [ ] Oil the shears");
    Shell.Result result = shell.run("list", "--explain", "40");
    assertEquals(0, result.code(), result.err());
    assertTrue((result.out() + result.err()).contains("BACKLOG.md ends at line 3."), result.err());
  }

  @Test
  void explainNamesTheTaskOfALineThatNeedsNoProof() {
    Shell shell =
        Shell.withBacklog(tmp, "# Shed\n\n- [ ] S-1: Oil the shears\n  - the long ones\n");
    String expected = "BACKLOG.md:4 belongs to S-1, a task by its form alone.";
    assertTrue(shell.run("list", "--explain", "4").all().contains(expected));
    String none = "BACKLOG.md:2 is in no heading, list or table that could hold tasks.";
    assertTrue(shell.run("list", "--explain", "2").all().contains(none));
  }
}
