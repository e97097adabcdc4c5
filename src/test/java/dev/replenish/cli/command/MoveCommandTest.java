package dev.replenish.cli.command;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.cli.Shell;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code move} in every form. */
class MoveCommandTest {
  @TempDir Path tmp;

  private Shell shell(String backlog) {
    Shell shell = Shell.create(tmp);
    shell.git().write("BACKLOG.md", backlog).commitAll("plan");
    return shell;
  }

  private static void move(Shell shell, String id, String where, String target) {
    Shell.Result result = shell.run("move", id, where, target);
    assertEquals(0, result.code(), result.all());
  }

  private static List<String> ids(Shell shell) {
    List<String> ids = new ArrayList<>();
    shell.json(0, "list").get("tasks").forEach(task -> ids.add(task.get("id").asText()));
    return ids;
  }

  private Shell tea() {
    return Shell.withBacklog(
        tmp,
        group("dev", "high", ready("A-1", "A"), ready("A-2", "B"), ready("A-3", "C")),
        group("dev", "low", ready("B-1", "D").replace("high", "low")));
  }

  @Test
  void markedTasksCanBeMoved() {
    Shell shell = tea();
    String text = shell.git().read("BACKLOG.md");
    move(shell, "A-3", "--before", "A-1");
    assertEquals(List.of("A-3", "A-1", "A-2", "B-1"), ids(shell));
    move(shell, "A-3", "--after", "A-1");
    assertEquals(List.of("A-1", "A-3", "A-2", "B-1"), ids(shell));
    move(shell, "A-3", "--after", "A-2");
    assertEquals(List.of("A-1", "A-2", "A-3", "B-1"), ids(shell));
    assertEquals(text, shell.git().read("BACKLOG.md"));
    assertEquals(0, shell.run("check").code());
  }

  @Test
  void commitNamesTask() {
    Shell shell = tea();
    JsonNode json = shell.json(0, "move", "A-3", "--before", "A-1", "--key", "k");
    assertEquals("reordered", json.get("tasks").get(0).get("events").get(0).asText());
    assertEquals("move", shell.json(0, "log").findValue("action").asText());
    String message = shell.git().git("log", "-1", "--format=%B");
    assertTrue(message.startsWith("chore(backlog): move A-3\n"), message);
    assertTrue(message.contains("Replenish-Reordered: A-3\n"), message);
    String head = shell.git().git("rev-parse", "HEAD");
    shell.json(0, "move", "A-3", "--before", "A-1", "--key", "k");
    move(shell, "A-3", "--before", "A-1");
    assertEquals(head, shell.git().git("rev-parse", "HEAD"));
  }

  @Test
  void todoTasksCanBeMovedToo() {
    Shell shell = tea();
    shell.run("run", "--max", "3");
    move(shell, "A-3", "--before", "A-1");
    assertEquals(List.of("A-3", "A-1", "A-2", "B-1"), ids(shell));
  }

  @Test
  void itemsRowsAndHeadingsCanBeMoved() {
    Shell shell = shell("## High\n\n- [ ] T-1: A\n  - more\n- [ ] T-2: B\n- [ ] T-3: C");
    move(shell, "T-1", "--after", "T-3");
    assertEquals(
        "## High\n\n- [ ] T-2: B\n- [ ] T-3: C\n- [ ] T-1: A\n  - more",
        shell.git().read("BACKLOG.md"));
    String table = "| ID | Task |\n|--|--|\n";
    shell.git().write("BACKLOG.md", table + "| T-1 | A |\n| T-2 | B |\n").commitAll("table");
    move(shell, "T-2", "--before", "T-1");
    assertEquals(table + "| T-2 | B |\n| T-1 | A |\n", shell.git().read("BACKLOG.md"));
    String headings = "## High\n\n### T-1: A\n\nA.\n\n### T-2: B\n\nB.\n";
    shell.git().write("BACKLOG.md", headings).commitAll("headings");
    move(shell, "T-1", "--after", "T-2");
    assertEquals(
        "## High\n\n### T-2: B\n\nB.\n\n### T-1: A\n\nA.\n", shell.git().read("BACKLOG.md"));
  }

  @Test
  void invalidTargetIsRefused() {
    Shell shell = tea();
    assertEquals(6, shell.run("move", "A-1", "--before", "B-1").code());
    assertEquals(6, shell.run("move", "A-1", "--before", "A-1").code());
    assertEquals(2, shell.run("move", "A-1", "--before", "X-9").code());
    assertEquals(2, shell.run("move", "A-1").code());
    assertEquals(2, shell.run("move", "A-1", "--before", "A-2", "--after", "A-3").code());
  }
}
