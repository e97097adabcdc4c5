package dev.replenish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code next}: the task to work on next. */
class NextTest {
  @TempDir Path tmp;

  private Shell board(String... todo) {
    Shell shell = Shell.withBacklog(tmp, Shell.group("dev", "high", Shell.ready("A-9", "Later")));
    shell.git().write("TODO.md", "# TODO\n\n" + String.join("", todo)).commitAll("a batch");
    return shell.set("GIT_AUTHOR_DATE", "2026-12-03T23:30:00-0500");
  }

  private static String task(String id, String status, String more) {
    return Shell.task(id, "dev", "high", "Do " + id, more).replace("todo", status);
  }

  private static String chosen(Shell shell, String... args) {
    return shell.json(0, "next", args).at("/task/id").asText();
  }

  @Test
  void firstTaskInProgressComesBeforeOpenTasks() {
    Shell shell = board(task("A-1", "todo", ""), task("A-2", "in-progress", ""));
    assertEquals("A-2", chosen(shell));
    assertEquals(0, shell.json(0, "next").get("passedOver").size());
  }

  @Test
  void blockedTasksArePassedOverWithReasons() {
    Shell shell = board(task("A-1", "blocked", "**Blocked:** no key\n"), task("A-2", "todo", ""));
    Shell.Result next = shell.run("next");
    assertTrue(next.out().contains("[id:A-2]"));
    assertTrue(next.err().contains("Passed over: A-1 is blocked: no key."), next.err());
    JsonNode passed = shell.json(0, "next").at("/passedOver/0");
    assertEquals("A-1", passed.get("id").asText());
    assertEquals("blocked", passed.at("/reasons/0").asText());
    assertEquals("it is blocked: no key", passed.at("/words/0").asText());
  }

  @Test
  void unfinishedDependenciesAndFutureStartDatesHoldTasksBack() {
    Shell shell =
        board(
            task("A-1", "todo", "**Dependencies:** A-9\n"),
            task("A-2", "todo", "**Dependencies:** A-4\n"),
            task("A-3", "todo", "**Not Before:** 2026-12-04\n"),
            task("A-4", "todo", "**Not Before:** 2026-12-03\n"));
    assertEquals("A-4", chosen(shell));
    String passed = shell.run("next").err();
    assertTrue(passed.contains("Passed over: A-1 depends on A-9."), passed);
    assertTrue(passed.contains("Passed over: A-2 depends on A-4."), passed);
    assertTrue(passed.contains("Passed over: A-3: not before 4 Dec 2026."), passed);
    shell.ok("done", "A-4");
    assertEquals("A-2", chosen(shell));
  }

  @Test
  void nothingIsChosenIfAllTasksAreBlocked() {
    Shell shell =
        board(task("A-1", "blocked", "**Blocked:** no key\n"), task("A-2", "blocked", ""));
    Shell.Result next = shell.run("next");
    assertEquals(0, next.code());
    assertEquals("", next.out());
    assertEquals(
        "Nothing to start: 2 tasks are blocked.\nPassed over: A-1 is blocked: no key.\n"
            + "Passed over: A-2 is blocked.\n",
        next.err());
    JsonNode json = shell.json(0, "next");
    assertEquals("noop", json.get("outcome").asText());
    assertEquals(2, json.get("passedOver").size());
  }

  @Test
  void assigneesTaskComesFirstAndTasksOfOthersArePassedOver() {
    Shell shell =
        board(
            task("A-1", "in-progress", "**Assignee:** bob\n"),
            task("A-2", "in-progress", ""),
            task("A-3", "in-progress", "**Assignee:** @ina\n"),
            task("A-4", "todo", ""));
    assertEquals("A-1", chosen(shell));
    assertEquals("A-3", chosen(shell, "--assignee", "ina"));
    assertEquals("A-2", chosen(shell, "--assignee", "eve"));
    shell.git().git("config", "replenish.assignee", "ina");
    assertEquals("A-3", chosen(shell));
    assertEquals("assigned", shell.json(0, "next").at("/passedOver/0/reasons/0").asText());
  }

  @Test
  void blockedChecklistItemIsPassedOver() {
    Shell shell = Shell.withBacklog(tmp, "# Tea");
    shell
        .git()
        .write("TODO.md", "- [ ] Boil water (blocked: kettle broken)\n- [ ] Pour tea\n")
        .commitAll("a batch");
    Shell.Result next = shell.run("next");
    assertEquals("- [ ] Pour tea\n", next.out());
    assertTrue(next.err().contains("is blocked: kettle broken."), next.err());
  }

  @Test
  void typeLockMessageNamesHoldingTaskAndRemedy() {
    Shell shell = board(task("A-1", "blocked", "**Blocked:** waits for the bank\n"));
    shell.git().write("BACKLOG.md", Shell.group("ops", "high", Shell.ready("B-1", "Sweep")));
    shell.git().commitAll("another type");
    String run = shell.ok("run").replaceAll("\\s+", " ");
    assertTrue(run.contains("It is held by A-1 (blocked: waits for the bank)."), run);
    assertTrue(run.contains("Move blocked tasks back with 'replenish defer A-1'"), run);
  }
}
