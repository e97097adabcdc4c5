package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.incomplete;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code list} on a terminal and in a pipe, its filters and its orders. */
class ListForEyesTest {
  @TempDir Path tmp;

  private Shell board() {
    return Shell.withBacklog(
        tmp,
        group(
            "dev",
            "high",
            ready("A-1", "Boil the water").replace("2 days", "3 h"),
            incomplete("A-2", "Rest").replace("**Estimated Effort:** 2 days\n", ""),
            ready("A-3", "Wait").replace("docs/tea.md", "docs/tea.md\n**Dependencies:** A-2")),
        group(
            "docs",
            "low",
            Shell.task("D-1", "docs", "low", "Write about tea", "**Due:** 2026-12-01\n")),
        group("qa", "critical", Shell.task("Q-1", "qa", "critical", "Adjust the LEVER", "")));
  }

  private static List<String> ids(Shell shell, String... args) {
    JsonNode tasks = shell.json(0, "list", args).get("tasks");
    List<String> ids = new ArrayList<>();
    tasks.forEach(task -> ids.add(task.get("id").asText()));
    return ids;
  }

  @Test
  void columnsFitTheTerminalAndNameWhatIsMissing() {
    Shell shell = board().onTerminal().set("NO_COLOR", "1").wide(100);
    assertEquals(
        """
        BACKLOG.md
        open        A-1  Boil the water    ready               3 h                     dev high
        open        A-2  Rest              lacks plan, effort                          dev high
        open        A-3  Wait              waits for A-2       2 days                  dev high
        open        D-1  Write about tea   ready               2 days  due 2026-12-01  docs low
        open        Q-1  Adjust the LEVER  ready               2 days                  qa critical
        """,
        shell.ok("list"));
    assertTrue(shell.wide(120).ok("list").contains("qa critical  BACKLOG.md:6"), shell.ok("list"));
    assertTrue(shell.wide(40).ok("list").contains("open        Rest\n  A-2  lacks plan, effort\n"));
  }

  @Test
  void statesAreColored() {
    Shell shell = board();
    shell.ok("run", "--type", "dev");
    shell.ok("block", "A-1", "--reason", "no kettle");
    String out = shell.onTerminal().set("TERM", "xterm").ok("list");
    assertTrue(out.contains("\u001b[1;31mblocked\u001b[m     A-1"), out);
    assertTrue(out.contains("no kettle"), out);
    assertFalse(shell.set("TERM", "dumb").ok("list").contains("\u001b"));
  }

  @Test
  void pipeGetsTheFormatForScripts() {
    assertTrue(
        board()
            .ok("list")
            .startsWith("BACKLOG.md:3  open        ready                A-1 Boil the water\n"));
  }

  @Test
  void filtersAcceptSeveralTypesPrioritiesAndStates() {
    Shell shell = board();
    assertEquals(List.of("D-1", "Q-1"), ids(shell, "--type", "docs", "--type", "QA"));
    assertEquals(List.of("D-1", "Q-1"), ids(shell, "--type", "docs,qa"));
    assertEquals(List.of("D-1", "Q-1"), ids(shell, "--priority", "low,P0"));
    assertEquals(List.of("Q-1"), ids(shell, "--priority", "critical", "--priority", "medium"));
    assertEquals(5, ids(shell, "--state", "open,blocked").size());
    assertEquals(List.of(), ids(shell, "--state", "blocked", "--state", "done"));
    Shell.Result wrong = shell.run("list", "--priority", "high,hihg");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("--priority can't be 'high,hihg'"), wrong.err());
  }

  @Test
  void queryMatchesIdTitleAndBody() {
    Shell shell = board();
    assertEquals(List.of("Q-1"), ids(shell, "--query", "lever"));
    assertEquals(List.of("D-1"), ids(shell, "--query", "d-1"));
    assertEquals(List.of("D-1"), ids(shell, "--query", "2026-12"));
    assertEquals(List.of(), ids(shell, "--query", "coffee"));
    assertEquals("No such task.\n", shell.run("list", "--query", "coffee").err());
  }

  @Test
  void sortChoosesTheOrder() {
    Shell shell = board();
    List<String> listed = List.of("A-1", "A-2", "A-3", "D-1", "Q-1");
    assertEquals(listed, ids(shell));
    assertEquals(listed, ids(shell, "--sort", "listed"));
    assertEquals(List.of("Q-1", "A-1", "A-2", "A-3", "D-1"), ids(shell, "--sort", "priority"));
    assertEquals(List.of("Q-1", "A-1", "A-2", "A-3", "D-1"), ids(shell, "--sort", "TITLE"));
    assertEquals(List.of("A-1", "A-3", "D-1", "Q-1", "A-2"), ids(shell, "--sort", "effort"));
    assertEquals(List.of("D-1", "A-1", "A-2", "A-3", "Q-1"), ids(shell, "--sort", "due"));
    assertEquals(listed, ids(shell, "--sort", "type"));
    assertEquals(2, shell.run("list", "--sort", "beauty").code());
  }

  @Test
  void unknownTypeIsReportedWithTheKnownOnes() {
    Shell shell = board();
    for (String command : List.of("list", "run", "plan")) {
      Shell.Result result = shell.run(command, "--type", "dve");
      assertEquals(0, result.code(), result.all());
      String text = result.all().replaceAll("\\s+", " ");
      assertTrue(
          text.contains(
              "there is no group of type 'dve'; there are dev, docs, qa. Did you mean 'dev'?"),
          text);
    }
    assertEquals("no-ready-task", shell.json(0, "run", "--type", "dve").get("reason").asText());
  }

  @Test
  void emptyBoardSaysHowToBegin() {
    Shell shell = Shell.withBacklog(tmp, group("dev", "high"));
    assertEquals(
        "No task yet. Add one: replenish add TITLE --type TYPE --priority PRIORITY\n",
        shell.run("list").err());
    assertFalse(shell.ok("status").contains("Backlog"), shell.ok("status"));
    assertFalse(shell.ok("status").contains("incomplete"), shell.ok("status"));
  }

  @Test
  void finishedTasksOfTheBacklogNeedNoFields() {
    Shell shell =
        Shell.withBacklog(
            tmp, group("dev", "high", incomplete("A-1", "Old").replace("todo", "done")));
    assertEquals("Nothing is wrong.\n", shell.run("check").err());
    assertEquals(
        "[\"status-not-todo\"]",
        shell.json(0, "list").get("tasks").get(0).get("reasons").toString());
    assertEquals(0, shell.json(0, "status").get("groups").get(0).get("incomplete").asInt());
    assertFalse(shell.ok("plan").contains("Skipped"), shell.ok("plan"));
  }
}
