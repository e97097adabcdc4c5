package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.QuickStart;
import dev.replenish.app.merge.DriverSetup;
import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Git merges two branches that both changed a board, and calls the merge driver. */
class MergeDriverIT {
  private static final Pattern ID = Pattern.compile("(?m)^### # \\[id:([^]]+)]");
  private static final Pattern MARKER = Pattern.compile("(?m)^<{7}(?: |$)");
  private static final List<String> FILES = List.of("BACKLOG.md", "TODO.md", "ARCHIVE.md");

  @TempDir Path tmp;

  private Path bin() throws IOException {
    return Files.createDirectories(tmp.resolve("bin"));
  }

  /** Puts a program of this name on Git's {@code PATH}. */
  private void installProgram(String name, String script) throws IOException {
    Path file = bin().resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    file.toFile().setExecutable(true);
  }

  private void installLauncher(String name) throws IOException {
    installProgram(name, "exec '" + String.join("' '", QuickStart.program()) + "' \"$@\"");
  }

  private static String task(String id, String type, String title, String text) {
    return "## task_begin\n### # [id:%s][type:%s][priority:high] %s\n**Status:** todo\n**Description:** %s\n## task_end\n\n---\n\n"
        .formatted(id, type, title, text);
  }

  /** A board of two groups on the branch main, with the driver installed. */
  private Shell board() throws IOException {
    Shell shell =
        Shell.withBacklog(
            tmp,
            "# Tea: Backlog\n",
            group(
                "dev",
                "high",
                task("A-1", "dev", "Boil water", "Until it sings."),
                task("A-2", "dev", "Warm the pot", "With the first of it."),
                task("A-3", "dev", "Add the leaves", "One spoon each."),
                task("A-4", "dev", "Pour it", "Slowly.")),
            group(
                "docs",
                "high",
                task("B-1", "docs", "Describe the pot", "Round."),
                task("B-2", "docs", "Describe the cup", "Small."),
                task("B-3", "docs", "Describe the tea", "Green."),
                task("B-4", "docs", "Describe the cake", "Lemon.")));
    shell.set("REPLENISH_REQUIRE", "none");
    GitSandbox git = shell.git();
    git.env().put("PATH", bin() + ":" + System.getenv("PATH"));
    git.write("TODO.md", "# Tea: Todo\n\n**Batch Type:** (none)\n\n---\n\n");
    shell.ok("merge-driver", "--install", "--attributes");
    git.commitAll("plan");
    return shell;
  }

  /** The ids of the tasks in all files, each as often as it occurs. */
  private static List<String> ids(GitSandbox git) {
    List<String> ids = new ArrayList<>();
    for (String file : FILES) {
      if (Files.exists(git.root().resolve(file))) {
        Matcher id = ID.matcher(git.read(file));
        while (id.find()) {
          ids.add(id.group(1));
        }
      }
    }
    return ids;
  }

  private static boolean hasMarkers(GitSandbox git) {
    return FILES.stream()
        .filter(file -> Files.exists(git.root().resolve(file)))
        .anyMatch(file -> MARKER.matcher(git.read(file)).find());
  }

  private static void assertEachTaskOnce(GitSandbox git, String... more) {
    List<String> ids = ids(git);
    TreeSet<String> all =
        new TreeSet<>(List.of("A-1", "A-2", "A-3", "A-4", "B-1", "B-2", "B-3", "B-4"));
    all.addAll(List.of(more));
    assertEquals(List.copyOf(all), ids.stream().sorted().toList());
    assertFalse(hasMarkers(git));
  }

  private static GitSandbox.Result combine(GitSandbox git, String how) {
    return switch (how) {
      case "merge" -> checkout(git, "left").tryGit("merge", "--no-edit", "right");
      case "merge back" -> checkout(git, "right").tryGit("merge", "--no-edit", "left");
      case "rebase" -> checkout(git, "right").tryGit("rebase", "left");
      case "squash" -> checkout(git, "left").tryGit("merge", "--squash", "right");
      default -> checkout(git, "left").tryGit("cherry-pick", "--keep-redundant-commits", "right");
    };
  }

  private static GitSandbox checkout(GitSandbox git, String branch) {
    git.git("checkout", "-q", branch);
    return git;
  }

  @ParameterizedTest
  @CsvSource({
    "same, merge",
    "same, merge back",
    "same, rebase",
    "same, squash",
    "same, cherry-pick",
    "overlapping, merge",
    "overlapping, merge back",
    "overlapping, rebase",
    "overlapping, squash",
    "overlapping, cherry-pick",
    "other group, merge",
    "other group, merge back",
    "other group, rebase",
    "other group, squash",
    "other group, cherry-pick"
  })
  void twoRunsMergeWithoutAConflict(String batches, String how) throws IOException {
    installLauncher("replenish");
    Shell shell = board();
    GitSandbox git = shell.git();
    git.git("checkout", "-q", "-b", "left");
    shell.ok("run", "--max", "2", "--type", "dev");
    git.git("checkout", "-q", "-b", "right", "main");
    git.env().put("GIT_AUTHOR_DATE", "2026-02-05T09:30:00+01:00");
    switch (batches) {
      case "same" -> shell.ok("run", "--max", "2", "--type", "dev");
      case "overlapping" -> shell.ok("run", "--max", "3", "--type", "dev");
      default -> shell.ok("run", "--max", "2", "--type", "docs");
    }
    GitSandbox.Result result = combine(git, how);
    assertEquals(0, result.code(), result.out() + result.err());
    assertEachTaskOnce(git);
    assertEquals("", git.git("ls-files", "--unmerged"));
  }

  @ParameterizedTest
  @CsvSource({
    "edit another, true",
    "edit a neighbour, true",
    "add, true",
    "remove the same, true",
    "turn the group, true",
    "turn the groups, true",
    "archive, true",
    "edit the same, false",
    "undo against done, false",
    "done against blocked, false"
  })
  void moveAndEditConflictOnlyInTheSameTask(String what, boolean clean) throws IOException {
    installLauncher("replenish");
    Shell shell = board();
    GitSandbox git = shell.git();
    boolean movedBefore =
        List.of("archive", "undo against done", "done against blocked").contains(what);
    if (movedBefore) {
      shell.ok("run", "--max", "2", "--type", "dev");
    }
    git.git("checkout", "-q", "-b", "left");
    switch (what) {
      case "archive" -> archived(shell, "A-1");
      case "undo against done" -> shell.ok("undo");
      case "done against blocked" -> shell.ok("done", "A-1");
      default -> shell.ok("run", "--max", "2", "--type", "dev");
    }
    git.git("checkout", "-q", "-b", "right", "main");
    edit(what, shell);
    GitSandbox.Result result = combine(git, "merge");
    assertEquals(clean ? 0 : 1, result.code(), result.out() + result.err());
    if (clean) {
      assertEachTaskOnce(git, what.equals("add") ? new String[] {"C-1"} : new String[0]);
    } else {
      assertTrue(hasMarkers(git));
      assertTrue(result.err().contains("A-1"), result.err());
      assertEquals(8, new TreeSet<>(ids(git)).size());
    }
  }

  private static void archived(Shell shell, String id) {
    shell.ok("done", id);
    shell.ok("archive");
  }

  private static void edit(String what, Shell shell) {
    GitSandbox git = shell.git();
    String backlog = git.read("BACKLOG.md");
    String one = task("A-1", "dev", "Boil water", "Until it sings.");
    String two = task("A-2", "dev", "Warm the pot", "With the first of it.");
    switch (what) {
      case "edit the same" -> backlog = backlog.replace("it sings", "it whistles");
      case "edit another" -> backlog = backlog.replace("Slowly", "Very slowly");
      case "edit a neighbour" -> backlog = backlog.replace("One spoon", "Two spoons");
      case "remove the same" -> backlog = backlog.replace(one, "");
      case "turn the group" -> backlog = backlog.replace(one + two, two + one);
      case "turn the groups" -> {
        int docs = backlog.indexOf("## group_begin [type:docs]");
        int dev = backlog.indexOf("## group_begin [type:dev]");
        backlog =
            backlog.substring(0, dev)
                + backlog.substring(docs)
                + "\n"
                + backlog.substring(dev, docs).stripTrailing()
                + "\n";
      }
      case "add" -> shell.ok("add", "Fetch", "--id", "C-1", "--type", "dev", "--priority", "high");
      case "archive" -> archived(shell, "A-2");
      case "undo against done" -> shell.ok("done", "A-1");
      default -> shell.ok("block", "A-1", "--reason", "no kettle");
    }
    if (!backlog.equals(git.read("BACKLOG.md")) && !what.equals("add")) {
      git.write("BACKLOG.md", backlog).commitAll(what);
    }
  }

  /** Two branches that both move tasks, of different groups. */
  private Shell diverged() throws IOException {
    Shell shell = board();
    shell.git().git("checkout", "-q", "-b", "left");
    shell.ok("run", "--max", "2", "--type", "dev");
    shell.git().git("checkout", "-q", "-b", "right", "main");
    shell.ok("run", "--max", "2", "--type", "docs");
    return shell;
  }

  /** Asserts that the result is that of a text merge: a conflict with markers and both sides. */
  private static void assertMergedAsText(GitSandbox git, GitSandbox.Result result) {
    assertEquals(1, result.code(), result.out() + result.err());
    String todo = git.read("TODO.md");
    assertTrue(todo.contains("<<<<<<< ours\n"), todo);
    assertTrue(todo.contains(">>>>>>> theirs\n"), todo);
    assertTrue(todo.contains("[id:A-1]") && todo.contains("[id:B-1]"), todo);
    assertFalse(git.git("ls-files", "--unmerged", "TODO.md").isEmpty());
  }

  @Test
  void missingDriverMeansATextMerge() throws IOException {
    GitSandbox git = diverged().git();
    assertMergedAsText(git, combine(git, "merge"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kill -9 $$",
        "kill -TERM $$",
        "exit 1",
        "exit 2",
        "exit 7",
        "exit 127",
        "exit 255",
        "echo 'Exception in thread main' >&2; exit 1"
      })
  void crashOfTheDriverMeansATextMerge(String script) throws IOException {
    installProgram("replenish", script);
    GitSandbox git = diverged().git();
    assertMergedAsText(git, combine(git, "merge"));
  }

  @Test
  void errorOfJavaMeansATextMerge() throws IOException {
    installProgram("replenish", "exec java -Xmx1k -version");
    GitSandbox git = diverged().git();
    assertMergedAsText(git, combine(git, "merge"));
  }

  @Test
  void launcherNamedReplenishCmdIsFound() throws IOException {
    installLauncher("replenish.cmd");
    GitSandbox git = diverged().git();
    GitSandbox.Result result = combine(git, "merge");
    assertEquals(0, result.code(), result.out() + result.err());
    assertEachTaskOnce(git);
  }

  @Test
  void damagedFileIsMergedAsTextAndTheReasonIsGiven() throws IOException {
    installLauncher("replenish");
    Shell shell = diverged();
    GitSandbox git = shell.git();
    git.write("TODO.md", git.read("TODO.md").replaceFirst("## task_end\n", "")).commitAll("oops");
    GitSandbox.Result result = combine(git, "merge");
    assertMergedAsText(git, result);
    assertTrue(result.err().contains("TODO.md is merged as text: it is damaged"), result.err());
  }

  @Test
  void octopusMergeConflictsAsItDoesWithoutTheDriver() throws IOException {
    installLauncher("replenish");
    GitSandbox git = diverged().git();
    checkout(git, "main");
    git.git("checkout", "-q", "-b", "third");
    git.write("notes.md", "A note.\n").commitAll("note");
    GitSandbox.Result result = git.tryGit("merge", "--no-edit", "left", "right");
    assertTrue(result.code() != 0);
    assertFalse(git.git("ls-files", "--unmerged").isEmpty());
    assertTrue(hasMarkers(git));
    git.git("reset", "-q", "--hard");
    assertEachTaskOnce(git);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "it's", "a \"b\"", "$HOME `x` $(y)", "a*b[c]?", "über/#1"})
  void driverWorksInFoldersWithSpecialCharacters(String dir) throws IOException {
    installLauncher("replenish");
    Shell shell = board();
    GitSandbox git = shell.git();
    String backlog = git.read("BACKLOG.md");
    git.write(dir + "/BACKLOG.md", backlog);
    git.write(dir + "/TODO.md", git.read("TODO.md"));
    shell.ok("merge-driver", "--install", "--attributes");
    git.commitAll("another");
    String attribute = git.git("check-attr", "-z", "merge", "--", dir + "/BACKLOG.md");
    assertTrue(attribute.endsWith("\0merge\0replenish\0"), attribute);
    shell.in(git.root().resolve(dir));
    git.git("checkout", "-q", "-b", "left");
    shell.ok("run", "--max", "2");
    git.git("checkout", "-q", "-b", "right", "main");
    git.env().put("GIT_AUTHOR_DATE", "2026-02-05T09:30:00+01:00");
    shell.ok("run", "--max", "3");
    GitSandbox.Result result = combine(git, "merge");
    assertEquals(0, result.code(), result.out() + result.err());
    assertEquals(3, git.read(dir + "/TODO.md").split("id:A-", -1).length - 1);
    shell.ok("merge-driver", "--uninstall");
    assertFalse(Files.exists(git.root().resolve(".gitattributes")));
  }

  @Test
  void gitReadsTheConfiguredCommandAndName() throws IOException {
    GitSandbox git = board().git();
    assertEquals(DriverSetup.COMMAND + "\n", git.git("config", "merge.replenish.driver"));
    assertEquals(DriverSetup.NAME + "\n", git.git("config", "merge.replenish.name"));
  }
}
