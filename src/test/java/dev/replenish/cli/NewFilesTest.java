package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that a run creates have the content that {@code git add} would have stored. */
class NewFilesTest {
  @TempDir Path tmp;

  private static String backlog() {
    return group("dev", "high", ready("A-1", "Boil"), ready("A-2", "Pour"));
  }

  @ParameterizedTest
  @CsvSource({
    "text, false",
    "text=auto, false",
    "eol=crlf, false",
    "text eol=lf, false",
    "-text, false",
    "diff, false",
    "diff, true",
    "diff, input",
  })
  void newFileHasBytesThatGitWouldStore(String attributes, String autocrlf) {
    Shell shell = Shell.create(tmp);
    shell.git().git("config", "core.autocrlf", "false");
    shell.git().write("BACKLOG.md", backlog().replace("\n", "\r\n")).commitAll("plan");
    shell.git().write(".gitattributes", "TODO.md " + attributes + "\n").commitAll("attributes");
    shell.git().git("config", "core.autocrlf", autocrlf);
    assertEquals("", shell.git().git("status", "--porcelain"));
    shell.ok("run", "--max", "1");
    assertEquals(
        shell.git().git("hash-object", "--path=TODO.md", "TODO.md"),
        shell.git().git("rev-parse", "HEAD:TODO.md"));
    shell.git().git("update-index", "--really-refresh");
    assertEquals("", shell.git().git("status", "--porcelain"));
    shell.ok("run");
    assertEquals("", shell.git().git("status", "--porcelain"));
  }

  @ParameterizedTest
  @CsvSource({
    "text, false",
    "text=auto, false",
    "eol=crlf, false",
    "-text, false",
    "diff, false",
    "diff, true",
  })
  void newFileWithoutWorkTreeHasSameBytes(String attributes, String autocrlf) throws IOException {
    Shell shell = Shell.create(tmp);
    GitSandbox git = shell.git();
    git.git("config", "core.autocrlf", "false");
    git.write("sub/BACKLOG.md", backlog().replace("\n", "\r\n")).commitAll("plan");
    git.write("sub/.gitattributes", "TODO.md " + attributes + "\n").commitAll("attributes");
    git.git("branch", "side");
    git.git("clone", "-q", "--bare", ".", "bare.git");
    GitSandbox bare = git.at(git.root().resolve("bare.git"));
    bare.git("config", "core.autocrlf", autocrlf);
    git.git("config", "core.autocrlf", autocrlf);
    git.git("rm", "-q", "sub/.gitattributes"); // the branch's attributes apply
    shell.ok("run", "--ref", "side", "--board", "sub");
    shell.in(bare.root()).ok("run", "--ref", "main", "--board", "sub");
    git.git("reset", "-q", "--hard");
    git.git("checkout", "-q", "side");
    String added = git.git("hash-object", "--path=sub/TODO.md", "sub/TODO.md");
    assertEquals(added, git.git("rev-parse", "side:sub/TODO.md"));
    assertEquals(added, bare.git("rev-parse", "main:sub/TODO.md"));
    git.git("update-index", "--really-refresh");
    assertEquals("?? bare.git/\n", git.git("status", "--porcelain"));
  }

  @Test
  void filterThatOnlyGitCanRunIsRefusedWithoutWorkTree() {
    Shell shell = Shell.withBacklog(tmp, backlog());
    shell.git().write(".gitattributes", "TODO.md filter=lfs\n").commitAll("attributes");
    shell.git().git("branch", "side");
    Shell.Result run = shell.run("run", "--ref", "side");
    assertEquals(4, run.code(), run.all());
    assertTrue(run.err().contains("TODO.md has the attribute 'filter=lfs'"), run.err());
  }

  @Test
  void todoWithOnlyByteOrderMarkKeepsIt() {
    Shell shell = Shell.withBacklog(tmp, backlog());
    shell.git().write("TODO.md", "\uFEFF").commitAll("todo");
    shell.ok("run");
    String todo = shell.git().read("TODO.md");
    assertTrue(todo.startsWith("\uFEFF# Project TODO\n"), todo);
    assertEquals(0, todo.lastIndexOf('\uFEFF'));
    assertEquals("", shell.git().git("status", "--porcelain"));
  }

  @Test
  void dateBefore1970IsRefused() {
    Shell shell = Shell.withBacklog(tmp, backlog());
    for (String date : new String[] {"1969-12-30", "1900-01-01T00:00:00Z"}) {
      Shell.Result run = shell.run("run", "--date", date);
      assertEquals(2, run.code(), run.all());
      assertTrue(run.err().contains("--date is not a date: '" + date + "'"), run.err());
    }
    shell.ok("run", "--date", "1970-01-02");
  }
}
