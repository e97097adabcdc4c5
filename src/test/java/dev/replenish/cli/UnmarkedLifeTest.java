package dev.replenish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life cycle of tasks without markers: each form records the status in its own way. */
class UnmarkedLifeTest {
  @TempDir Path tmp;

  private Shell board(String backlog) {
    Shell shell = Shell.withBacklog(tmp, backlog);
    shell.ok("run");
    return shell;
  }

  /** The lines of TODO.md that contain {@code word}. */
  private static List<String> todo(Shell shell, String word) {
    return shell.git().read("TODO.md").lines().filter(line -> line.contains(word)).toList();
  }

  private static void assertClean(Shell shell) {
    assertEquals("", shell.git().git("status", "--porcelain"));
    assertEquals("", shell.git().git("fsck", "--strict"));
  }

  /** The state of each task of a file, as {@code list} shows it. */
  private static List<String> states(Shell shell, String path) {
    return shell.ok("list", "--path", path).lines().map(line -> line.split(" +")[1]).toList();
  }

  @Test
  void checkboxRecordsStatus() {
    Shell shell = board("# Shed\n\n- [ ] S-1: Sharpen the spade\n- [ ] S-2: Oil the shears\n");
    shell.ok("start", "S-1");
    assertEquals(List.of("- [/] S-1: Sharpen the spade"), todo(shell, "S-1"));
    shell.ok("block", "S-1", "--reason", "no stone (yet)");
    assertEquals(
        List.of("- [ ] S-1: Sharpen the spade (blocked: no stone [yet])"), todo(shell, "S-1"));
    assertEquals(List.of("blocked", "open"), states(shell, "TODO.md"));
    shell.ok("start", "S-1");
    assertEquals(List.of("- [/] S-1: Sharpen the spade"), todo(shell, "S-1"));
    shell.ok("done", "S-1");
    assertEquals(List.of("- [x] S-1: Sharpen the spade"), todo(shell, "S-1"));
    shell.ok("reject", "S-2", "--reason", "rusted away");
    assertEquals(List.of("- [-] S-2: Oil the shears (rejected: rusted away)"), todo(shell, "S-2"));
    assertEquals(List.of("done", "rejected"), states(shell, "TODO.md"));
    assertClean(shell);
  }

  @Test
  void reopeningCheckboxRemovesReason() {
    Shell shell = board("# Shed\n\n- [ ] S-1: Sharpen the spade (P2)\n- [ ] S-2: Oil it (P2)\n");
    shell.ok("done", "S-1", "S-2", "--reason", "by (new) stone");
    assertEquals(
        List.of("- [x] S-1: Sharpen the spade (P2) (done: by [new] stone)"), todo(shell, "S-1"));
    shell.ok("reopen", "S-1", "S-2");
    assertEquals(List.of("- [ ] S-1: Sharpen the spade (P2)"), todo(shell, "S-1"));
    assertEquals(List.of("- [ ] S-2: Oil it (P2)"), todo(shell, "S-2"));
    assertClean(shell);
  }

  @Test
  void plainItemGetsCheckbox() {
    Shell shell = board("# Shed\n\n* Mend the barrow\n");
    String id = shell.json(0, "list", "--path", "TODO.md").at("/tasks/0/id").asText();
    shell.ok("start", id);
    assertEquals(List.of("* [/] Mend the barrow"), todo(shell, "barrow"));
    shell.ok("done", id);
    assertEquals(List.of("* [x] Mend the barrow"), todo(shell, "barrow"));
    assertClean(shell);
  }

  @Test
  void statusColumnIsRewrittenInItsOwnStyle() {
    Shell shell = board("# Shed\n\n| Id | Task | Status |\n|---|---|---|\n| S-1 | Saw | To do |\n");
    shell.ok("start", "S-1");
    assertEquals(List.of("| S-1 | Saw | In progress |"), todo(shell, "Saw"));
    shell.ok("block", "S-1", "--reason", "a|b");
    assertEquals(List.of("| S-1 | Saw (blocked: a\\|b) | Blocked |"), todo(shell, "Saw"));
    shell.ok("done", "S-1");
    assertEquals(List.of("| S-1 | Saw | Done |"), todo(shell, "Saw"));
    assertClean(shell);
  }

  @Test
  void rowWithoutStatusColumnGetsNoteOrStrikethrough() {
    Shell shell = board("# Shed\n\n| # | Task | Effort |\n|---|---|---|\n| 7 | Saw | M |\n");
    shell.ok("start", "7");
    assertEquals(List.of("| 7 | Saw (in progress) | M |"), todo(shell, "Saw"));
    assertEquals(List.of("in-progress"), states(shell, "TODO.md"));
    shell.ok("done", "7");
    assertEquals(List.of("| 7 | ~~Saw~~ | M |"), todo(shell, "Saw"));
    assertEquals(List.of("done"), states(shell, "TODO.md"));
    assertClean(shell);
  }

  @Test
  void statusFieldOfHeadingIsRewritten() {
    Shell shell = board("# Shed\n\n## S-1: Saw\n- **Status**: TODO\n- **Effort**: M\n");
    shell.ok("block", "S-1", "--reason", "no wood");
    assertEquals(List.of("- **Status**: BLOCKED (blocked: no wood)"), todo(shell, "Status"));
    shell.ok("done", "S-1");
    assertEquals(List.of("- **Status**: DONE"), todo(shell, "Status"));
    assertClean(shell);
  }

  @Test
  void headingWithoutStatusFieldGetsOne() {
    Shell shell = board("# Shed\n\n## S-1: Saw\nAcross the grain.\n");
    shell.ok("start", "S-1");
    String todo = shell.git().read("TODO.md");
    assertTrue(
        todo.contains("## S-1: Saw\n\n**Status:** in-progress\n\nAcross the grain.\n"), todo);
    shell.ok("done", "S-1");
    assertEquals(List.of("**Status:** done"), todo(shell, "Status"));
    assertClean(shell);
  }

  @Test
  void statusAtEndOfHeadlineIsReplaced() {
    Shell shell = board("P1 Weigh the parcels To do\n\n1) Summary\nOn the old scales.\n");
    String id = shell.json(0, "list", "--path", "TODO.md").at("/tasks/0/id").asText();
    shell.ok("block", id, "--reason", "no scales");
    assertEquals(
        List.of("P1 Weigh the parcels Blocked (blocked: no scales)"), todo(shell, "parcels"));
    shell.ok("done", id);
    assertEquals(List.of("P1 Weigh the parcels Done"), todo(shell, "parcels"));
    assertClean(shell);
  }

  @Test
  void statusPillOfHtmlPageChangesClassAndWord() {
    String pill = "<span class=\"status-pill status-pill--%s\">%s</span>";
    String item = "<h2>P1 Weigh &amp; pack " + pill + "</h2>\n<p>On the old scales.</p>\n";
    String page = "<!DOCTYPE html>\n<html><body>\n<main>\n%s</main>\n</body></html>\n";
    Shell shell = board(page.formatted(item.formatted("todo", "To do")));
    String id = shell.json(0, "list", "--path", "TODO.md").at("/tasks/0/id").asText();
    assertEquals(
        "Weigh & pack", shell.json(0, "list", "--path", "TODO.md").at("/tasks/0/title").asText());
    shell.ok("start", id);
    assertTrue(shell.git().read("TODO.md").contains(pill.formatted("in-progress", "In progress")));
    shell.ok("done", id);
    assertTrue(shell.git().read("TODO.md").contains(pill.formatted("done", "Done")));
    assertClean(shell);
  }

  @Test
  void samplesOnHtmlPageAreNotTasks() {
    String item = "<h2>P1 Weigh <span class=\"status-pill status-pill--todo\">To do</span></h2>\n";
    Shell shell =
        Shell.withBacklog(
            tmp,
            "<!DOCTYPE html>\n<html><body>\n<!--\n"
                + item
                + "-->\n<pre>\n"
                + item
                + "</pre>\n<h2>How to</h2>\n</body></html>\n");
    assertEquals("", shell.ok("list"));
    assertTrue(shell.ok("run").startsWith("Nothing to do: BACKLOG.md holds no task"));
  }

  @Test
  void taskWithOpenPartsCannotBeFinished() {
    Shell shell = board("# Shed\n\n- [ ] S-1: Tidy up\n  - [ ] the shelf\n  - [x] the floor\n");
    Shell.Result result = shell.run("done", "S-1");
    assertEquals(6, result.code());
    assertTrue(result.err().contains("S-1 has open parts, so it can't be done (TODO.md:"));
    assertClean(shell);
  }

  @Test
  void repeatedCallChangesNothing() {
    Shell shell = board("# Shed\n\n- [ ] S-1: Sharpen the spade\n");
    shell.ok("block", "S-1", "--reason", "no stone");
    String tip = shell.git().git("rev-parse", "HEAD");
    shell.ok("block", "S-1", "--reason", "no stone");
    assertEquals(tip, shell.git().git("rev-parse", "HEAD"));
  }

  @Test
  void finishedTasksAreArchivedInTheirForm() {
    Shell shell =
        board(
            "# Shed\n\n| # | Task | Effort |\n|---|---|---|\n| 1 | Saw | M |\n| 2 | Nail | S |\n");
    shell.ok("done", "1");
    shell.ok("archive");
    shell.ok("done", "2");
    String archive = shell.git().read("ARCHIVE.md");
    assertTrue(
        archive.endsWith(
            "| # | Task | Effort |\n|---|---|---|\n| 1 | ~~Saw~~ | M |\n| 2 | ~~Nail~~ | S |\n"),
        archive);
    assertEquals(List.of("done", "done"), states(shell, "ARCHIVE.md"));
    assertEquals(List.of(), todo(shell, "Saw"));
    assertClean(shell);
  }

  @Test
  void runIsUndoneByteForByte() {
    String backlog = "# Shed\r\n\r\n## Tools\r\n- [ ] S-1: Saw\r\n- [ ] S-2: Nail\r\n\r\nEnd";
    Shell shell = board(backlog);
    assertEquals(List.of("open", "open"), states(shell, "TODO.md"));
    shell.ok("undo");
    assertEquals(
        shell.git().git("show", "HEAD~2:BACKLOG.md"), shell.git().git("show", "HEAD:BACKLOG.md"));
    assertEquals(List.of(), todo(shell, "S-"));
    shell.ok("run");
    assertEquals(2, todo(shell, "S-").size());
    assertClean(shell);
  }

  @Test
  void undoReturnsTasksToTheirPlaceInChangedBacklog() {
    Shell shell =
        Shell.withBacklog(tmp, "# Shed\n\n- [ ] S-1: Saw\n- [ ] S-2: Nail\n- [ ] S-3: Glue\n");
    shell.ok("run", "--max", "2");
    shell.git().write("BACKLOG.md", shell.git().read("BACKLOG.md") + "- [ ] S-4: Paint\n");
    shell.git().git("commit", "-qam", "Think of paint");
    shell.ok("undo");
    assertEquals(
        List.of("- [ ] S-1: Saw", "- [ ] S-2: Nail", "- [ ] S-3: Glue", "- [ ] S-4: Paint"),
        shell.git().read("BACKLOG.md").lines().filter(line -> line.contains("S-")).toList());
    assertClean(shell);
  }

  @Test
  void showFollowsTaskWithoutId() {
    Shell shell = board("# Shed\n\n- [ ] Sharpen the spade\n");
    String id = shell.json(0, "list", "--path", "TODO.md").at("/tasks/0/id").asText();
    shell.ok("done", id);
    String journey = shell.ok("show", id);
    assertTrue(journey.contains("promoted BACKLOG.md -> TODO.md"), journey);
    assertTrue(journey.contains("finished TODO.md"), journey);
    assertTrue(shell.ok("log").contains(id));
  }

  @Test
  void addedTaskHasFormOfOtherTasks() {
    Shell shell = Shell.withBacklog(tmp, "# Shed\n\n- [ ] Sharpen the spade\n");
    Shell.Result nowhere = shell.run("add", "Saw", "--type", "dev", "--priority", "high");
    assertEquals(2, nowhere.code());
    assertTrue(nowhere.err().contains("there is no heading 'dev high'"), nowhere.err());
    shell.ok("add", "Saw");
    assertEquals(
        "# Shed\n\n- [ ] Sharpen the spade\n- [ ] Saw\n\n", shell.git().read("BACKLOG.md"));
    assertClean(shell);
  }

  @Test
  void taskIsAddedToEmptiedBacklog() {
    Shell shell = board("# Shed\n\n- [ ] Saw\n");
    shell.ok("add", "Oil the saw");
    String backlog = shell.git().read("BACKLOG.md");
    assertTrue(backlog.contains("\n\n- [ ] Oil the saw\n"), backlog);
    assertEquals(0, shell.run("check").code());
    assertClean(shell);
  }

  @Test
  void emptiedTableTakesAddedAndDeferredTasks() {
    String table = "## Tools\n\n| # | Task | Effort |\n|---|---|---|\n";
    Shell shell = board("# Shed\n\n" + table + "| 1 | Saw | M |\n\n## Paint\n");
    shell.ok("add", "Oil", "--under", "Tools", "--effort", "S");
    shell.ok("defer", "1");
    String backlog = shell.git().read("BACKLOG.md");
    assertTrue(
        backlog.startsWith("# Shed\n\n" + table + "| 1 | Saw | M |\n| 2 | Oil | S |\n"), backlog);
    assertEquals(0, shell.run("check").code());
    assertClean(shell);
  }

  @Test
  void uniqueNumbersContinueAcrossTables() {
    String head = "| # | Task | Effort |\n|---|---|---|\n";
    Shell shell =
        Shell.withBacklog(
            tmp,
            "# Shed\n\n## Tools\n\n"
                + head
                + "| 1 | Saw | M |\n\n## Paint\n\n"
                + head
                + "| 2 | Red | S |\n");
    assertTrue(shell.ok("add", "Oil", "--under", "Tools").contains("3 Oil"));
    assertClean(shell);
  }

  @Test
  void numbersThatRestartContinueInTheirTable() {
    String head = "| # | Task | Effort |\n|---|---|---|\n";
    Shell shell =
        Shell.withBacklog(
            tmp,
            "# Shed\n\n## Tools\n\n"
                + head
                + "| 1 | Saw | M |\n\n## Paint\n\n"
                + head
                + "| 1 | Red | S |\n| 2 | Blue | S |\n");
    assertTrue(shell.ok("add", "Oil", "--under", "Tools").contains("2 Oil"));
    assertClean(shell);
  }

  @Test
  void fieldWithoutColumnIsRefused() {
    Shell shell =
        Shell.withBacklog(tmp, "# Shed\n\n| # | Task | Effort |\n|---|---|---|\n| 1 | Saw | M |\n");
    for (String option : List.of("--due=2026-12-01", "--plan=Look", "--description=Why")) {
      Shell.Result result = shell.run("add", "Oil", option);
      assertEquals(6, result.code(), result.all());
      assertTrue(result.err().contains("has no column for"), result.err());
    }
    assertClean(shell);
  }

  @Test
  void descriptionColumnIsFilled() {
    Shell shell =
        Shell.withBacklog(
            tmp,
            "# Shed\n\n| # | Task | Description | Effort |\n|---|---|---|---|\n"
                + "| 1 | Saw | Slowly | M |\n");
    shell.ok("add", "Oil", "--description", "With\ncare");
    assertTrue(shell.git().read("BACKLOG.md").contains("| 2 | Oil | With care | "));
    assertClean(shell);
  }

  @Test
  void taskIsAddedToParkedSection() {
    Shell shell =
        Shell.withBacklog(tmp, "# Shed\n\n## Someday\n\n- [ ] Rest\n\n## Tools\n\n- [ ] Saw\n");
    JsonNode added = shell.json(0, "add", "Nap", "--under", "someday");
    assertEquals("Nap", added.at("/tasks/0/title").asText());
    assertTrue(shell.git().read("BACKLOG.md").contains("- [ ] Rest\n- [ ] Nap\n\n## Tools"));
    assertEquals(List.of("parked", "parked", "open"), states(shell, "BACKLOG.md"));
    String nowhere = shell.run("add", "Nap", "--under", "Nowhere").err();
    assertTrue(nowhere.contains("Tools") && nowhere.contains("Someday"), nowhere);
    assertClean(shell);
  }

  @Test
  void addIsRefusedIfNoLineIsReadAsTask() {
    Shell shell = Shell.withBacklog(tmp, "Saw the wood\n(B) Oil the shears");
    Shell.Result result = shell.run("add", "Glue");
    assertEquals(6, result.code());
    assertTrue(result.err().contains("no line of the backlog is read as a task"), result.err());
    assertClean(shell);
  }

  @Test
  void markersInTodoDoNotDetermineFormOfBacklog() {
    Shell shell = Shell.withBacklog(tmp, "# Shed\n\n## Tools\n\n- [ ] Saw\n\n## Paint\n");
    shell.git().write("TODO.md", Shell.task("A-1", "dev", "high", "Boil", "")).commitAll("mix");
    shell.ok("add", "Red", "--under", "Paint");
    assertTrue(shell.git().read("BACKLOG.md").contains("## Paint\n\n- [ ] Red\n"));
  }

  @Test
  void boardCannotMixMarkedAndUnmarkedTasks() {
    Shell shell = Shell.withBacklog(tmp, "# Shed\n\n- [ ] Sharpen the spade\n");
    shell.git().write("TODO.md", Shell.task("A-1", "dev", "high", "Boil", ""));
    shell.git().git("add", ".");
    shell.git().git("commit", "-qm", "Begin");
    Shell.Result result = shell.run("run");
    assertEquals(6, result.code());
    assertTrue(result.err().contains("the tasks of TODO.md have markers"), result.err());
    assertTrue(result.err().contains("replenish convert"), result.err());
  }

  private static String movedTo(Shell shell) {
    String todo = shell.git().read("TODO.md");
    return todo.substring(todo.indexOf("## "));
  }

  @Test
  void versionHeadingIsKeptAboveGroup() {
    Shell shell =
        board(
            "# Shed\n\n## v1.2\n\n### Backlog\n\n- [ ] Saw\n\n## v1.3\n\n### Backlog\n\n- [ ] Oil\n");
    assertEquals("## v1.2\n\n### Backlog\n\n- [ ] Saw\n", movedTo(shell));
    shell.ok("run");
    assertEquals(
        "## v1.2\n\n### Backlog\n\n- [ ] Saw\n\n## v1.3\n\n### Backlog\n\n- [ ] Oil\n",
        movedTo(shell));
    assertClean(shell);
  }

  @Test
  void nextTasksOfGroupContinueBelowSameHeadings() {
    String items = "- [ ] A1\n- [ ] A2\n- [ ] A3\n- [ ] A4\n- [ ] A5\n- [ ] A6\n";
    Shell shell = board("# Shed\n\n## Tools\n\n### Later\n\n### Ideas\n\n" + items);
    String first = shell.json(0, "list", "--path", "TODO.md").at("/tasks/0/id").asText();
    shell.ok("done", first);
    shell.ok("run");
    String all = items.replace("[ ] A1", "[x] A1");
    assertEquals("## Tools\n\n### Ideas\n\n" + all, movedTo(shell));
  }

  @Test
  void outerHeadingIsOmittedIfInnerHeadingRepeatsIt() {
    Shell shell = board("# Shed\n\n## 2026\n\n### Q1 2026\n\n- [ ] Saw\n");
    assertEquals("## Q1 2026\n\n- [ ] Saw\n", movedTo(shell));
  }

  @Test
  void outerHeadingsThatFitAboveHeadingTaskAreKept() {
    String task = "#### S-1 Saw\n\n**Priority:** high\n\nSlowly.\n";
    Shell shell = board("# Shed\n\n## v1.2\n\n### Tools\n\n" + task);
    assertEquals("## v1.2\n\n### Tools (high)\n\n" + task, movedTo(shell));
  }
}
