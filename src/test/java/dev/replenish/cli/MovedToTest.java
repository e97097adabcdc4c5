package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code to}: the new place of a task, in the JSON of every command that moves one. */
class MovedToTest {
  @TempDir Path tmp;

  private Shell board() {
    List<String> tasks = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      tasks.add(ready("A-" + i, "Cup " + i));
    }
    return Shell.withBacklog(tmp, group("dev", "high", tasks.toArray(String[]::new)));
  }

  /** Asserts that the block at the place in {@code to} has the title of the task. */
  private static void assertNamesPlace(Shell shell, JsonNode tasks) {
    assertTrue(tasks.size() > 0);
    for (JsonNode task : tasks) {
      JsonNode to = task.get("to");
      List<String> lines = shell.git().read(to.get("path").asText()).lines().toList();
      int at = to.get("line").asInt() - 1;
      String block = String.join("\n", lines.subList(at, Math.min(lines.size(), at + 2)));
      assertTrue(block.contains(task.get("title").asText()), block);
    }
  }

  @Test
  void runAndPlanNameThePlaceAfterTheMove() {
    Shell shell = board();
    JsonNode planned = shell.json(0, "plan").get("tasks");
    JsonNode moved = shell.json(0, "run").get("tasks");
    assertEquals("TODO.md", moved.get(0).at("/to/path").asText());
    assertNamesPlace(shell, moved);
    assertEquals(planned, moved);
  }

  @Test
  void refillNamesThePlaceAfterTheWholeCommit() {
    Shell shell = board();
    shell.ok("run");
    JsonNode done = shell.json(0, "done", "A-1", "--refill");
    assertNamesPlace(shell, done.at("/refill/tasks"));
    assertTrue(done.at("/tasks/0/to").isNull(), "it stays in TODO.md");
  }

  @Test
  void archiveAndUndoNameTheNewPlace() {
    Shell shell = board();
    shell.ok("run");
    assertNamesPlace(shell, shell.json(0, "undo").get("tasks"));
    shell.ok("run");
    shell.ok("done", "A-2");
    JsonNode archived = shell.json(0, "archive").get("tasks");
    assertNamesPlace(shell, archived);
    assertEquals("ARCHIVE.md", archived.at("/0/to/path").asText());
  }

  @Test
  void repeatedKeyNamesTheSamePlace() {
    Shell shell = board();
    JsonNode first = shell.json(0, "run", "--key", "k").get("tasks");
    assertEquals(first, shell.json(0, "run", "--key", "k").get("tasks"));
  }

  @Test
  void nextTasksOfStatusHaveNoPlaceYet() {
    JsonNode next = board().json(0, "status").at("/next/tasks/0");
    assertTrue(next.has("to") && next.get("to").isNull(), next.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# Shed\n\n- [ ] Sharpen the spade\n- [ ] Oil the shears\n",
        "# Shed\n\n| Id | Task | Status |\n|---|---|---|\n| S-1 | Saw | To do |\n| S-2 | Nail | To do |\n",
        "# Backlog\n\n## Open\n\n### S-1: Saw\n\nStatus: todo\n\n### S-2: Nail\n\nStatus: todo\n"
      })
  void placeOfTasksWithoutMarkersIsNamed(String backlog) {
    Shell shell = Shell.withBacklog(tmp, backlog);
    JsonNode moved = shell.json(0, "run").get("tasks");
    assertEquals(2, moved.size());
    assertNamesPlace(shell, moved);
  }

  @Test
  void ambiguousPlaceIsNotNamed() {
    Shell shell = Shell.withBacklog(tmp, "# Shed\n\n- [ ] Sweep\n");
    shell.git().write("TODO.md", "# TODO\n\n- [ ] Sweep\n").commitAll("twice");
    JsonNode task = shell.json(0, "run").at("/tasks/0");
    assertEquals("Sweep", task.get("title").asText());
    assertTrue(task.get("to").isNull(), task.toString());
  }
}
