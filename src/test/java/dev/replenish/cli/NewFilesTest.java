package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that a run creates are those that {@code git add} would have stored. */
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
  void aNewFileHasTheBytesThatGitWouldStore(String attributes, String autocrlf) {
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

  @Test
  void aTodoOfNothingButAByteOrderMarkKeepsIt() {
    Shell shell = Shell.withBacklog(tmp, backlog());
    shell.git().write("TODO.md", "\uFEFF").commitAll("todo");
    shell.ok("run");
    String todo = shell.git().read("TODO.md");
    assertTrue(todo.startsWith("\uFEFF# Project TODO\n"), todo);
    assertEquals(0, todo.lastIndexOf('\uFEFF'));
    assertEquals("", shell.git().git("status", "--porcelain"));
  }

  @Test
  void aDayBeforeGitsTimeIsRefused() {
    Shell shell = Shell.withBacklog(tmp, backlog());
    for (String date : new String[] {"1969-12-30", "1900-01-01T00:00:00Z"}) {
      Shell.Result run = shell.run("run", "--date", date);
      assertEquals(2, run.code(), run.all());
      assertTrue(run.err().contains("--date is not a date: '" + date + "'"), run.err());
    }
    shell.ok("run", "--date", "1970-01-02");
  }
}
