package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.incomplete;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code status}: active tasks, then the next batch, then the backlog; and as columns. */
class StatusCommandTest {
  @TempDir Path tmp;

  private void setDate(Shell shell, String date) {
    shell.git().env().put("GIT_AUTHOR_DATE", date);
    shell.git().env().put("GIT_COMMITTER_DATE", date);
  }

  private Shell working() {
    Shell shell =
        Shell.withBacklog(
            tmp,
            group(
                "dev",
                "high",
                ready("A-1", "Boil"),
                Shell.task(
                    "A-2", "dev", "high", "Pour", "**Due:** 2026-02-01\n**Assignee:** ina\n"),
                ready("A-3", "Drink"),
                incomplete("A-4", "Rest")));
    setDate(shell, "2026-02-05T17:00:00+01:00");
    shell.ok("run");
    shell.ok("start", "A-1");
    shell.ok("block", "A-3", "--reason", "no cup");
    setDate(shell, "2026-02-09T17:00:00+01:00");
    return shell;
  }

  @Test
  void activeTasksComeFirstWithTheirDetails() {
    assertEquals(
        """
        Active: 3 of 5 tasks, room for 2 more
        In progress
          A-1  Boil   2 days, since 2026-02-05
        Blocked
          A-3  Drink  2 days
            no cup (since 2026-02-05)
        Open
          A-2  Pour   2 days, overdue 2026-02-01, @ina
        Overdue: A-2 (due 2026-02-01)
        Next: nothing, TODO.md holds dev tasks, and no group of that type has a ready
              task. It is held by A-1 (in progress), A-2 (open) and A-3 (blocked: no
              cup).
          A-4: lacks plan
          Move blocked tasks back with 'replenish defer A-3', or finish the active tasks
          first, or complete the skipped ones.
        Backlog    tasks   ready   incomplete
        dev high       1       0            1
        """,
        working().ok("status"));
  }

  @Test
  void jsonGivesStartDateAndBlockingReason() {
    Shell shell = working();
    JsonNode work = shell.json(0, "status").get("work");
    assertEquals(
        "{\"id\":\"A-1\",\"since\":\"2026-02-05\",\"blocked\":null}", work.get(0).toString());
    assertEquals("{\"id\":\"A-2\",\"since\":null,\"blocked\":null}", work.get(1).toString());
    assertEquals(
        "{\"id\":\"A-3\",\"since\":\"2026-02-05\",\"blocked\":\"no cup\"}", work.get(2).toString());
  }

  @Test
  void taskBlockedByHandHasNoDate() {
    Shell shell = working();
    String todo = shell.git().read("TODO.md").replace("in-progress", "blocked");
    shell.git().write("TODO.md", todo).commitAll("by hand");
    assertTrue(shell.json(0, "status").get("work").get(0).get("since").isNull());
  }

  @Test
  void narrowTerminalShowsDetailsBelow() {
    String out = working().wide(40).ok("status");
    assertTrue(out.contains("  A-1  Boil\n    2 days, since 2026-02-05\n"), out);
  }

  @Test
  void blockingReasonsAreReadInEveryForm() {
    Shell shell =
        Shell.withBacklog(
            tmp,
            "## Tea\n\n- [ ] Boil\n\n| ID | Task | Status |\n|---|---|---|\n| R-1 | Pour | todo |\n");
    shell.ok("run");
    shell.json(0, "list").get("tasks").forEach(task -> block(shell, task.get("id").asText()));
    JsonNode work = shell.json(0, "status").get("work");
    assertEquals("no cup [yet]", work.get(0).get("blocked").asText());
    assertEquals("no cup [yet]", work.get(1).get("blocked").asText());
  }

  private static void block(Shell shell, String id) {
    shell.ok("block", id, "--reason", "no cup (yet)");
  }

  @Test
  void unclearLinesAreNamedInWholePhrases() {
    Shell shell = Shell.withBacklog(tmp, "# Tea\n\n## Rooms\n\n- The kitchen\n- The hall\n");
    String out = shell.ok("status");
    assertTrue(out.contains(": unclear whether it is a task: give it a box"), out);
  }

  @Test
  void boardIsShownInColumns() {
    Shell shell = working();
    shell.ok("done", "A-1");
    String wide =
        """
        Backlog 1           In work 2 of 5      Blocked 1           Done lately 1
        dev high (1)        open                - Drink             - Boil
        - Rest              - Pour                no cup

        high      █████░░░░░░░░░░░░░░░  1 of 4 done, 1 in work, 1 blocked
        Forecast: 2 tasks, 32 h: 10 days at 3 h (2026-02-20), 16 days at 2 h
                  (2026-03-02), 32 days at 1 h (2026-03-24)
        """;
    assertEquals(wide, shell.ok("status", "--board"));
    assertEquals(wide, shell.ok("status", "--columns"));
    assertEquals(wide, shell.ok("status", "--board", ".", "--board"));
    assertEquals(
        """
        Backlog 1
        dev high (1)
        - Rest
        In work 2 of 5
        open
        - Pour
        Blocked 1
        - Drink
          no cup
        Done lately 1
        - Boil

        high      ██░░░░░░░░  1 of 4 done, 1 ...
        Forecast: 2 tasks, 32 h: 10 days at 3 h
                  (2026-02-20), 16 days at 2 h
                  (2026-03-02), 32 days at 1 h
                  (2026-03-24)
        """,
        shell.wide(40).ok("status", "--board"));
    assertEquals("", shell.ok("status", "--board", "-q"));
  }

  @Test
  void longHeadingsAreShownInFull() {
    Shell shell =
        Shell.withBacklog(tmp, "## Q2 2024: CI/CD and Kubernetes Deployment\n\n- [ ] Ship\n");
    String name = "Q2 2024: CI/CD and Kubernetes Deployment";
    for (List<String> command : List.of(List.of("status"), List.of("plan"), List.of("run"))) {
      String out = shell.ok(command.toArray(new String[0]));
      assertTrue(out.replaceAll("\\s+", " ").contains(name), out);
      assertFalse(out.contains("q2-2024"), out);
    }
    assertFalse(shell.ok("run").contains("q2-2024"), shell.ok("run"));
  }
}
