package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static dev.replenish.cli.Shell.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code undo} of every command. */
class UndoTest {
  @TempDir Path tmp;

  private Shell tea() {
    Shell shell =
        Shell.withBacklog(
            tmp,
            group("docs", "low", task("D-1", "docs", "low", "Write", "")),
            group(
                "dev",
                "high",
                ready("A-1", "Boil"),
                ready("A-2", "Pour"),
                ready("A-3", "Sip"),
                ready("A-4", "Wash")));
    shell.ok("run", "A-1", "A-2");
    return shell;
  }

  private static String tip(Shell shell) {
    return shell.git().git("rev-parse", "HEAD").strip();
  }

  private static String tree(Shell shell, String commit) {
    return shell.git().git("rev-parse", commit + "^{tree}").strip();
  }

  private static void assertContains(String expected, String output) {
    String flat = output.replaceAll("\\s+", " ");
    assertTrue(flat.contains(expected), output);
  }

  private static String refused(Shell shell, String... args) {
    String tip = tip(shell);
    Shell.Result result = shell.run(args);
    assertEquals(6, result.code(), result.all());
    assertEquals(tip, tip(shell));
    assertEquals("", shell.git().git("status", "--porcelain"));
    return result.err();
  }

  /** Asserts that an undo restores the files, and that undoing the undo restores the change. */
  private static void assertUndone(Shell shell) {
    String done = tip(shell);
    String before = tree(shell, "HEAD~1");
    JsonNode undo = shell.json(0, "undo");
    assertEquals("changed", undo.at("/outcome").asText());
    assertEquals(before, tree(shell, "HEAD"), shell.git().git("show", done));
    String message = shell.git().git("log", "-1", "--format=%B");
    assertTrue(message.contains("Replenish-Undo: " + done + "\n"), message);
    assertEquals("undo", shell.json(0, "log").at("/entries/0/action").asText());
    shell.ok("undo", "HEAD");
    assertEquals(tree(shell, done), tree(shell, "HEAD"), shell.git().git("show", done));
    shell.ok("undo", "HEAD");
    assertEquals(before, tree(shell, "HEAD"), shell.git().git("log", "-p", "-3"));
    assertEquals("", shell.git().git("status", "--porcelain"));
  }

  @Test
  void everyCommandIsUndone() {
    Shell shell = tea();
    List<List<String>> calls =
        List.of(
            List.of("start", "A-1", "--as", "ina"),
            List.of("start", "A-3"),
            List.of("block", "A-1", "--reason", "no water"),
            List.of("done", "A-1"),
            List.of("done", "A-4"),
            List.of("done", "A-1", "--refill"),
            List.of("reject", "A-2", "--reason", "no cups"),
            List.of("defer", "A-2"),
            List.of("run"),
            List.of("run", "A-4"),
            List.of("add", "Warm", "--type", "dev", "--priority", "high"));
    for (List<String> call : calls) {
      shell.ok(call.toArray(String[]::new));
      assertUndone(shell);
    }
    shell.ok("done", "A-1");
    shell.ok("reopen", "A-1");
    assertUndone(shell);
  }

  @Test
  void doneAndReopenWithArchiveAreUndone() {
    Shell shell = tea();
    shell.git().write("ARCHIVE.md", "# Archive\n").commitAll("archive");
    shell.ok("done", "A-1");
    assertUndone(shell);
    shell.ok("done", "A-1");
    shell.ok("reopen", "A-1");
    assertUndone(shell);
  }

  @Test
  void createdArchiveStaysWithoutTasks() {
    Shell shell = tea();
    shell.ok("done", "A-1");
    shell.ok("archive");
    shell.ok("undo");
    assertEquals(
        shell.git().git("show", "HEAD~2:TODO.md"), shell.git().git("show", "HEAD:TODO.md"));
    assertTrue(!shell.git().read("ARCHIVE.md").contains("A-1"));
    shell.ok("undo");
    assertEquals("open", shell.json(0, "list", "--path", "TODO.md").at("/tasks/0/state").asText());
  }

  @Test
  void repairsAndConversionsAreUndone() {
    Shell shell =
        Shell.withBacklog(
            tmp, group("dev", "high", ready("A-1", "Boil")).replace("## group_end\n", ""));
    shell.ok("check", "--fix");
    assertUndone(shell);
    shell.ok("check", "--fix");
    shell.git().write("BACKLOG.md", shell.git().read("BACKLOG.md") + "\nMore.\n").commitAll("more");
    assertContains("git revert ", refused(shell, "undo"));

    Path folder = tmp.resolve("shed");
    assertTrue(folder.toFile().mkdir());
    Shell shed = Shell.withBacklog(folder, "# Shed\n\n- [ ] S-1: Saw\n- [x] S-2: Nail\n");
    shed.ok("convert");
    assertUndone(shed);
    shed.ok("convert", "--require", "none");
    assertContains("git revert ", refused(shed, "undo"));
  }

  @Test
  void repeatedUndoGoesBackStepByStep() {
    Shell shell = tea();
    String initialTree = tree(shell, "HEAD");
    shell.ok("start", "A-1");
    shell.ok("block", "A-2", "--reason", "no cups");
    shell.ok("done", "A-1");
    for (int i = 0; i < 3; i++) {
      shell.ok("undo");
    }
    assertEquals(initialTree, tree(shell, "HEAD"));
    shell.ok("undo");
    assertEquals(0, shell.json(0, "status").at("/active").size());
    assertContains("there is no command to undo", shell.ok("undo"));
  }

  @Test
  void namedCommandIsUndoneDespiteLaterCommands() {
    Shell shell = tea();
    shell.ok("start", "A-1");
    String start = tip(shell);
    shell.ok("done", "A-2");
    String done = tip(shell);
    shell.ok("start", "A-3");
    shell.ok("undo", done);
    assertEquals(
        List.of("A-1 in-progress", "A-2 open", "A-3 in-progress"), states(shell, "TODO.md"));
    shell.ok("undo", start);
    assertEquals(List.of("A-1 open", "A-2 open", "A-3 in-progress"), states(shell, "TODO.md"));
    shell.ok("undo", "A-3");
    assertEquals(List.of("A-1 open", "A-2 open"), states(shell, "TODO.md"));
    assertEquals(List.of("D-1 open", "A-3 open", "A-4 open"), states(shell, "BACKLOG.md"));
  }

  @Test
  void addArchiveAndDeferAreUndoneDespiteLaterCommands() {
    Shell shell = tea();
    shell.git().write("ARCHIVE.md", "# Archive\n").commitAll("archive");
    String id =
        shell
            .json(0, "add", "Warm", "--type", "dev", "--priority", "high")
            .at("/tasks/0/id")
            .asText();
    String add = tip(shell);
    shell.ok("done", "A-1");
    String done = tip(shell);
    shell.ok("defer", "A-2");
    String defer = tip(shell);
    shell.ok("run", "A-3");
    shell.ok("undo", add);
    assertTrue(!shell.git().read("BACKLOG.md").contains(id));
    shell.ok("undo", done);
    shell.ok("undo", defer);
    assertEquals(List.of("A-3 open", "A-1 open", "A-2 open"), states(shell, "TODO.md"));
    assertEquals(List.of("D-1 open", "A-4 open"), states(shell, "BACKLOG.md"));
    assertEquals(List.of(), states(shell, "ARCHIVE.md"));
  }

  @Test
  void taskChangedSinceIsNamed() {
    Shell shell = tea();
    shell.ok("start", "A-1");
    String start = tip(shell);
    shell.ok("done", "A-1");
    assertContains("A-1 has changed since", refused(shell, "undo", start));
    shell.ok("archive");
    assertContains("A-1 is now in ARCHIVE.md", refused(shell, "undo", start));
    assertEquals(2, shell.run("undo", "HEAD~9").code());
  }

  @Test
  void newestCommandOfSeveralBoardsIsUndone() {
    Shell shell = Shell.create(tmp);
    for (String board : List.of("one", "two")) {
      String id = board.equals("one") ? "A-1" : "B-1";
      shell.git().write(board + "/BACKLOG.md", group("dev", "high", ready(id, "Boil")));
    }
    shell.git().commitAll("plan");
    shell.set("GIT_AUTHOR_DATE", "2026-02-04T10:00:00Z").ok("run", "--board", "two");
    shell.set("GIT_AUTHOR_DATE", "2026-02-04T11:00:00Z").ok("run", "--board", "one");
    assertEquals("one", shell.json(0, "undo", "--board", "*").at("/board").asText());
    assertEquals("two", shell.json(0, "undo", "B-1", "--board", "*").at("/board").asText());
  }

  @Test
  void newestCommandIsFoundByOrderOfCommitsNotByDate() {
    Shell shell = Shell.create(tmp);
    List<String> boards = List.of("one", "two", "three");
    for (String board : boards) {
      shell.git().write(board + "/BACKLOG.md", group("dev", "high", ready("A-" + board, "Boil")));
    }
    shell.git().commitAll("plan");
    boards.forEach(board -> shell.ok("run", "--board", board)); // all in one second
    assertEquals("three", shell.json(0, "undo", "--board", "*").at("/board").asText());
    assertEquals("two", shell.json(0, "undo", "--board", "*").at("/board").asText());
    shell.set("GIT_AUTHOR_DATE", "2020-01-01T10:00:00Z").ok("run", "--board", "two");
    assertEquals("two", shell.json(0, "undo", "--board", "*").at("/board").asText());
    assertEquals("one", shell.json(0, "undo", "--board", "*").at("/board").asText());
    assertEquals("noop", shell.json(0, "undo", "--board", "*").at("/outcome").asText());
  }

  private static List<String> states(Shell shell, String path) {
    List<String> states = new ArrayList<>();
    shell
        .json(0, "list", "--path", path)
        .at("/tasks")
        .forEach(task -> states.add(task.at("/id").asText() + " " + task.at("/state").asText()));
    return states;
  }
}
