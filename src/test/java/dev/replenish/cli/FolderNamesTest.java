package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders whose name differs from what the user wrote. */
class FolderNamesTest {
  @TempDir Path tmp;

  /** The two names differ in case, or in the Unicode form of their letters. */
  @ParameterizedTest
  @CsvSource({
    "teams, Teams",
    "Teams/Suche, teams/suche",
    "b\u00fcro, bu\u0308ro",
    "BÜRO, b\u00fcro"
  })
  void boardInASimilarlyNamedFolderIsSuggested(String folder, String written) {
    Shell shell = Shell.create(tmp);
    shell.git().write(folder + "/BACKLOG.md", group("dev", "high", ready("A-1", "Boil")));
    shell.git().commitAll("board");
    Shell.Result result = shell.run("run", "--board", written);
    assertEquals(6, result.code(), result.all());
    assertTrue(
        result.err().contains("but there is one in the folder '" + folder + "'"), result.err());
    assertTrue(result.err().contains("--board " + folder), result.err());
    assertEquals(0, shell.run("run", "--board", folder).code());
  }

  @Test
  void similarlyNamedFolderWithoutABacklogIsNotSuggested() {
    Shell shell = Shell.create(tmp);
    shell.git().write("teams/x.md", "x\n").commitAll("no board");
    String message = shell.run("run", "--board", "Teams").err();
    assertTrue(message.contains("there is no Teams/BACKLOG.md"), message);
    assertFalse(message.contains("'teams'"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sub", "sub/tasks"})
  void absolutePathIsAcceptedIfItIsInTheRepository(String from) {
    Shell shell = Shell.create(tmp);
    shell.git().write("sub/tasks/BACKLOG.md", group("dev", "high", ready("A-1", "Boil")));
    shell.git().commitAll("board");
    Path board = shell.root().resolve("sub/tasks");
    shell.in(shell.root().resolve(from)).ok("run", "--board", board.toString());
    assertTrue(shell.git().read("sub/tasks/TODO.md").contains("A-1"));
    for (String elsewhere :
        new String[] {tmp.getParent().toString(), board + "/../../../..", "/"}) {
      Shell.Result result = shell.run("run", "--board", elsewhere);
      assertEquals(2, result.code(), result.all());
      assertTrue(result.err().contains("is not a folder of this repository"), result.err());
    }
  }

  @Test
  void lowerCaseBacklogIsReportedWithItsSetting() {
    Shell shell = Shell.create(tmp);
    shell.git().write("backlog.md", "- [ ] One\n").write("todo.md", "# T\n").commitAll("board");
    Shell.Result result = shell.run("run");
    assertEquals(6, result.code(), result.all());
    assertTrue(
        result.err().contains("there is no BACKLOG.md, but there is backlog.md"), result.err());
    assertTrue(
        result
            .err()
            .contains(
                "`git config replenish.backlog backlog.md && git config replenish.todo todo.md`"),
        result.err());
    shell.git().git("config", "replenish.backlog", "backlog.md");
    shell.git().git("config", "replenish.todo", "todo.md");
    shell.ok("run");
    assertTrue(shell.git().read("todo.md").contains("One"));
  }

  /** Java decodes bytes that aren't text to U+FFFD. */
  @Test
  void folderNameThatJavaCannotDecodeIsExplained() {
    Shell shell = Shell.create(tmp);
    String message = shell.run("-C", "bad\uFFFD", "status").err();
    assertTrue(message.contains("there is no folder"), message);
    assertTrue(message.contains("encoding of this locale"), message);
    message = shell.in(tmp.resolve("bad\uFFFD")).run("status").err();
    assertTrue(message.contains("encoding of this locale"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gone", "no such folder"})
  void anyOtherMissingFolderIsReported(String name) {
    String message = Shell.create(tmp).run("-C", name, "status").err();
    assertTrue(message.contains("Name one that exists with -C."), message);
  }
}
