package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.incomplete;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir Path tmp;

  private Shell tea() {
    return Shell.withBacklog(
        tmp,
        group("dev", "high", ready("A-1", "Boil"), incomplete("A-2", "Rest")),
        group("qa", "low", ready("A-3", "Taste")));
  }

  @Test
  void markdownShowsWhereTheBoardStands() {
    Shell shell = tea();
    shell.ok("run");
    shell.ok("block", "A-1", "--reason", "no water");
    String page = shell.ok("report");
    assertTrue(page.startsWith("## Board report\n\n3 tasks to do, 1 blocked, 1 incomplete."), page);
    assertTrue(page.contains("<td>Boil</td><td>no water</td>"), page);
    assertTrue(page.contains("xychart-beta"), page);
    assertTrue(page.contains("10 more are needed for a forecast by pace"), page);
    assertFalse(page.contains("### Overdue"), page);
  }

  @Test
  void theSameCommitGivesTheSameBytes() {
    Shell shell = tea();
    String page = shell.ok("report");
    shell.git().write("BACKLOG.md", "# Nothing is left\n");
    assertEquals(page, shell.ok("report")); // it shows the commit, not the work tree
    assertFalse(page.equals(shell.ok("report", "--date", "2030-01-01")));
  }

  @Test
  void whatOthersWroteIsTextAndNothingElse() {
    Shell shell =
        Shell.withBacklog(
            tmp,
            group(
                "dev",
                "high",
                ready("A-1", "<img src=x onerror=alert(1)> [x](javascript:alert) ```"),
                ready("A-2", "\"] --> n0 %%{init}%% @team #1 \u202e end")));
    String page = shell.ok("report");
    assertFalse(page.contains("<img"), page);
    assertFalse(page.contains("](javascript"), page);
    assertFalse(page.contains("%%{"), page);
    assertFalse(page.contains("\u202e"), page);
    assertEquals(0, page.split("```", -1).length % 2 - 1, page);
  }

  @Test
  void aPageIsWrittenWholeOrNotAtAll() throws IOException {
    Shell shell = tea();
    Path page = shell.root().resolve("page.md");
    JsonNode json = shell.json(0, "report", "--md", "page.md");
    assertEquals("[\"page.md\"]", json.get("written").toString());
    assertEquals(3, json.at("/reports/0/open").asInt());
    String text = Files.readString(page);
    assertEquals(text, shell.ok("report", "--md", "-"));
    shell.ok("report", "--md", "page.md", "--date", "2030-01-01");
    assertTrue(Files.readString(page).contains("As of 2030-01-01"));
    assertEquals(7, shell.run("report", "--md", "nowhere/page.md").code());
    assertEquals(2, shell.run("report", "--md", ".").code());
    assertEquals(2, shell.run("report", "--json").code());
    try (var files = Files.list(shell.root())) {
      assertEquals(
          List.of(),
          files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".tmp")).toList());
    }
  }

  @Test
  void severalBoardsAreOnOnePage() {
    Shell shell = tea();
    shell.git().write("a/BACKLOG.md", group("dev", "high", ready("B-1", "Sip")));
    shell.git().write("b/BACKLOG.md", "\u0000").commitAll("boards");
    Shell.Result result = shell.run("report", "--board", ".", "--board", "a", "--board", "b");
    assertTrue(result.out().contains("## Board report: <code>a</code>"), result.out());
    assertEquals(6, result.code());
    assertTrue(result.err().contains("b/BACKLOG.md"), result.err());
  }
}
