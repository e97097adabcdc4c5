package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.incomplete;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new user's first steps: each refusal names the command that helps. */
class FirstStepsTest {
  @TempDir Path tmp;

  private static String nextLine(Shell.Result result) {
    return result.err().lines().filter(line -> line.startsWith("  next: ")).findFirst().orElse("");
  }

  private static void runInSh(Shell shell, String command) throws Exception {
    Process process =
        new ProcessBuilder("sh", "-c", command).directory(shell.root().toFile()).start();
    assertEquals(0, process.waitFor(), command);
  }

  @Test
  void initEndsWithCommandsThatWork() throws Exception {
    Shell shell = Shell.withoutCommit(tmp);
    Shell.Result none = shell.run("run");
    assertEquals(6, none.code());
    assertTrue(none.err().startsWith("error: there is no BACKLOG.md here\n"), none.err());
    List<String> lines = shell.run("init").err().lines().toList();
    assertEquals("Next:", lines.get(0));
    String commit =
        "git add BACKLOG.md TODO.md TASKS.md TASK_TEMPLATE.md .replenish"
            + " && git commit -m \"Begin a board\"";
    assertEquals("  " + commit, lines.get(1));
    assertEquals("  next: Make the first one: " + commit, nextLine(shell.run("run")));
    shell.git().git("config", "user.name", "Ana");
    shell.git().git("config", "user.email", "ana@example.org");
    runInSh(shell, commit);
    assertEquals("  replenish add 'My first task' --type dev --priority high", lines.get(2));
    shell.ok("add", "My first task", "--type", "dev", "--priority", "high");
    assertEquals("  replenish status", lines.get(3));
    assertTrue(shell.ok("status").contains("My first task"));
    assertTrue(shell.ok("run").startsWith("Moved 1 dev task (high)"));
  }

  @Test
  void initWithBoardNamesItInTheNextCommands() {
    Shell shell = Shell.create(tmp);
    String err = shell.run("init", "--board", "team").err();
    assertTrue(
        err.contains("  git add team/BACKLOG.md team/TODO.md team/TASKS.md team/TASK_T"), err);
    assertTrue(err.endsWith("  replenish status --board team\n"), err);
  }

  @Test
  void planIncludesUncommittedEdits() throws Exception {
    Shell shell = Shell.withBacklog(tmp, group("dev", "high", incomplete("A-1", "Boil")));
    shell.git().write("BACKLOG.md", group("dev", "high", ready("A-1", "Boil")) + "\n");
    String commit = "git commit -m \"Plan the work\" BACKLOG.md";
    String out = shell.ok("plan");
    assertTrue(
        out.startsWith("Of your uncommitted BACKLOG.md; commit it before 'run': " + commit + "\n"),
        out);
    String id = shell.json(0, "plan").get("planId").asText();
    assertTrue(shell.json(0, "plan").get("notices").toString().contains("before 'run'"));
    Shell.Result run = shell.run("run");
    assertEquals(4, run.code());
    assertTrue(
        nextLine(run).startsWith("  next: Commit that with `" + commit + "`, or "), run.err());
    assertEquals("", shell.git().git("diff", "--cached", "--name-only"));
    shell.git().git("config", "user.name", "Ana");
    shell.git().git("config", "user.email", "ana@example.org");
    runInSh(shell, commit);
    assertTrue(shell.ok("run", "--plan", id).startsWith("Moved 1 dev task (high)"));
  }

  @Test
  void hintAddsNewAndIgnoredFilesFirst() {
    Shell shell = Shell.withBacklog(tmp, group("dev", "high", ready("A-1", "Boil")));
    shell.git().write("TODO.md", "# TODO\n");
    assertTrue(
        nextLine(shell.run("run"))
            .contains("`git add TODO.md && git commit -m \"Plan the work\" TODO.md`"));
    shell.git().write(".gitignore", "TODO.md\n");
    Shell.Result ignored = shell.run("run");
    assertTrue(ignored.err().contains("but ignored by Git"), ignored.err());
    assertTrue(nextLine(ignored).contains("`git add -f TODO.md && git commit "), ignored.err());
  }

  @Test
  void hintForADeletedFileIsGitRestore() throws Exception {
    Shell shell = Shell.withBacklog(tmp, group("dev", "high", ready("A-1", "Boil")));
    shell.ok("run", "--max", "1");
    Files.delete(shell.root().resolve("TODO.md"));
    for (String command : List.of("run", "plan")) {
      assertEquals("  next: Restore it with `git restore TODO.md`.", nextLine(shell.run(command)));
    }
  }

  @Test
  void hintsNamePathsRelativeToTheCurrentFolder() throws Exception {
    Shell shell = Shell.create(tmp);
    shell.git().write("sub/BACKLOG.md", group("dev", "high", ready("A-1", "Boil")));
    shell.in(shell.root().resolve("sub"));
    assertTrue(
        nextLine(shell.run("run")).contains("`git add BACKLOG.md && git commit -m"),
        shell.run("run").err());
    shell.git().commitAll("x");
    shell.git().write("sub/it's.md", "x\n");
    shell.ok("run");
  }

  @Test
  void editsOutsideTheBoardAreIgnored() {
    Shell shell = Shell.withBacklog(tmp, group("dev", "high", ready("A-1", "Boil")));
    shell.git().write("README.md", "x\n");
    assertTrue(shell.ok("plan").startsWith("Would move 1"));
  }

  @Test
  void emptyLogIsExplained() {
    Shell shell = Shell.withBacklog(tmp, group("dev", "high", ready("A-1", "Boil")));
    assertEquals("No command has been run on this board yet.\n", shell.run("log").err());
    assertEquals("No command matches.\n", shell.run("log", "--task", "A-1").err());
  }

  @Test
  void commandsOfOtherToolsGetASuggestion() {
    Shell shell = Shell.create(tmp);
    assertEquals("  next: Did you mean 'done'?", nextLine(shell.run("finish")));
    assertEquals("  next: Did you mean 'list'?", nextLine(shell.run("ls")));
    assertEquals("  next: Did you mean 'reject'?", nextLine(shell.run("rm")));
    assertEquals("  next: Did you mean 'run'?", nextLine(shell.run("promote")));
    assertEquals("  next: Did you mean '--version'?", nextLine(shell.run("version")));
  }

  @Test
  void boxesInQuotesAndParagraphsAreReported() {
    Shell shell =
        Shell.withBacklog(
            tmp,
            "## Standup\n\n> [!todo]\n> - [ ] Ring\n> - [ ] Count\n\n- [ ] Water the plants\n");
    Shell.Result check = shell.run("check");
    assertEquals(
        "BACKLOG.md:4:1: warning tasks-overlooked 2 boxes are in quotes or paragraphs, so they are not tasks (give each a bullet, outside of quotes and code)\n",
        check.out());
    assertEquals(
        "BACKLOG.md:4:1: 2 boxes are in quotes or paragraphs, so they are not tasks: give each a bullet, outside of quotes and code.\n",
        shell.run("list").err());
    shell
        .git()
        .write("BACKLOG.md", "# P\n\n1. One\n\t- [ ] A\n\n12.  Two\n\t- [ ] B\n\n    - [ ] code\n");
    assertTrue(
        shell.run("check").out().startsWith("BACKLOG.md:7:1: warning tasks-overlooked this"));
    shell.git().write("BACKLOG.md", "- [ ] A\n\n> - [x] done\n\n```\n- [ ] sample\n```\n");
    assertEquals("", shell.run("check").out());
  }

  @Test
  void checkNamesSeveralBoardsAndTotalsThem() {
    Shell shell = Shell.create(tmp);
    String broken = group("dev", "high", ready("A-1", "Boil").replace("[priority:high]", ""));
    shell.git().write("a/BACKLOG.md", broken).write("b/BACKLOG.md", broken + "## group_end\n");
    shell.git().commitAll("boards");
    assertEquals(
        """
        a: 0 errors, 1 warning; 'replenish check --fix' fixes 1.
        b: 1 error, 1 warning; 'replenish check --fix' fixes 1.
        All 2 boards: 1 error, 2 warnings; 'replenish check --fix' fixes 2.
        """,
        shell.run("check", "--board", "*").err());
    String fixed = shell.run("check", "--fix", "--board", "*").err();
    assertTrue(fixed.startsWith("a: Fixed 1 finding in "), fixed);
    assertTrue(fixed.contains(":\n  a/BACKLOG.md:4:1 priority-missing: A-1 lacks"), fixed);
  }

  @Test
  void authorsAreShortenedOnlyOnANarrowTerminal() {
    Shell shell = Shell.withBacklog(tmp, group("dev", "high", ready("A-1", "Boil")));
    shell.ok("run", "--author", "Maximiliane von Hohenstein <m@example.org>");
    assertTrue(shell.ok("log").contains(" Maximiliane von Hohenstein run"), shell.ok("log"));
    assertTrue(shell.wide(60).ok("log").contains(" Maximiliane von H... run"), shell.ok("log"));
  }
}
