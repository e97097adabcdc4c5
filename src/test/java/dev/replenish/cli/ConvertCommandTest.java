package dev.replenish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code replenish convert} as it is typed. */
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
  void aDryRunShowsWhatIsMissingAndTheDiffAndWritesNothing() {
    Shell shell = kitchen();
    String tip = tip(shell);
    Shell.Result result = shell.run("convert", "-n", "--date", "2026-02-04");
    assertEquals(0, result.code(), result.all());
    assertTrue(result.out().startsWith("Would convert 3 tasks:"), result.out());
    assertTrue(result.out().contains("+### # [id:A-1][type:kitchen]"), result.out());
    assertTrue(result.err().contains("A-1: no Plan"), result.err());
    assertTrue(result.err().contains("1 task is blocked from now on"), result.err());
    assertEquals(tip, tip(shell));
    assertEquals("", shell.git().git("status", "--porcelain"));
  }

  @Test
  void aSecondConversionHasNothingToDo() {
    Shell shell = kitchen();
    assertEquals("changed", outcome(shell.json(0, "convert")));
    String tip = tip(shell);
    assertEquals("noop", outcome(shell.json(0, "convert")));
    assertEquals(
        "Nothing to do: no file holds tasks that stand in no markers.",
        shell.ok("convert").strip());
    assertEquals(tip, tip(shell));
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
  void newIdsWereNeverGivenBefore() {
    Shell shell = kitchen();
    shell.git().write("other/BACKLOG.md", "# Other\n\nTASK-20260204-007\n").commitAll("other");
    JsonNode result = shell.json(0, "convert", "--date", "2026-02-04");
    assertEquals("TASK-20260204-008", result.get("tasks").get(1).get("id").asText());
  }

  @Test
  void aFenceThatHidesTheRestIsRefused() {
    Shell shell = Shell.withBacklog(tmp, "- [ ] Boil water", "", "```", "- [ ] Pour it");
    Shell.Result result = shell.run("convert");
    assertEquals(6, result.code(), result.all());
    assertTrue(result.err().contains("never closed"), result.err());
  }

  private static String outcome(JsonNode result) {
    return result.get("outcome").asText();
  }
}
