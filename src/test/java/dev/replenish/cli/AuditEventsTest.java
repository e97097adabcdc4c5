package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.git.GitSandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events of {@code audit} for single commits, merges, and backlogs without markers. */
class AuditEventsTest {
  private static final List<String> ITEMS =
      List.of(
          "Wash every saucer twice",
          "Find a lid for that jar",
          "Order lemons from Sicily",
          "Ask grandmother about scones",
          "Hang up striped towels",
          "Repair our broken kettle",
          "Bake shortbread on Friday",
          "Sharpen six bread knives",
          "Label tins by harvest year",
          "Borrow folding chairs",
          "Sweep underneath cupboards",
          "Measure water hardness",
          "Invite neighbours for oolong",
          "Compare strainers with filters",
          "Buy new matches",
          "Grind cardamom quickly",
          "Empty compost bucket",
          "Write down brewing times",
          "Replace gas bottle",
          "Thank volunteers politely");
  private static final String TODO = "# Todo\n\n---\n\n";

  @TempDir Path tmp;

  private static String dev(String id, String title, String status, String... lines) {
    String more = "**Description:** " + String.join("\n", lines) + "\n";
    String text = task(id, "dev", "high", title, more);
    return text.replace("**Status:** todo", "**Status:** " + status);
  }

  private static String taskA1() {
    return dev("A-1", "Boil the water", "todo", "Until it sings aloud.", "And not any longer.");
  }

  private static String taskA2() {
    return dev("A-2", "Warm the round pot", "todo", "With the first of it.", "Then pour it away.");
  }

  private static String taskA3() {
    return dev("A-3", "Add green leaves", "todo", "One spoon for each.", "And one for the pot.");
  }

  private Shell board(String... tasks) {
    Shell shell = Shell.withBacklog(tmp, group("dev", "high", tasks));
    shell.git().write("TODO.md", TODO).commitAll("todo");
    return shell.set("REPLENISH_REQUIRE", "none");
  }

  private static List<String> events(JsonNode audit) {
    List<String> events = new ArrayList<>();
    for (JsonNode event : audit.path("events")) {
      events.add((event.path("event").asText() + " " + event.path("id").asText("")).strip());
    }
    return events;
  }

  /** Commits both files with a message that names no task, and audits. */
  private static JsonNode commitAndAudit(Shell shell, String todo, String... backlog) {
    shell.git().write("BACKLOG.md", group("dev", "high", backlog) + "\n");
    shell.git().write("TODO.md", TODO + todo).commitAll("9");
    return shell.json(0, "audit");
  }

  @Test
  void batchOutOfOrderIsReported() {
    Shell shell = board(taskA1(), taskA2(), taskA3());
    assertEquals(
        List.of("batch-out-of-order"),
        events(commitAndAudit(shell, taskA3() + taskA2() + taskA1())));
  }

  @Test
  void taskThatLosesLinesWhenMovedIsReported() {
    Shell shell = board(taskA1(), taskA2());
    String shorter = taskA1().replace("And not any longer.\n", "");
    assertEquals(List.of("rewritten A-1"), events(commitAndAudit(shell, shorter, taskA2())));
  }

  @Test
  void archivedTaskThatLosesLinesIsReported() {
    Shell shell = board(taskA2());
    GitSandbox git = shell.git();
    String done = taskA1().replace("todo", "done");
    git.write("ARCHIVE.md", "# Archive\n\n" + done).commitAll("x");
    git.write("ARCHIVE.md", "# Archive\n\n" + done.replace("And not any longer.\n", ""));
    git.commitAll("9");
    assertEquals(List.of("archive-rewritten A-1"), events(shell.json(0, "audit")));
  }

  @Test
  void reorderedAndRenumberedTasksAreReported() {
    Shell shell = board(taskA1(), taskA2(), taskA3());
    assertEquals(
        List.of("reordered"), events(commitAndAudit(shell, "", taskA1(), taskA3(), taskA2())));
    JsonNode audit = commitAndAudit(shell, "", taskA1(), taskA3(), taskA2().replace("A-2", "B-7"));
    assertEquals(List.of("renumbered A-2", "reordered"), events(audit));
  }

  @Test
  void changedLineEndsAreNotReported() {
    Shell shell = board(taskA1(), taskA2(), taskA3());
    GitSandbox git = shell.git();
    git.write("BACKLOG.md", git.read("BACKLOG.md").replace("\n", "\r\n"));
    git.write("TODO.md", git.read("TODO.md").replace("\n", "\r\n")).commitAll("9");
    assertEquals(List.of(), events(shell.json(0, "audit")));
  }

  @Test
  void splittingABoardIntoThirtyIsNotReported() {
    String[] tasks = new String[30];
    for (int i = 0; i < tasks.length; i++) {
      tasks[i] = dev("T-" + i, "Task number " + i, "todo", "What row " + i + " has to say.");
    }
    Shell shell = board(tasks);
    GitSandbox git = shell.git();
    git.git("rm", "-q", "BACKLOG.md", "TODO.md");
    for (int i = 0; i < tasks.length; i++) {
      git.write("roles/r" + i + "/BACKLOG.md", group("dev", "high", tasks[i]));
    }
    git.commitAll("17");
    JsonNode audit = shell.json(0, "audit");
    assertEquals(List.of(), events(audit));
    assertEquals(31, audit.at("/counts/boards").asInt());
  }

  @Test
  void removingAllBoardsAtOnceIsOneEvent() {
    Shell shell = board(taskA1(), taskA2());
    GitSandbox git = shell.git();
    git.write("tea/BACKLOG.md", group("dev", "high", taskA3())).commitAll("tea");
    git.git("rm", "-q", "-r", "BACKLOG.md", "TODO.md", "tea");
    git.commitAll("9");
    JsonNode audit = shell.json(0, "audit");
    assertEquals(List.of("boards-removed"), events(audit));
    assertEquals("2 boards", audit.at("/events/0/note").asText());
    assertEquals(3, audit.at("/events/0/tasks").asInt());
    assertEquals(6, shell.run("audit", "--strict").code());
  }

  @Test
  void mergeThatLosesARenumberedTaskReportsItOnce() {
    Shell shell = board(taskA1(), taskA2());
    GitSandbox git = shell.git();
    git.git("checkout", "-q", "-b", "side");
    git.write("BACKLOG.md", git.read("BACKLOG.md").replace("A-2", "B-7")).commitAll("renumber");
    git.git("checkout", "-q", "main");
    git.write("x", "x").commitAll("x");
    git.git("merge", "-q", "--no-commit", "side");
    git.write("BACKLOG.md", group("dev", "high", taskA1()) + "\n").commitAll("merge");
    JsonNode audit = shell.json(6, "audit");
    assertEquals(List.of("lost B-7", "renumbered A-2"), events(audit));
    assertEquals(1, audit.at("/counts/missing").asInt());
  }

  @ParameterizedTest
  @CsvSource({"done,todo,lost", "todo,done,finished-removed"})
  void statusThatOneSideSetCountsIfTheMergeLosesTheTask(String first, String later, String event) {
    Shell shell = board(dev("A-1", "Boil the water", first, "Until it sings aloud."), taskA2());
    GitSandbox git = shell.git();
    git.git("checkout", "-q", "-b", "side");
    String backlog = git.read("BACKLOG.md");
    int status = backlog.indexOf("**Status:** " + first);
    String now = backlog.substring(0, status) + "**Status:** " + later;
    now += backlog.substring(status + ("**Status:** " + first).length());
    git.write("BACKLOG.md", now).commitAll("side");
    git.git("checkout", "-q", "main");
    git.write("x", "x").commitAll("x");
    git.git("merge", "-q", "--no-commit", "side");
    git.write("BACKLOG.md", group("dev", "high", taskA2()) + "\n").commitAll("merge");
    JsonNode audit = shell.json(event.equals("lost") ? 6 : 0, "audit");
    assertEquals(List.of(event + " A-1"), events(audit));
  }

  /** A backlog of {@code count} check boxes, of which the first {@code done} are ticked. */
  private static String boxes(int done, int count) {
    StringBuilder text = new StringBuilder("# Backlog\n\n## Tea\n\n");
    for (int i = 0; i < count; i++) {
      text.append(i < done ? "- [x] " : "- [ ] ");
      text.append(ITEMS.get(i)).append("\n");
    }
    return text.toString();
  }

  private Shell unmarked(int done) {
    Shell shell = Shell.withBacklog(tmp, boxes(0, 20));
    shell.git().write("BACKLOG.md", boxes(done, 20)).commitAll("wash");
    return shell;
  }

  @Test
  void removedOpenItemsAreReportedAsProbablyVanished() {
    Shell shell = unmarked(12);
    shell.git().write("BACKLOG.md", boxes(12, 15)).commitAll("9");
    JsonNode audit = shell.json(0, "audit", "--strict");
    assertEquals(5, audit.at("/counts/events/vanished").asInt());
    assertEquals(1, audit.at("/counts/boards").asInt());
    String output = shell.ok("audit");
    assertTrue(output.contains("vanished   "), output);
    assertTrue(output.contains("probably, was BACKLOG.md:20\n"), output);
  }

  @ParameterizedTest
  @CsvSource({"Remove what nobody wants,", "9,docs/later.md", "9,BACKLOG.md"})
  void announcedMovedOrRestoredItemsAreNotReported(String message, String kept) {
    Shell shell = unmarked(12);
    GitSandbox git = shell.git();
    git.write("BACKLOG.md", boxes(12, 15));
    String rest = boxes(12, 20).substring(boxes(12, 15).length());
    if ("docs/later.md".equals(kept)) {
      git.write(kept, "# Later\n\n" + rest);
    }
    git.commitAll(message);
    if ("BACKLOG.md".equals(kept)) {
      git.write(kept, boxes(12, 20)).commitAll("10");
    }
    assertEquals(List.of(), events(shell.json(0, "audit")));
  }

  @Test
  void fourVanishedItemsAreNotReported() {
    Shell shell = unmarked(12);
    shell.git().write("BACKLOG.md", boxes(12, 16)).commitAll("9");
    assertEquals(List.of(), events(shell.json(0, "audit")));
  }

  @Test
  void backlogThatDeletesDoneItemsIsNotJudged() {
    Shell shell = unmarked(2);
    shell.git().write("BACKLOG.md", boxes(2, 8)).commitAll("9");
    Shell.Result result = shell.run("audit");
    assertEquals(0, result.code());
    assertTrue(result.err().startsWith("BACKLOG.md deletes what is done"), result.err());
    assertEquals(List.of(), events(shell.json(0, "audit")));
  }
}
