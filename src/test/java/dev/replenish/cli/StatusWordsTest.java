package dev.replenish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The setting {@code statusWords}: a team's own words for statuses. */
class StatusWordsTest {
  private static final String WORDS = "in-review=in-progress testing=in-progress qa=blocked";

  @TempDir Path tmp;

  private Shell board(String todo) {
    Shell shell = Shell.withBacklog(tmp, "# Backlog");
    shell.git().write("TODO.md", todo).commitAll("a batch");
    shell.git().git("config", "replenish.statusWords", WORDS);
    return shell;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "in-review; in-progress; in-review; done",
        "In review (since May); in-progress; In review; done (since May)",
        "**Testing**; in-progress; Testing; **done**",
        "QA: needs a device; blocked; QA; done: needs a device",
        "in-progress; in-progress; in-progress; done",
      })
  void statusFieldKeepsItsWord(String written, String state, String word, String after) {
    String task = Shell.ready("A-1", "Boil").replace("** todo", "** " + written);
    Shell shell = board("# TODO\n\n" + task);
    JsonNode read = shell.json(0, "list").at("/tasks/0");
    assertEquals(state, read.get("state").asText());
    assertEquals(word, read.get("status").asText());
    assertTrue(shell.ok("list").contains(" " + word + " "), shell.ok("list"));
    assertEquals(0, shell.json(0, "check").get("findings").size());
    shell.ok("done", "A-1");
    assertTrue(shell.git().read("TODO.md").contains("**Status:** " + after + "\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| Task | Status |\n|---|---|\n| Boil | Testing |\n",
        "## Boil\n\n**Status:** Testing\n\nText\n",
        "- [ ] Boil (testing)\n",
        "- [ ] Boil [Testing]\n",
      })
  void wordIsReadFromColumnFieldAndNote(String text) {
    Shell shell = board("# TODO\n\n" + text);
    JsonNode read = shell.json(0, "list").at("/tasks/0");
    assertEquals("in-progress", read.get("state").asText());
    shell.ok("done", read.get("id").asText());
    assertEquals("done", shell.json(0, "list").at("/tasks/0/state").asText());
    assertFalse(shell.git().read("TODO.md").toLowerCase(Locale.ROOT).contains("testing"));
  }

  @Test
  void wordIsUnknownWithoutSetting() {
    Shell shell = board("# TODO\n\n" + Shell.ready("A-1", "Boil").replace("** todo", "** qa"));
    shell.git().git("config", "--unset", "replenish.statusWords");
    assertEquals("undecided", shell.json(0, "list").at("/tasks/0/state").asText());
    assertTrue(shell.ok("check").contains("or set statusWords"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"in-review", "in-review=soon", "=done", "todo=done", "in-review="})
  void invalidSettingIsRefused(String setting) {
    Shell shell = board("# TODO\n");
    shell.git().git("config", "replenish.statusWords", setting);
    Shell.Result list = shell.run("list");
    assertEquals(2, list.code());
    assertTrue(list.err().contains("in-review=in-progress"), list.err());
  }

  @Test
  void reportAndForecastUseStatusWords() {
    Shell shell = board("# TODO\n\n" + Shell.ready("A-1", "Boil").replace("** todo", "** qa"));
    assertTrue(shell.ok("report").contains("1 blocked"), shell.ok("report"));
    assertEquals(
        "A-1 Boil\nIt is blocked, so it has no date.\n", shell.ok("forecast", "--by", "A-1"));
  }

  @Test
  void verifyUsesStatusWords() {
    String shipped = Shell.ready("A-1", "Boil").replace("** todo", "** shipped");
    Shell shell = board("# TODO\n\n" + shipped + Shell.task("B-1", "docs", "high", "Tell", ""));
    shell.git().git("config", "replenish.statusWords", "shipped=done");
    assertEquals("noop", shell.json(0, "verify").path("outcome").asText());
  }

  @Test
  void statusWordsCanBeSetInVersionedFile() {
    Shell shell = board("# TODO\n\n" + Shell.ready("A-1", "Boil").replace("** todo", "** verify"));
    shell.git().git("config", "--unset", "replenish.statusWords");
    shell.git().write(".replenish", "[replenish]\n\tstatusWords = verify=in-progress\n");
    shell.git().commitAll("words");
    assertEquals("verify", shell.json(0, "list").at("/tasks/0/status").asText());
    assertTrue(shell.ok("next").contains("A-1"));
  }
}
