package dev.replenish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The assignee of a started task. */
class ClaimTest {
  private static final String NATIVE =
      "# TODO\n\n"
          + Shell.task("A-1", "dev", "high", "Boil water", "")
          + Shell.task("A-2", "dev", "high", "Pour tea", "");

  @TempDir Path tmp;

  private Shell board(String todo) {
    Shell shell = Shell.withBacklog(tmp, "# Backlog");
    shell.git().write("TODO.md", todo).commitAll("a batch");
    return shell;
  }

  private static String lines(Shell shell, String word) {
    return String.join(
        "\n", shell.git().read("TODO.md").lines().filter(l -> l.contains(word)).toList());
  }

  private static String id(Shell shell, int task) {
    return shell.json(0, "list", "--path", "TODO.md").at("/tasks/" + task + "/id").asText();
  }

  @Test
  void assigneeIsWrittenBelowTheStatus() {
    Shell shell = board(NATIVE);
    shell.ok("start", "A-1", "--as", "@ina");
    assertTrue(
        shell.git().read("TODO.md").contains("**Status:** in-progress\n**Assignee:** ina\n"));
    assertFalse(shell.git().read("TODO.md").contains("**Assignee:** ina\n**Assignee"));
    assertEquals("ina", shell.json(0, "list").at("/tasks/0/assignee").asText());
  }

  @Test
  void startReplacesTheOwnerOfAnOpenTask() {
    Shell shell = board(NATIVE.replaceFirst("todo\n", "todo\n**Owner:** nobody yet\n"));
    shell.ok("start", "A-1", "--as", "Ina Weber");
    assertEquals("**Owner:** Ina Weber", lines(shell, "Owner"));
  }

  @Test
  void taskStartedByAnotherPersonIsRefused() {
    Shell shell = board(NATIVE);
    shell.set("GIT_AUTHOR_DATE", "2026-12-03T10:00:00+0100").ok("start", "A-1", "--as", "ina");
    String before = shell.git().git("rev-parse", "HEAD");
    Shell.Result second = shell.run("start", "A-1", "--as", "bob");
    assertEquals(5, second.code());
    assertTrue(
        second.err().contains("A-1 is in progress already: ina has had it since 3 Dec 2026"));
    JsonNode error = shell.json(5, "start", "A-1", "--as", "bob").get("error");
    assertEquals("conflict", error.get("code").asText());
    shell.ok("start", "A-1", "--as", "INA");
    assertEquals(before, shell.git().git("rev-parse", "HEAD"));
  }

  @Test
  void noTaskIsStartedIfOneOfThemIsTaken() {
    Shell shell = board(NATIVE);
    shell.ok("start", "A-2", "--as", "ina");
    assertEquals(5, shell.run("start", "A-1", "A-2", "--as", "bob").code());
    assertEquals(
        List.of("open", "in-progress"),
        shell.json(0, "list").get("tasks").findValuesAsText("state"));
  }

  @Test
  void settingGivesTheAssignee() {
    Shell shell = board(NATIVE);
    shell.git().git("config", "replenish.assignee", "ina");
    shell.ok("start", "A-1");
    assertEquals("**Assignee:** ina", lines(shell, "Assignee"));
    assertEquals(5, shell.set("REPLENISH_ASSIGNEE", "bob").run("start", "A-1").code());
  }

  @Test
  void commitAuthorIsNamedIfThereIsNoAssignee() {
    Shell shell = board(NATIVE);
    shell.set("GIT_AUTHOR_NAME", "Agent 1").ok("start", "A-1");
    assertEquals("", lines(shell, "Assignee"));
    Shell.Result again = shell.set("GIT_AUTHOR_NAME", "Agent 2").run("start", "A-1");
    assertEquals(0, again.code());
    assertTrue(again.err().contains("A-1 is in progress already: Agent 1 started it on"));
    assertEquals("noop", shell.json(0, "start", "A-1").get("outcome").asText());
    shell.ok("start", "A-1", "--as", "ina");
    assertEquals("**Assignee:** ina", lines(shell, "Assignee"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none", "a|b", "[x](y)", "-->", "@", "<b>", "unassigned", "x\ny)"})
  void invalidAssigneeIsRefused(String name) {
    Shell shell = board(NATIVE);
    assertEquals(2, shell.run("start", "A-1", "--as", name).code(), name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "- [ ] Boil water; - [/] Boil water @ina",
        "- [ ] Boil water 📅 2026-12-01; - [/] Boil water 📅 2026-12-01 @ina",
        "- [ ] Boil water (blocked: no kettle); - [/] Boil water @ina",
        "- [ ] Boil water @bob; - [/] Boil water @ina",
        "- [ ] Boil water\\n  and wait; - [/] @ina Boil water",
        "## [ ] Boil water\\n\\nWith a kettle.; ## [/] Boil water @ina",
      })
  void checkBoxGetsAnAssigneeMark(String before, String after) {
    Shell shell = board("# TODO\n\n" + before.replace("\\n", "\n") + "\n\n- [ ] Pour tea\n");
    String id = id(shell, 0);
    shell.ok("start", id, "--as", "ina");
    assertEquals(after, lines(shell, "Boil water"));
    assertEquals(id, id(shell, 0));
    assertEquals("ina", shell.json(0, "list").at("/tasks/0/assignee").asText());
    assertEquals(5, shell.run("start", id, "--as", "bob").code());
    shell.ok("block", id, "--reason", "no kettle");
    shell.ok("start", id, "--as", "Bob Baker");
    assertTrue(lines(shell, "Boil water").contains("[@Bob Baker]"), lines(shell, "Boil water"));
    shell.ok("done", id);
    assertEquals("", shell.git().git("status", "--porcelain"));
  }

  @Test
  void tableRowGetsTheAssigneeInItsColumn() {
    Shell shell =
        board(
            "# TODO\n\n| Task | Owner | Status |\n|---|---|---|\n| Boil | | todo |\n| Pour | bob"
                + " | todo |\n");
    List<String> ids = shell.json(0, "list").get("tasks").findValuesAsText("id");
    shell.ok("start", ids.get(0), "--as", "ina");
    shell.ok("start", ids.get(1), "--as", "Ina Weber");
    assertEquals("| Boil | ina | in progress |", lines(shell, "Boil"));
    assertEquals("| Pour | Ina Weber | in progress |", lines(shell, "Pour"));
    assertEquals(ids, shell.json(0, "list").get("tasks").findValuesAsText("id"));
  }

  @Test
  void headingWithFieldsGetsAnAssigneeField() {
    Shell shell = board("# TODO\n\n## Boil water\n\n**Status:** todo\n\nWith a kettle.\n");
    shell.ok("start", id(shell, 0), "--as", "ina");
    assertTrue(
        shell.git().read("TODO.md").contains("**Status:** in progress\n**Assignee:** ina\n\nWith"));
  }

  @Test
  void listFiltersByAssignee() {
    Shell shell = board(NATIVE);
    shell.ok("start", "A-2", "--as", "ina");
    assertEquals(
        List.of("A-2"),
        shell.json(0, "list", "--assignee", "Ina").get("tasks").findValuesAsText("id"));
    assertEquals(0, shell.json(0, "list", "--assignee", "bob").get("tasks").size());
  }
}
