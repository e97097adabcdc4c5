package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.incomplete;
import static dev.replenish.cli.Shell.ready;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Base64;
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
  void markdownShowsStateOfBoard() {
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
  void reasonInNoteIsShown() {
    Shell shell = Shell.create(tmp);
    shell.git().write("BACKLOG.md", "# Tea\n\n- [ ] A-1: Boil\n- [ ] A-2: Pour\n").commitAll("b");
    shell.ok("block", "A-1", "--reason", "no water");
    String page = shell.ok("report");
    assertTrue(page.contains("<td>Boil</td><td>no water</td>"), page);
    String html = shell.ok("report", "--html", "-");
    assertTrue(html.contains("no water"), html);
  }

  @Test
  void sameCommitGivesSameBytes() {
    Shell shell = tea();
    String page = shell.ok("report");
    shell.git().write("BACKLOG.md", "# Nothing is left\n");
    assertEquals(page, shell.ok("report")); // it shows the commit, not the work tree
    assertFalse(page.equals(shell.ok("report", "--date", "2030-01-01")));
  }

  @Test
  void markupInTitlesIsEscapedInMarkdown() {
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
  void pageIsWrittenCompletelyOrNotAtAll() throws IOException {
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

  @Test
  void eachBoardShowsItsOwnMovesRegardlessOfWorkTree() throws IOException {
    Shell shell = tea();
    shell.git().write("a/BACKLOG.md", group("dev", "high", ready("B-1", "Sip")));
    shell.git().write("b/BACKLOG.md", group("dev", "high", ready("C-1", "Stir")));
    shell.git().commitAll("boards");
    shell.ok("run", "--board", "b");
    String page = shell.ok("report", "--board", "**");
    assertEquals(1, page.split("### Last moves", -1).length - 1, page);
    Files.delete(shell.git().root().resolve("a/BACKLOG.md"));
    assertEquals(page, shell.ok("report", "--board", "**")); // it shows the commit
  }

  @Test
  void configuredStatusWordsAreUsed() {
    Shell shell = tea();
    shell.git().write(".replenish", "[replenish]\n\tstatusWords = waiting=blocked\n");
    String waiting = ready("A-1", "Boil").replace("**Status:** todo", "**Status:** waiting");
    shell.git().write("BACKLOG.md", group("dev", "high", waiting)).commitAll("words");
    assertTrue(shell.ok("report").contains("1 task to do, 1 blocked."), shell.ok("report"));
    assertTrue(shell.ok("forecast").contains("Blocked: 1 task"), shell.ok("forecast"));
  }

  @Test
  void htmlLoadsNothingAndRunsNoScript() {
    Shell shell =
        Shell.withBacklog(
            tmp,
            group(
                "dev",
                "high",
                ready("A-1", "<img src=x onerror=alert(1)></style><script>alert(1)</script>"),
                ready("A-2", "{{title}} {{{style}}} \u202e & \" ' `")));
    String page = shell.ok("report", "--html", "-");
    assertFalse(page.contains("<script"), page);
    assertFalse(page.contains("<img"), page);
    assertFalse(page.contains("\u202e"), page);
    assertFalse(page.contains(" style="), "the policy does not allow it");
    assertFalse(page.matches("(?s).*\\b(?:src|action|on[a-z]+)=\"[^#].*"), page);
    assertTrue(page.contains("&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt;"), page);
    assertTrue(page.contains("{{title}} {{{style}}}"), page);
    assertEquals(1, page.split("</style>", -1).length - 1);
    assertEquals(page, shell.ok("report", "--html", "-"));
  }

  @Test
  void securityPolicyAllowsOnlyStyleSheet() throws Exception {
    String page = tea().ok("report", "--html", "-");
    String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));
    String policy =
        "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(hash)
            + "'; base-uri 'none'; form-action 'none'";
    String attribute = page.replaceAll("(?s).*Security-Policy\" content=\"([^\"]*)\".*", "$1");
    assertEquals(policy, attribute.replace("&#39;", "'").replace("&#x3D;", "="));
  }

  @Test
  void cardsShowTextOfTasks() {
    Shell shell = tea();
    shell.ok("run");
    shell.ok("start", "A-1");
    String page = shell.ok("report", "--html", "-", "--date", "2026-02-11");
    assertTrue(page.contains("<article class=\"card in-progress\">"), page);
    assertTrue(page.contains("<strong>Estimated Effort:</strong> 2 days"), page);
    assertFalse(page.contains("task_end"), page);
    assertTrue(page.contains("<svg viewBox="), page);
  }

  @Test
  void bothPagesAreWrittenByOneCall() {
    Shell shell = tea();
    JsonNode json = shell.json(0, "report", "--md", "a.md", "--html", "a.html");
    assertEquals("[\"a.md\",\"a.html\"]", json.get("written").toString());
    assertEquals(2, shell.run("report", "--md", "-", "--html", "-").code());
  }

  @Test
  void unwritablePathLeavesNoFile() throws IOException {
    Shell shell = tea();
    Shell.Result none = shell.run("report", "--html", "no/such/board.html");
    assertEquals(7, none.code(), none.all());
    assertTrue(
        none.err().startsWith("error: can't write 'no/such/board.html': there is no such folder\n"),
        none.err());
    Shell.Result device = shell.run("report", "--md", "/proc/board.md");
    assertEquals(7, device.code(), device.all());
    assertFalse(device.err().contains(".tmp") || device.err().contains("Exception"), device.err());
    Shell.Result folder = shell.run("report", "--md", ".");
    assertEquals(2, folder.code(), folder.all());
    Path locked = Files.createDirectory(shell.root().resolve("locked"));
    if (locked.toFile().setWritable(false) && !Files.isWritable(locked)) { // root may write
      Shell.Result denied = shell.run("report", "--md", "locked/board.md");
      assertEquals(7, denied.code(), denied.all());
      assertTrue(denied.err().contains("locked/board.md': permission denied\n"), denied.err());
    }
    assertEquals("", shell.git().git("status", "--porcelain", "-uall"));
    assertEquals(0, shell.run("report", "--html", "/dev/null").code());
    assertFalse(Files.isRegularFile(Path.of("/dev/null")));
  }

  @Test
  void newPageHasDefaultPermissionsAndOldPageKeepsItsOwn() throws IOException {
    Shell shell = tea();
    shell.ok("report", "--html", "board.html");
    Path page = shell.root().resolve("board.html");
    Path other = Files.writeString(shell.root().resolve("other.html"), "");
    assertEquals(Files.getPosixFilePermissions(other), Files.getPosixFilePermissions(page));
    Files.setPosixFilePermissions(page, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(shell.root().resolve("link.html"), Path.of("board.html"));
    Files.writeString(page, "old");
    shell.ok("report", "--html", "link.html");
    assertTrue(Files.isSymbolicLink(link));
    assertTrue(Files.readString(page).startsWith("<!doctype html>"), Files.readString(page));
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(page)));
  }

  @Test
  void nothingIsWrittenWithoutBoard() {
    Shell shell = Shell.create(tmp);
    Shell.Result none = shell.run("report", "--html", "board.html");
    assertEquals(6, none.code(), none.all());
    assertFalse(none.all().contains("Wrote"), none.all());
    assertFalse(Files.exists(shell.root().resolve("board.html")));
  }

  @Test
  void titlesAreShownWithoutMarkup() {
    Shell shell =
        Shell.withBacklog(
            tmp, "## High\n\n- [ ] Add **two retries** to `fetch` ([why](docs/why.md)) in **3\n");
    String page = shell.ok("report", "--html", "-");
    assertTrue(page.contains("<bdi>Add two retries to fetch (why) in **3</bdi>"), page);
    assertFalse(page.contains("<p class=\"name\">"), "the task has no id of its own");
    assertFalse(page.contains("column blocked"), "nothing is blocked");
    assertTrue(shell.ok("report").contains("Add two retries to fetch (why) in"));
  }
}
