package dev.replenish.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.cli.Shell;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code convert}. */
class ConvertCommandTest {
  @TempDir Path tmp;

  private Shell kitchen() {
    return Shell.withBacklog(
        tmp, "## Kitchen", "", "- [ ] **A-1**: Boil water", "- [x] Buy tea", "- [?] A pot");
  }

  private static String tip(Shell shell) {
    return shell.git().git("rev-parse", "HEAD").strip();
  }

  @Test
  void dryRunShowsMissingFieldsAndDiffAndWritesNothing() {
    Shell shell = kitchen();
    String tip = tip(shell);
    Shell.Result result = shell.run("convert", "-n", "--date", "2026-02-04");
    assertEquals(0, result.code(), result.all());
    assertTrue(result.out().startsWith("Would convert 3 tasks:"), result.out());
    assertTrue(result.out().contains("+### # [id:A-1][type:kitchen]"), result.out());
    String end =
        """

        After this 0 of 1 open task can be promoted (1 now): native tasks need a Plan, Effort and Documentation.
          no Plan: 1 task
          no Effort: 1 task
          no Documentation: 1 task
          'replenish convert --require none' keeps them ready.
        """;
    assertTrue(result.out().endsWith(end), result.out());
    assertFalse(result.err().contains("no Plan"), result.err());
    assertTrue(result.err().contains("1 task is now blocked"), result.err());
    assertEquals(tip, tip(shell));
    assertEquals("", shell.git().git("status", "--porcelain"));
  }

  @Test
  void secondConversionHasNothingToDo() {
    Shell shell = kitchen();
    assertEquals("changed", outcome(shell.json(0, "convert")));
    String tip = tip(shell);
    assertEquals("noop", outcome(shell.json(0, "convert")));
    assertEquals("Nothing to do: all tasks have markers.", shell.ok("convert").strip());
    assertEquals(tip, tip(shell));
  }

  @Test
  void suggestedCommandKeepsTasksReady() {
    Shell shell = kitchen();
    String command = "git config -f .replenish replenish.require none";
    assertTrue(shell.ok("convert").endsWith("  '" + command + "' keeps them ready; commit it.\n"));
    assertEquals("noop", outcome(shell.json(0, "run")));
    shell.git().git(command.substring("git ".length()).split(" "));
    shell.git().commitAll("require nothing");
    assertEquals("moved", outcome(shell.json(0, "run")));
  }

  @Test
  void requireOptionWritesSettingThatKeepsTasksReady() {
    Shell shell = kitchen();
    String out = shell.ok("convert", "--require", "none");
    assertTrue(out.endsWith("After this 1 of 1 open task can be promoted (1 now).\n"), out);
    assertEquals("[replenish]\n\trequire = none\n", shell.git().read(".replenish"));
    assertEquals("", shell.git().git("status", "--porcelain"));
    assertEquals("moved", outcome(shell.json(0, "run")));
  }

  @Test
  void otherSettingsStay() {
    Shell shell = kitchen();
    shell.git().write(".replenish", "# ours\r\n[replenish]\r\nbatchSize = 3\r\n").commitAll("set");
    shell.ok("convert", "--require", "Effort, plan");
    assertEquals(
        "# ours\r\n[replenish]\r\n\trequire = plan,effort\r\nbatchSize = 3\r\n",
        shell.git().read(".replenish"));
    assertEquals("plan,effort", setting(shell, "require"));
  }

  private static String setting(Shell shell, String key) {
    for (JsonNode setting : shell.json(0, "config").get("settings")) {
      if (setting.get("key").asText().equals(key)) {
        return setting.get("value").asText();
      }
    }
    return "";
  }

  @Test
  void uncommittedSettingIsNotCommitted() {
    Shell shell = kitchen();
    shell.git().write(".replenish", "[replenish]\nbatchSize = 3\n");
    Shell.Result result = shell.run("convert", "--require", "none");
    assertEquals(4, result.code(), result.all());
    assertEquals("[replenish]\nbatchSize = 3\n", shell.git().read(".replenish"));
  }

  @Test
  void unknownFieldIsRefused() {
    Shell.Result result = kitchen().run("convert", "--require", "plan,colour");
    assertEquals(2, result.code(), result.all());
  }

  @Test
  void jsonReportsTasksLeftUnreadyInNotices() {
    JsonNode result = kitchen().json(0, "convert");
    assertTrue(result.get("notices").toString().contains("After this 0 of 1 open task"));
    assertEquals(6, result.get("findings").size());
  }

  @Test
  void finishedTasksGoToTheArchiveOnRequest() {
    Shell shell = kitchen();
    JsonNode result =
        shell.json(0, "convert", "--archive-done", "--key", "k", "--date", "2026-02-04");
    JsonNode tea = result.get("tasks").get(1);
    assertEquals("ARCHIVE.md", tea.get("path").asText());
    assertEquals("[\"converted\",\"archived\"]", tea.get("events").toString());
    String log = shell.ok("log");
    assertTrue(log.contains("convert"), log);
    JsonNode again = shell.json(0, "convert", "--archive-done", "--key", "k");
    assertTrue(again.get("replayed").asBoolean());
    assertEquals(result.get("commit"), again.get("commit"));
  }

  @Test
  void newIdsAvoidIdsOfOtherBoards() {
    Shell shell = kitchen();
    shell.git().write("other/BACKLOG.md", "# Other\n\nTASK-20260204-007\n").commitAll("other");
    JsonNode result = shell.json(0, "convert", "--date", "2026-02-04");
    assertEquals("TASK-20260204-008", result.get("tasks").get(1).get("id").asText());
  }

  @Test
  void unclosedFenceIsRefused() {
    Shell shell = Shell.withBacklog(tmp, "- [ ] Boil water", "", "```", "- [ ] Pour it");
    Shell.Result result = shell.run("convert");
    assertEquals(6, result.code(), result.all());
    assertTrue(result.err().contains("never closed"), result.err());
  }

  private static String outcome(JsonNode result) {
    return result.get("outcome").asText();
  }
}
