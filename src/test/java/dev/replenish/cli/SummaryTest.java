package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static dev.replenish.cli.Shell.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that commit keep the summary of a board correct (docs/reference/summary.md). */
class SummaryTest {
  private static final String BEGIN = "<!-- replenish:summary -->";
  private static final String END = "<!-- /replenish:summary -->";
  private static final String BLOCK = BEGIN + "\n" + END + "\n";

  @TempDir Path tmp;

  private Shell board(String ending) {
    Shell shell = Shell.create(tmp);
    String backlog =
        "# Backlog\n\n"
            + BLOCK
            + "\n"
            + group("dev", "high", ready("A-1", "Boil water"), ready("A-2", "Pour it"))
            + "\n"
            + group("docs", "low", task("A-3", "docs", "low", "Write it down", ""));
    shell.git().write("BACKLOG.md", backlog.replace("\n", ending));
    shell
        .git()
        .write(
            "README.md", ("# Tea\n\n" + BLOCK + "\nAs good as it gets.\n").replace("\n", ending));
    shell.git().commitAll("plan");
    return shell;
  }

  private static String summary(Shell shell, String file) {
    String text = shell.git().read(file).replace("\r\n", "\n").replace('\r', '\n');
    return text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END)).strip();
  }

  private static String written(Shell shell) {
    return shell.git().git("show", "--format=", "--name-only").strip();
  }

  /** Asserts that both files hold this summary, {@code check} accepts it and all is committed. */
  private static void assertSummary(Shell shell, String... lines) {
    String expected = "```text\n" + String.join("\n", lines) + "\n```";
    assertEquals(expected, summary(shell, "BACKLOG.md"));
    assertEquals(expected, summary(shell, "README.md"));
    assertFalse(shell.run("check").out().contains("summary"), shell.run("check").out());
    assertEquals("", shell.git().git("status", "--porcelain", "--untracked-files=no"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everyCommandUpdatesSummary(String ending) {
    Shell shell = board(ending);
    shell.ok("run");
    assertSummary(
        shell,
        "high      ░░░░░░░░░░  0 of 2 done, 2 in work",
        "low       ░░░░░░░░░░  0 of 1 done",
        "all       ░░░░░░░░░░  0 of 3 done, 2 in work");
    shell.ok("start", "A-1");
    shell.ok("block", "A-2", "--reason", "no kettle");
    assertSummary(
        shell,
        "high      ░░░░░░░░░░  0 of 2 done, 1 in work, 1 blocked",
        "low       ░░░░░░░░░░  0 of 1 done",
        "all       ░░░░░░░░░░  0 of 3 done, 1 in work, 1 blocked");
    shell.ok("done", "A-1");
    String[] oneDone = {
      "high      █████░░░░░  1 of 2 done, 1 blocked",
      "low       ░░░░░░░░░░  0 of 1 done",
      "all       ███░░░░░░░  1 of 3 done, 1 blocked"
    };
    assertSummary(shell, oneDone);
    shell.ok("archive");
    assertSummary(shell, oneDone);
    shell.ok("undo");
    assertSummary(shell, oneDone);
    shell.ok("add", "Wash up", "--type", "docs", "--priority", "low");
    assertSummary(
        shell,
        "high      █████░░░░░  1 of 2 done, 1 blocked",
        "low       ░░░░░░░░░░  0 of 2 done",
        "all       ██░░░░░░░░  1 of 4 done, 1 blocked");
    shell.ok("reject", "A-3", "--reason", "nobody reads it");
    shell.ok("reopen", "A-1");
    assertSummary(
        shell,
        "high      ░░░░░░░░░░  0 of 2 done, 1 in work, 1 blocked",
        "low       ░░░░░░░░░░  0 of 1 done",
        "all       ░░░░░░░░░░  0 of 3 done, 1 in work, 1 blocked");
    shell.ok("edit", "A-1", "--priority", "critical");
    shell.ok("defer", "A-1");
    assertTrue(
        summary(shell, "README.md").contains("all       ░░░░░░░░░░  0 of 3 done, 1 blocked"));
    assertSummary(
        shell, summary(shell, "BACKLOG.md").replace("```text\n", "").replace("\n```", ""));
    String back = shell.git().read("README.md").replace("\r\n", "\n").replace('\r', '\n');
    assertTrue(back.startsWith("# Tea\n\n") && back.endsWith("\n\nAs good as it gets.\n"), back);
    assertTrue(
        ending.equals("\n") || !shell.git().read("README.md").replace(ending, "").contains("\n"));
  }

  @Test
  void checklistHasSummaryToo() {
    Shell shell = Shell.create(tmp);
    shell
        .git()
        .write("BACKLOG.md", "# Tea\n\n" + BLOCK + "\n## High\n\n- [ ] Boil water\n- [ ] Pour it\n")
        .write("README.md", BLOCK)
        .commitAll("plan");
    shell.ok("run");
    assertSummary(shell, "high      ░░░░░░░░░░  0 of 2 done, 2 in work");
    shell.ok("undo");
    assertSummary(shell, "high      ░░░░░░░░░░  0 of 2 done");
    shell.ok("add", "Drink it");
    assertSummary(shell, "high      ░░░░░░░░░░  0 of 3 done");
    shell.ok("convert");
    assertSummary(shell, "high      ░░░░░░░░░░  0 of 3 done");
  }

  @Test
  void repeatedCallNamesSameFiles() {
    Shell shell = board("\n");
    String files = shell.json(0, "run", "--key", "monday").at("/files").toString();
    assertTrue(files.contains("README.md"), files);
    assertEquals(files, shell.json(0, "run", "--key", "monday").at("/files").toString());
  }

  @Test
  void checkFixCorrectsSummaryEditedByHand() {
    Shell shell = board("\n");
    shell.ok("check", "--fix");
    String old = shell.git().read("README.md");
    shell.git().write("README.md", old.replace("0 of 3", "2 of 3")).commitAll("polish");
    Shell.Result check = shell.run("check");
    assertTrue(check.out().contains("README.md:4:1: warning summary-outdated"), check.all());
    assertEquals(0, check.code(), check.all());
    shell.ok("check", "--fix", "--key", "mend-1");
    assertEquals(old, shell.git().read("README.md"));
    assertEquals("README.md", written(shell));
    Shell.Result again = shell.run("check", "--fix", "--key", "mend-1");
    assertTrue(again.err().contains("used already"), again.all());
    Shell.Result undo = shell.run("undo"); // summaries are not undone
    assertTrue(undo.all().contains("Nothing to do"), undo.all());
  }

  @Test
  void nothingIsWrittenWithoutMarkers() {
    Shell shell = Shell.withBacklog(tmp, group("dev", "high", ready("A-1", "Boil water")));
    shell.git().write("README.md", "# Tea\n\n```\n" + BLOCK + "```\n").commitAll("about");
    shell.ok("run");
    assertEquals("BACKLOG.md\nTODO.md", written(shell));
    assertEquals("# Tea\n\n```\n" + BLOCK + "```\n", shell.git().read("README.md"));
  }

  @Test
  void uncommittedEditsOfReadmeAreNotCommitted() {
    Shell shell = board("\n");
    shell.git().write("README.md", shell.git().read("README.md") + "A thought.\n");
    Shell.Result refused = shell.run("run");
    assertEquals(4, refused.code(), refused.all());
    assertTrue(refused.err().contains("README.md has changes"), refused.err());
    assertTrue(shell.git().read("README.md").endsWith("A thought.\n"));
  }

  @Test
  void unreadableReadmeIsLeftAlone() throws IOException {
    Shell shell = Shell.withBacklog(tmp, BLOCK, group("dev", "high", ready("A-1", "Boil water")));
    Path readme = shell.root().resolve("README.md");
    Files.write(readme, (BLOCK + "caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1));
    shell.git().commitAll("old words");
    shell.ok("run");
    assertEquals("BACKLOG.md\nTODO.md", written(shell));
    Files.delete(readme);
    Files.createSymbolicLink(readme, Path.of("BACKLOG.md"));
    shell.git().commitAll("link");
    shell.ok("start", "A-1");
    assertTrue(Files.isSymbolicLink(readme));
    assertEquals("TODO.md", written(shell));
  }

  @Test
  void boardsInFoldersHaveTheirOwnSummary() {
    Shell shell = Shell.create(tmp);
    String backlog = group("dev", "high", ready("A-1", "Boil water"));
    shell.git().write("README.md", BLOCK);
    shell.git().write("a/BACKLOG.md", backlog).write("a/README.md", BLOCK);
    shell.git().write("b/BACKLOG.md", backlog.replace("A-1", "B-1")).commitAll("plan");
    shell.ok("run", "--board", "a");
    assertTrue(shell.git().read("a/README.md").contains("1 in work"));
    shell.ok("run", "--board", "b");
    assertEquals(BLOCK, shell.git().read("README.md"));
  }

  @Test
  void diffOfPlanShowsSummary() {
    Shell shell = board("\n");
    String diff = shell.ok("plan", "--diff");
    assertTrue(diff.contains("--- a/README.md"), diff);
    assertTrue(diff.contains("+all       ░░░░░░░░░░  0 of 3 done, 2 in work"), diff);
    assertEquals("", shell.git().git("status", "--porcelain"));
  }

  @Test
  void commitOfSummaryIsInLog() {
    Shell shell = board("\n");
    shell.ok("check", "--fix");
    assertTrue(shell.ok("log").contains("check"), shell.ok("log"));
    assertEquals(List.of("BACKLOG.md", "README.md"), List.of(written(shell).split("\n")));
  }
}
