package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.incomplete;
import static dev.replenish.cli.Shell.ready;
import static dev.replenish.cli.Shell.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run ID...}, and the other commands on tasks of BACKLOG.md. */
class NamedTasksTest {
  @TempDir Path tmp;

  private Shell tea() {
    return Shell.withBacklog(
        tmp,
        group("docs", "critical", task("D-1", "docs", "critical", "Write", "")),
        group(
            "dev",
            "high",
            ready("A-1", "Boil"),
            task("A-2", "dev", "high", "Pour", "**Dependencies:** A-1\n"),
            incomplete("A-3", "Sip"),
            ready("A-4", "Wash")));
  }

  private static String tip(Shell shell) {
    return shell.git().git("rev-parse", "HEAD").strip();
  }

  private static String refused(Shell shell, String... args) {
    String tip = tip(shell);
    Shell.Result result = shell.run(args);
    assertEquals(6, result.code(), result.all());
    assertEquals("", result.out());
    assertEquals(tip, tip(shell));
    assertEquals("", shell.git().git("status", "--porcelain"));
    return result.err();
  }

  private static void assertContains(String expected, String output) {
    String flat = output.replaceAll("\\s+", " ");
    assertTrue(flat.contains(expected), output);
  }

  private static List<String> states(Shell shell) {
    List<String> states = new ArrayList<>();
    shell
        .json(0, "list")
        .at("/tasks")
        .forEach(
            task ->
                states.add(
                    task.at("/id").asText()
                        + " "
                        + task.at("/path").asText()
                        + " "
                        + task.at("/state").asText()));
    return states;
  }

  @Test
  void namedTasksFormBatchInBacklogOrder() {
    Shell shell = tea();
    JsonNode run = shell.json(0, "run", "A-4", "a-1");
    assertEquals("moved", run.at("/outcome").asText());
    assertEquals("named", run.at("/reason").asText());
    assertEquals("A-1", run.at("/tasks/0/id").asText());
    assertEquals("A-4", run.at("/tasks/1/id").asText());
    assertEquals(2, run.at("/tasks").size());
    String message = shell.git().git("log", "-1", "--format=%B");
    assertTrue(message.contains("Replenish-Rule: named\n"), message);
    assertTrue(message.contains("Group [type:dev][priority:high]: its tasks were named.\n"));
  }

  @Test
  void planOfNamedTasksIsCarriedOutWithSameTasks() {
    Shell shell = tea();
    JsonNode plan = shell.json(0, "plan", "A-1", "A-2");
    String id = plan.at("/planId").asText();
    assertTrue(shell.ok("plan", "A-1", "A-2").contains("run --plan " + id + " A-1 A-2\n"));
    assertEquals(5, shell.run("run", "--plan", id, "A-1").code());
    assertEquals(id, shell.json(0, "run", "--plan", id, "A-1", "A-2").at("/planId").asText());
  }

  @Test
  void repeatedKeyReturnsFirstResult() {
    Shell shell = tea();
    String commit = shell.json(0, "run", "A-4", "--key", "k").at("/commit").asText();
    JsonNode again = shell.json(0, "run", "A-4", "--key", "k");
    assertEquals(commit, again.at("/commit").asText());
    assertEquals("named", again.at("/reason").asText());
    assertTrue(again.at("/replayed").asBoolean());
  }

  @Test
  void everyReasonAgainstNamedTasksIsReported() {
    Shell shell = tea();
    String output = refused(shell, "run", "D-1", "A-3", "A-2");
    assertContains("A-3 is not ready (no Plan)", output);
    assertContains("A-2 is not ready (it depends on A-1)", output);
    assertContains(
        "several groups: [type:docs][priority:critical], [type:dev][priority:high]", output);
    shell.ok("run", "A-1");
    assertContains("TODO.md holds dev tasks", refused(shell, "run", "D-1"));
    assertContains("A-1 is in TODO.md already", refused(shell, "run", "A-1"));
    shell.set("REPLENISH_BATCH_SIZE", "1");
    assertContains("TODO.md is full", refused(shell, "run", "A-4"));
    assertContains("TODO.md is full", refused(shell, "start", "A-4"));
  }

  @Test
  void idsWithFiltersAndUnknownIdsAreRefused() {
    Shell shell = tea();
    assertEquals(2, shell.run("run", "A-1", "--type", "dev").code());
    assertEquals(2, shell.run("run", "A-9").code());
  }

  @Test
  void startPromotesBacklogTaskFirst() {
    Shell shell = tea();
    JsonNode start = shell.json(0, "start", "A-4", "--as", "ina");
    assertEquals("promoted", start.at("/tasks/0/events/0").asText());
    assertEquals("started", start.at("/tasks/0/events/1").asText());
    assertEquals("TODO.md", start.at("/tasks/0/path").asText());
    assertEquals("ina", start.at("/tasks/0/assignee").asText());
    String message = shell.git().git("log", "-1", "--format=%B");
    assertTrue(message.contains("Replenish-Started: A-4\n"), message);
    assertTrue(message.contains("Replenish-Task: A-4\n"), message);
    assertEquals("start", shell.json(0, "log").at("/entries/0/action").asText());
    assertContains("A-3 is not ready (no Plan)", refused(shell, "start", "A-3"));
  }

  @Test
  void startRepeatedWithSameKeyReturnsSameCommit() {
    Shell shell = tea();
    String commit = shell.json(0, "start", "A-4", "--key", "k").at("/commit").asText();
    JsonNode again = shell.json(0, "start", "A-4", "--key", "k");
    assertEquals(commit, again.at("/commit").asText());
    assertTrue(again.at("/refill").isNull());
  }

  @Test
  void otherCommandsChangeBacklogTaskInPlace() {
    Shell shell = tea();
    shell.ok("block", "A-1", "--reason", "no water");
    shell.ok("reject", "A-3", "--reason", "nobody sips");
    shell.ok("done", "A-4");
    assertEquals(
        List.of(
            "D-1 BACKLOG.md open",
            "A-1 BACKLOG.md blocked",
            "A-2 BACKLOG.md open",
            "A-3 BACKLOG.md rejected",
            "A-4 BACKLOG.md done"),
        states(shell));
    assertContains("its status is blocked", refused(shell, "start", "A-1"));
    assertEquals(0, shell.run("done", "A-4").code());
    assertContains("is rejected, so 'done'", refused(shell, "done", "A-3"));
  }

  @Test
  void finishedBacklogTaskIsArchivedIfConfigured() {
    Shell shell = tea().set("REPLENISH_ARCHIVE", "always");
    JsonNode done = shell.json(0, "done", "A-4");
    assertEquals("archived", done.at("/tasks/0/events/1").asText());
    assertEquals("ARCHIVE.md", done.at("/tasks/0/path").asText());
    assertTrue(!shell.git().read("BACKLOG.md").contains("A-4"));
  }

  @Test
  void indexIsUpdated() {
    Shell shell = tea();
    shell
        .git()
        .write(
            "TASK_INDEX.md",
            "# Index\n\n## A-4\n\n- **location:** BACKLOG.md\n- **status:** todo\n");
    shell.git().commitAll("index");
    shell.ok("done", "A-4");
    String index = shell.git().read("TASK_INDEX.md");
    assertTrue(index.contains("done"), index);
    assertEquals("", shell.git().git("status", "--porcelain"));
  }

  @Test
  void everyFormRecordsStatusInItsOwnWay() {
    Shell shell =
        Shell.withBacklog(
            tmp,
            "# Shed\n\n## Boxes\n\n- [ ] S-1: Saw\n- [ ] S-2: Nail\n- [ ] S-3: Glue\n\n## Rows\n\n"
                + "| # | Task | Effort |\n|---|---|---|\n| 7 | Plane | M |\n| 8 | Sand | S |\n\n"
                + "## States\n\n| # | Task | Status |\n|---|---|---|\n| 17 | Oil | Open |\n\n"
                + "## Long\n\n### H-1: Paint\n\nIn blue.\n\n### H-2: Dry\n\n**Status:** todo\n\nSlowly.");
    shell.ok("done", "S-1");
    shell.ok("block", "S-3", "--reason", "no glue");
    shell.ok("done", "7");
    shell.ok("reject", "8", "--reason", "no paper");
    shell.ok("done", "17");
    shell.ok("done", "H-1");
    shell.ok("block", "H-2", "--reason", "rain");
    String backlog = shell.git().read("BACKLOG.md");
    for (String line :
        List.of(
            "- [x] S-1: Saw\n",
            "- [ ] S-2: Nail\n",
            "- [ ] S-3: Glue (blocked: no glue)\n",
            "| 7 | ~~Plane~~ | M |\n",
            "| 8 | Sand (rejected: no paper) | S |\n",
            "| 17 | Oil | Done |\n",
            "### H-1: Paint\n\n**Status:** done\n",
            "**Status:** blocked (blocked: rain)\n")) {
      assertTrue(backlog.contains(line), line + " in\n" + backlog);
    }
    shell.ok("start", "S-2");
    assertTrue(shell.git().read("TODO.md").contains("- [/] S-2: Nail\n"));
    assertEquals("", shell.git().git("status", "--porcelain"));
  }
}
