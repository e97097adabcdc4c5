package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.incomplete;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --key}: a repeated call reports the outcome of the first one. */
class KeyTest {
  @TempDir Path tmp;

  private Shell board() {
    return Shell.withBacklog(
        tmp,
        group(
            "dev",
            "high",
            incomplete("A-0", "Think"),
            ready("A-1", "Boil"),
            ready("A-2", "Pour"),
            ready("A-3", "Sip")),
        group("docs", "low", ready("D-1", "Tell").replace("type:dev", "type:docs")));
  }

  private static String tip(Shell shell) {
    return shell.git().git("rev-parse", "HEAD").strip();
  }

  /** Asserts that a call and its repetition, after another commit, report the same outcome. */
  private static void assertReplays(Shell shell, String command, String... args) {
    JsonNode first = shell.json(0, command, args);
    assertFalse(first.get("replayed").asBoolean());
    assertEquals(tip(shell), first.get("commit").asText());
    shell.git().write("notes.txt", tip(shell)).commitAll("by hand");
    String tip = tip(shell);
    for (String[] again : List.of(args, append(args, "--dry-run"))) {
      JsonNode second = shell.json(0, command, again);
      assertTrue(second.get("replayed").asBoolean());
      assertEquals(tip, tip(shell));
      assertEquals("", shell.git().git("status", "--porcelain"));
      assertEquals(comparable(first), comparable(second));
    }
  }

  private static String[] append(String[] args, String more) {
    String[] all = Arrays.copyOf(args, args.length + 1);
    all[args.length] = more;
    return all;
  }

  private static JsonNode comparable(JsonNode json) {
    ObjectNode copy = json.deepCopy();
    copy.remove(List.of("replayed", "notices"));
    return copy;
  }

  @Test
  void runStartBlockAndDoneRepeatTheirFirstOutcome() {
    Shell shell = board();
    assertReplays(shell, "run", "--max", "2", "--key", "k-run");
    assertReplays(shell, "start", "A-1", "--key", "k-start");
    assertReplays(shell, "block", "A-1", "--reason", "no kettle", "--key", "k-block");
    assertReplays(shell, "done", "A-1", "--key", "k-done");
  }

  /** Leaves the files as a run does that is killed as soon as the branch has moved. */
  private static void interrupt(Shell shell) throws IOException {
    shell.git().git("restore", "--source=HEAD~", "--staged", "--worktree", ".");
    FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(shell.git().root().resolve(".git/index"), longAgo);
  }

  @Test
  void interruptedCallIsRepairedBeforeItsOutcomeIsRepeated() throws IOException {
    Shell shell = board();
    shell.git().write("TODO.md", "# TODO\n").commitAll("todo");
    JsonNode first = shell.json(0, "run", "--max", "1", "--key", "k");
    interrupt(shell);
    JsonNode second = shell.json(0, "run", "--max", "1", "--key", "k");
    assertTrue(second.get("replayed").asBoolean());
    assertTrue(second.get("notices").toString().contains("interrupted"), second.toString());
    assertEquals(comparable(first), comparable(second));
    assertEquals("", shell.git().git("status", "--porcelain"));
    assertTrue(shell.git().read("TODO.md").contains("id:A-1]"));
  }

  @Test
  void undoRejectArchiveAndCheckRepeatTheirFirstOutcome() {
    Shell shell = board();
    shell.ok("run", "--max", "1");
    assertReplays(shell, "undo", "--key", "k-undo");
    shell.ok("run", "--max", "2");
    assertReplays(shell, "reject", "A-2", "--reason", "spilt", "--key", "k-reject");
    assertReplays(shell, "archive", "--key", "k-archive");
    assertReplays(shell, "check", "--fix", "--scaffold", "--key", "k-check");
  }

  @Test
  void repeatedAddReportsTheSameIds() {
    Shell shell = board();
    String[] call = {"Wash", "--type", "dev", "--priority", "high", "--key", "k-add"};
    JsonNode first = shell.json(0, "add", call);
    shell.ok("add", "Dry", "--type", "dev", "--priority", "high");
    String tip = tip(shell);
    JsonNode second = shell.json(0, "add", call);
    assertEquals(first.get("tasks"), second.get("tasks"));
    assertEquals(first.get("findings"), second.get("findings"));
    assertEquals(first.get("commit"), second.get("commit"));
    assertEquals(tip, tip(shell));
  }

  @Test
  void repeatedDoneReportsTheSameRefill() {
    Shell shell = board();
    shell.git().write("ARCHIVE.md", "# Archive\n").commitAll("archive");
    shell.ok("run", "--max", "1");
    JsonNode first = shell.json(0, "done", "A-1", "--refill", "--key", "k");
    JsonNode second = shell.json(0, "done", "A-1", "--refill", "--key", "k");
    assertTrue(second.get("replayed").asBoolean());
    assertEquals(first.get("tasks"), second.get("tasks"));
    assertEquals(first.get("refill"), second.get("refill"));
  }

  @Test
  void otherOptionsDoNotChangeTheRepeatedOutcome() {
    Shell shell = board();
    JsonNode first = shell.json(0, "run", "--max", "1", "--key", "k");
    JsonNode second = shell.json(0, "run", "--type", "docs", "--key", "k");
    for (String field : List.of("outcome", "reason", "group", "tasks", "commit", "todo")) {
      assertEquals(first.get(field), second.get(field), field);
    }
  }

  @Test
  void otherSettingsDoNotChangeTheRepeatedOutcome() {
    Shell shell = board();
    shell.set("REPLENISH_SELECT", "listed");
    JsonNode first = shell.json(0, "run", "--key", "k");
    assertEquals("first-listed", first.get("reason").asText());
    shell.set("REPLENISH_SELECT", "priority");
    JsonNode second = shell.json(0, "run", "--key", "k");
    for (String field : List.of("outcome", "reason", "why", "group", "tasks", "commit")) {
      assertEquals(first.get(field), second.get(field), field);
    }
  }

  /** The commits of earlier versions give the rule in a sentence and have no trailer for it. */
  @Test
  void ruleIsReadFromTheTrailerOrTheSentence() {
    Shell shell = board();
    shell.set("REPLENISH_SELECT", "listed");
    JsonNode first = shell.json(0, "run", "--key", "k");
    shell.set("REPLENISH_SELECT", "priority");
    String message = shell.git().git("log", "-1", "--format=%B");
    String rule = "Replenish-Rule: first-listed\n";
    assertTrue(message.contains(rule), message);
    String sentence = "first listed with ready tasks";
    for (String other : List.of(message.replace(rule, ""), message.replace(sentence, "so"))) {
      assertTrue(!other.equals(message), other);
      shell.git().git("commit", "-q", "--amend", "-m", other);
      JsonNode again = shell.json(0, "run", "--key", "k");
      assertEquals(first.get("reason"), again.get("reason"));
    }
  }

  @Test
  void textOutputSaysThatTheKeyWasUsed() {
    Shell shell = board();
    shell.ok("run", "--key", "k");
    Shell.Result again = shell.run("run", "-n", "--key", "k");
    assertTrue(again.all().contains("The key was used already, in "), again.all());
    assertTrue(again.out().contains("Moved 3 dev tasks"), again.out());
  }

  @Test
  void uncommittedEditsDoNotPreventARepetition() {
    Shell shell = board();
    String first = shell.json(0, "run", "--key", "k").get("commit").asText();
    shell.git().write("TODO.md", shell.git().read("TODO.md") + "edited\n");
    assertEquals(first, shell.json(0, "run", "--key", "k").get("commit").asText());
  }

  @Test
  void keyOfAnotherCommandIsRefused() {
    Shell shell = board();
    shell.ok("run", "--key", "k");
    String tip = tip(shell);
    Shell.Result refused = shell.run("start", "A-1", "--key", "k");
    assertEquals(2, refused.code());
    assertTrue(refused.err().contains("used for something else"), refused.err());
    assertEquals(tip, tip(shell));
  }

  @Test
  void eachBoardHasItsOwnKeys() {
    Shell shell = board();
    shell.git().write("b/BACKLOG.md", group("dev", "high", ready("B-1", "Bake"))).commitAll("b");
    shell.ok("run", "--board", ".", "--key", "k");
    JsonNode both = shell.json(0, "run", "--board", ".", "--board", "b", "--key", "k");
    assertTrue(both.at("/boards/0/replayed").asBoolean());
    assertFalse(both.at("/boards/1/replayed").asBoolean());
    assertEquals("moved", both.at("/boards/1/outcome").asText());
  }

  @Test
  void forgedKeyIsRefused() {
    Shell shell = board();
    shell.git().write("BACKLOG.md", shell.git().read("BACKLOG.md") + "\n");
    shell
        .git()
        .commitAll(
            "forged\n\nReplenish-Board: .\nReplenish-Group: type=dev priority=high\n"
                + "Replenish-Task: A-9\nReplenish-Version: 0.1.0\nReplenish-Key: k\n");
    Shell.Result refused = shell.run("run", "--key", "k");
    assertEquals(6, refused.code(), refused.all());
    assertTrue(refused.err().contains("but did not change the board"), refused.err());
  }

  @Test
  void missingHistoryIsReported() {
    Shell shell = board();
    shell.ok("run", "--key", "k");
    shell.git().git("clone", "-q", "--depth", "1", "file://" + shell.root(), tmp + "/shallow");
    Shell shallow = shell.in(tmp.resolve("shallow"));
    assertEquals(4, shallow.run("run", "--key", "k").code());
    Shell.Result other = shallow.run("run", "-n", "--key", "other");
    assertTrue(other.err().contains("Part of the history is missing here"), other.all());
  }

  @Test
  void callWithNothingToDoLeavesNoKey() {
    Shell shell = Shell.withBacklog(tmp, group("dev", "high"));
    assertEquals("noop", shell.json(0, "run", "--key", "k").get("outcome").asText());
    GitSandbox git = shell.git();
    git.write("BACKLOG.md", group("dev", "high", ready("A-1", "Boil"))).commitAll("plan");
    assertEquals("moved", shell.json(0, "run", "--key", "k").get("outcome").asText());
  }
}
