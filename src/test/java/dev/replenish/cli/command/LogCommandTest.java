package dev.replenish.cli.command;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.cli.Shell;
import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code log}, from its arguments to its exit code. */
class LogCommandTest {
  private static final String FORGED = "\n\nReplenish-Board: .\nReplenish-Task: A-2\n";

  @TempDir Path tmp;
  private Shell shell;

  @BeforeEach
  void board() {
    shell =
        Shell.withBacklog(
            tmp,
            group("dev", "high", ready("A-1", "Boil"), ready("A-2", "Pour")),
            group("qa", "low"));
  }

  private void setDate(String date) {
    shell.git().env().put("GIT_AUTHOR_DATE", date);
    shell.git().env().put("GIT_COMMITTER_DATE", date);
  }

  private String head() {
    return shell.git().git("rev-parse", "HEAD").strip();
  }

  private static List<String> actions(JsonNode log) {
    List<String> actions = new ArrayList<>();
    log.get("entries").forEach(entry -> actions.add(entry.get("action").asText()));
    return actions;
  }

  @Test
  void logShowsWhoDidWhatWhenAndWhy() {
    shell.ok("run", "--max", "1");
    String run = head().substring(0, 7);
    setDate("2026-02-05T17:00:00+01:00");
    shell.ok("block", "A-1", "--reason", "no kettle");
    String block = head().substring(0, 7);
    setDate("2026-02-06T10:00:00+01:00");
    shell.ok("done", "A-1", "--refill");
    String done = head().substring(0, 7);
    assertEquals(
        """
        2026-02-06 10:00 %s Ana Author done
          1 task, replenished 1 dev task (high)
          finished   A-1  Boil
          promoted   A-2  Pour
          Group [type:dev][priority:high]: highest priority with ready tasks.
        2026-02-05 17:00 %s Ana Author block   1 task
          A-1  Boil
          no kettle
        2026-02-04 09:30 %s Ana Author run     1 dev task (high)
          A-1  Boil
          Group [type:dev][priority:high]: highest priority with ready tasks.
        """
            .formatted(done, block, run),
        shell.ok("log"));
  }

  @Test
  void longReasonsAreOmittedWithoutVerbose() {
    shell.ok("run", "--max", "1");
    shell.ok("block", "A-1", "--reason", "kettle ".repeat(30) + "gone");
    assertFalse(shell.ok("log").contains("kettle"));
    assertTrue(shell.ok("log", "-v").contains("gone\n"));
    assertTrue(shell.json(0, "log").get("entries").get(0).get("why").asText().endsWith("gone"));
  }

  @Test
  void undoNamesUndoneCommit() {
    shell.ok("run");
    String run = head();
    shell.ok("undo");
    assertTrue(
        shell.ok("log").contains("undo    of " + run.substring(0, 7) + " (run)\n  A-1  Boil\n"));
    JsonNode entry = shell.json(0, "log").get("entries").get(0);
    assertEquals("undo", entry.get("action").asText());
    assertEquals(run, entry.get("undoes").asText());
    assertEquals("run", entry.get("undone").asText());
    assertEquals("returned", entry.get("tasks").get(0).get("event").asText());
  }

  @Test
  void jsonHasEveryField() {
    shell.ok("run", "--max", "1", "--key", "k-7");
    JsonNode log = shell.json(0, "log");
    assertEquals("ok", log.get("outcome").asText());
    JsonNode entry = log.get("entries").get(0);
    assertEquals(head(), entry.get("commit").asText());
    assertEquals("2026-02-04T09:30:00+01:00", entry.get("date").asText());
    assertEquals("ana@example.com", entry.get("author").get("email").asText());
    assertEquals("run", entry.get("action").asText());
    assertEquals("high", entry.get("group").get("priority").asText());
    assertEquals("A-1", entry.get("tasks").get(0).get("id").asText());
    assertEquals("promoted", entry.get("tasks").get(0).get("event").asText());
    assertEquals("Boil", entry.get("tasks").get(0).get("title").asText());
    assertTrue(entry.get("why").asText().startsWith("Group [type:dev]"));
    assertEquals("k-7", entry.get("key").asText());
    assertTrue(entry.get("undoes").isNull());
  }

  @Test
  void sinceTaskAndLimitFilterEntries() {
    shell.ok("run", "--max", "1");
    setDate("2026-02-05T17:00:00+01:00");
    shell.ok("start", "A-1");
    setDate("2026-02-06T10:00:00+01:00");
    shell.ok("run");
    assertEquals(List.of("run", "start"), actions(shell.json(0, "log", "--since", "2026-02-05")));
    assertEquals(List.of("run"), actions(shell.json(0, "log", "--limit", "1")));
    assertEquals(List.of("start", "run"), actions(shell.json(0, "log", "--task", "A-1")));
    assertEquals(List.of("start"), actions(shell.json(0, "log", "--task", "A-1", "--limit", "1")));
    assertEquals(List.of(), actions(shell.json(0, "log", "--since", "now")));
  }

  @Test
  void unknownTaskIsErrorAndTaskWithoutEntriesIsNot() {
    assertEquals("", shell.ok("log", "--task", "A-2"));
    shell.ok("run", "--max", "1");
    JsonNode error = shell.json(2, "log", "--task", "A-11").get("error");
    assertEquals("usage", error.get("code").asText());
    assertEquals("Did you mean 'A-1'?", error.get("next").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--limit 0", "--limit -1", "--limit x", "--since soon"})
  void invalidValuesAreUsageErrors(String options) {
    assertEquals(2, shell.run(("log " + options).split(" ")).code());
  }

  @Test
  void forgedCommitsAreOmitted() {
    shell.git().commitAll("empty" + FORGED);
    shell.git().write("other.txt", "x").commitAll("elsewhere" + FORGED);
    String backlog = shell.git().read("BACKLOG.md");
    shell.git().write("BACKLOG.md", backlog + "x\n");
    shell.git().commitAll("of another board" + FORGED.replace("Board: .", "Board: a/b"));
    shell.git().write("BACKLOG.md", backlog + "y\n");
    shell.git().commitAll("not at the end" + FORGED + "\nReviewed, looks good\n");
    assertEquals(0, shell.json(0, "log").get("entries").size());
  }

  @Test
  void controlCharactersInCommitsAreRemoved() {
    shell.git().env().put("GIT_AUTHOR_NAME", "\u001b[31mMallory\u202e");
    shell.git().write("BACKLOG.md", shell.git().read("BACKLOG.md") + "x\n");
    shell.git().commitAll("\u001b]0;x\u0007 title\n\n- A-2 \u001b[2Jgone\n" + FORGED);
    Shell.Result log = shell.run("log");
    assertFalse(log.all().contains("\u001b"), log.all());
    assertFalse(log.all().contains("\u202e"), log.all());
    assertTrue(log.out().contains("Mallory"), log.out());
    assertTrue(log.out().contains("gone"), log.out());
    assertTrue(
        shell.json(0, "log").get("entries").get(0).get("subject").asText().contains("title"));
  }

  @Test
  void eachBoardHasItsOwnLog() {
    String backlog = shell.git().read("BACKLOG.md");
    shell.git().write("a/x/BACKLOG.md", backlog).write("b/x/BACKLOG.md", backlog);
    shell.git().commitAll("more boards");
    shell.ok("run", "--board", "a/x");
    JsonNode both = shell.json(0, "log", "--board", "*/x").get("boards");
    assertEquals(List.of("run"), actions(both.get(0)));
    assertEquals(List.of(), actions(both.get(1)));
    assertEquals(List.of(), actions(shell.json(0, "log")));
  }

  @Test
  void bareRepositoriesDetachedHeadsAndOtherBranchesAreRead() throws IOException {
    shell.ok("run");
    Path bare = tmp.toRealPath().resolve("bare.git");
    shell.git().git("clone", "-q", "--bare", shell.root().toString(), bare.toString());
    assertEquals(
        List.of("run"), actions(Shell.object("log", shell.ok("-C", bare + "", "log", "--json"))));
    shell.git().git("switch", "-q", "--detach", "HEAD~1");
    assertEquals(List.of(), actions(shell.json(0, "log")));
    assertEquals(List.of("run"), actions(shell.json(0, "log", "--ref", "main")));
    assertEquals(4, shell.run("log", "--ref", "none").code());
  }

  @Test
  void shallowCloneReportsIncompleteHistory() throws IOException {
    shell.ok("run", "--max", "1");
    shell.ok("run");
    Path clone = tmp.toRealPath().resolve("clone");
    shell.git().git("clone", "-q", "--depth", "1", "file://" + shell.root(), clone.toString());
    Shell.Result log = shell.run("-C", clone.toString(), "log");
    assertEquals(0, log.code());
    assertTrue(log.err().contains("The history ends here"), log.err());
    JsonNode json = Shell.object("log", shell.ok("-C", clone.toString(), "log", "--json"));
    assertTrue(json.get("shallow").asBoolean());
    assertEquals(List.of("run"), actions(json));
    assertFalse(shell.json(0, "log").get("shallow").asBoolean());
  }

  @Test
  void logIsEmptyBeforeFirstCommit() throws IOException {
    Path empty = GitSandbox.create(tmp, "empty").root();
    assertEquals("", shell.ok("-C", empty.toString(), "log"));
  }

  @Test
  void readingChangesNothing() {
    shell.ok("run");
    String before = shell.git().git("for-each-ref") + shell.git().git("count-objects", "-v");
    shell.ok("log");
    shell.ok("show", "A-1");
    shell.git().git("fsck", "--strict");
    assertEquals(before, shell.git().git("for-each-ref") + shell.git().git("count-objects", "-v"));
    assertEquals("", shell.git().git("status", "--porcelain"));
  }
}
