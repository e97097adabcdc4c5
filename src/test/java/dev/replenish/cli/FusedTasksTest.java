package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static dev.replenish.cli.Shell.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A union merge can fuse two tasks into one block; no command changes or loses them. */
class FusedTasksTest {
  @TempDir Path tmp;

  /** A board on which two branches have promoted different tasks, merged by {@code union}. */
  private Shell merged() {
    Shell shell =
        Shell.withBacklog(
            tmp,
            group("dev", "high", ready("A-1", "Boil"), ready("A-2", "Pour")),
            group("docs", "high", task("B-1", "docs", "high", "Describe", "")));
    shell.git().write(".gitattributes", "*.md merge=union\n");
    shell.git().write("TODO.md", "# Todo\n\n---\n\n").commitAll("union");
    shell.git().git("checkout", "-q", "-b", "left");
    shell.ok("run", "--type", "dev", "--max", "1");
    shell.git().git("checkout", "-q", "-b", "right", "main");
    shell.ok("run", "--type", "docs");
    shell.git().git("checkout", "-q", "left");
    shell.git().git("merge", "-q", "--no-edit", "right");
    return shell;
  }

  private static String tip(Shell shell) {
    return shell.git().git("rev-parse", "HEAD").strip();
  }

  /** Asserts that a command is refused and changes nothing; returns its message. */
  private static String refused(Shell shell, String... args) {
    String tip = tip(shell);
    Shell.Result result = shell.run(args);
    assertEquals(6, result.code(), result.all());
    assertEquals("", result.out());
    assertEquals(tip, tip(shell));
    assertEquals("", shell.git().git("status", "--porcelain"));
    return result.err();
  }

  @Test
  void checkNamesTheSecondHeaderAndTheMerge() {
    Shell shell = merged();
    JsonNode finding = shell.json(6, "check").path("findings").path(0);
    assertEquals("second-header", finding.path("code").asText());
    assertEquals("TODO.md", finding.path("path").asText());
    List<String> lines = shell.git().read("TODO.md").lines().toList();
    assertEquals(
        lines.indexOf("### # [id:B-1][type:docs][priority:high] Describe") + 1,
        finding.path("line").asInt());
    String merge = tip(shell).substring(0, 7);
    String hint = finding.path("hint").asText();
    assertTrue(hint.startsWith("the merge " + merge + " has fused two tasks"), hint);
    assertTrue(hint.contains(merge + "^1 and " + merge + "^2"), hint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start A-1",
        "block A-1 --reason water",
        "done A-1",
        "reject A-1 --reason tea",
        "done B-1",
        "archive"
      })
  void commandsThatChangeFusedTasksAreRefused(String command) {
    Shell shell = merged();
    String message = refused(shell, command.split(" "));
    assertTrue(message.contains("the header of B-1 is in the block of A-1 (TODO.md:"), message);
    assertTrue(message.contains("the merge " + tip(shell).substring(0, 7)), message);
  }

  @Test
  void runPlanAndUndoAreRefused() {
    Shell shell = merged();
    refused(shell, "run");
    assertEquals(6, shell.run("plan").code());
    refused(shell, "undo");
  }

  @Test
  void showNamesTheBlockThatContainsTheTask() {
    String message = refused(merged(), "show", "B-1");
    assertTrue(message.contains("the header of B-1 is in the block of A-1 (TODO.md:"), message);
  }

  @Test
  void runSkipsFusedTasksOfTheBacklog() {
    String fused =
        ready("A-1", "Boil").replace("## task_end\n\n---\n\n", "")
            + ready("A-2", "Pour").replace("## task_begin\n", "");
    Shell shell =
        Shell.withBacklog(
            tmp,
            group(
                "dev",
                "high",
                fused,
                task("A-3", "dev", "high", "Sip", ""),
                taskThatDependsOn("A-2")));
    JsonNode run = shell.json(0, "run");
    assertEquals("A-3", run.path("tasks").path(0).path("id").asText());
    assertEquals(1, run.path("tasks").size());
    assertEquals("A-1", run.path("skipped").path(0).path("id").asText());
    assertEquals("second-header", run.path("skipped").path(0).path("reasons").path(0).asText());
    assertEquals("waiting-for:A-2", run.path("skipped").path(1).path("reasons").path(0).asText());
    assertTrue(shell.git().read("BACKLOG.md").contains(fused));
  }

  private static String taskThatDependsOn(String id) {
    return task("A-4", "dev", "high", "Wash", "**Dependencies:** " + id + "\n");
  }

  @Test
  void doneIsRefusedIfTheArchiveHasFusedTasks() {
    Shell shell = Shell.withBacklog(tmp, group("dev", "high", ready("A-3", "Sip")));
    String done = ready("A-1", "Boil").replace("todo", "done");
    String fused =
        done.replace("## task_end\n\n---\n\n", "")
            + ready("A-2", "Pour").replace("## task_begin\n", "");
    shell.git().write("ARCHIVE.md", "# Archive\n\n" + fused).commitAll("fused");
    shell.ok("run");
    shell.ok("start", "A-3");
    String message = refused(shell, "done", "A-3");
    assertTrue(message.contains("the header of A-2 is in the block of A-1 (ARCHIVE.md:"), message);
    assertEquals("second-header", shell.json(6, "check").at("/findings/0/code").asText());
  }

  @Test
  void fusedTaskKeepsItsIdAndItsIndexEntry() {
    String fused =
        ready("A-1", "Boil").replace("## task_end\n\n---\n\n", "")
            + ready("A-2", "Pour").replace("## task_begin\n", "");
    Shell shell = Shell.withBacklog(tmp, group("dev", "high", fused));
    String entry = "## index_entry_begin\n[id:A-2]\nstatus: todo\n## index_entry_end\n";
    shell.git().write("TASK_INDEX.md", entry).commitAll("index");
    refused(shell, "add", "Again", "--id", "A-2", "--type", "dev", "--priority", "high");
    JsonNode check = shell.json(6, "check");
    assertEquals(List.of("second-header"), check.path("findings").findValuesAsText("code"));
  }

  @Test
  void addRefusesABodyWithAHeader() {
    Shell shell = Shell.withBacklog(tmp, group("dev", "high", ready("A-1", "Boil")));
    shell.given("**Status:** todo\n\n### # [id:A-9][type:dev][priority:high] Another\n");
    String message =
        refused(shell, "add", "New", "--type", "dev", "--priority", "high", "--body", "-");
    assertTrue(message.contains("the body holds a task's header"), message);
  }
}
