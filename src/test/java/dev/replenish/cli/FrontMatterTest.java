package dev.replenish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No command reads front matter as content or changes it. */
class FrontMatterTest {
  private static final String OWNERS =
      "---\nstatus: done\npriority: high\nowners:\n- ann\n- ben\n- cas\n- dov\n- eve\n---\n";

  @TempDir Path tmp;

  private static void assertKept(Shell shell, String... files) {
    for (String file : files) {
      assertTrue(shell.git().read(file).startsWith(OWNERS), file);
    }
    assertEquals("", shell.git().git("status", "--porcelain"));
  }

  @Test
  void listInFrontMatterIsNotReadAsTasks() {
    Shell shell = Shell.withBacklog(tmp, OWNERS, "- [ ] Sweep", "- [ ] Dust");
    shell.git().write("TODO.md", OWNERS).write("ARCHIVE.md", OWNERS).commitAll("more");
    JsonNode status = shell.json(0, "status");
    assertEquals(0, status.at("/todo/active").asInt(), status.toString());
    assertEquals("moved", shell.json(0, "run", "--max", "1").get("outcome").asText());
    shell.ok("done", shell.json(0, "list", "--path", "TODO.md").at("/tasks/0/id").asText());
    shell.ok("archive");
    assertKept(shell, "BACKLOG.md", "TODO.md", "ARCHIVE.md");
    assertTrue(shell.git().read("TODO.md").startsWith(OWNERS + "\n## "));
    assertTrue(shell.git().read("ARCHIVE.md").endsWith("- [x] Sweep\n"));
  }

  @Test
  void conversionKeepsFrontMatter() {
    Shell shell = Shell.withBacklog(tmp, OWNERS, "- [ ] Sweep", "- [x] Dust");
    shell.ok("convert");
    assertKept(shell, "BACKLOG.md");
    assertEquals(2, shell.json(0, "list").get("tasks").size());
  }

  @Test
  void markersInFrontMatterAreIgnored() {
    String backlog = Shell.group("dev", "high", Shell.ready("A-1", "Boil"));
    Shell shell = Shell.withBacklog(tmp, OWNERS.replace("- ann", "## group_end"), backlog);
    shell.git().write("TODO.md", "---\n## task_end\n...\n").commitAll("todo");
    assertEquals(0, shell.json(0, "check").get("findings").size());
    shell.ok("run");
    assertTrue(shell.git().read("TODO.md").startsWith("---\n## task_end\n...\n\n## task_begin\n"));
  }

  @Test
  void lineNumbersIncludeFrontMatter() {
    Shell shell = Shell.withBacklog(tmp, OWNERS + "- [ ] Sweep");
    assertEquals(11, shell.json(0, "list").at("/tasks/0/line").asInt());
    String backlog = Shell.group("dev", "high", Shell.incomplete("A-1", "Boil"));
    shell.git().write("BACKLOG.md", OWNERS + backlog).commitAll("markers");
    assertEquals(13, shell.json(0, "list").at("/tasks/0/line").asInt());
  }

  @Test
  void linesThatAreNotReadAsTasksAreFoundBelowFrontMatter() {
    Shell shell = Shell.withBacklog(tmp, OWNERS + "- [ ] Sweep\n\n## Notes\n\n> - [ ] Dust\n");
    JsonNode finding = shell.json(0, "check").at("/findings/0");
    assertEquals("tasks-overlooked", finding.get("code").asText(), finding.toString());
    assertEquals(15, finding.get("line").asInt());
  }
}
