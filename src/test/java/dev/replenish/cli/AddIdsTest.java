package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code add} assigns no id that is or was used by another task. */
@Tag("long")
class AddIdsTest {
  private static final String[] ADD_CALL = {
    "add", "Boil water", "--type", "dev", "--priority", "high"
  };
  private static final String TODAY = "TASK-20260204-";

  @TempDir Path tmp;

  private Shell board() {
    return Shell.withBacklog(tmp, group("dev", "high", ready("A-1", "Pour")), group("qa", "low"));
  }

  private static String[] addCall(String... more) {
    List<String> words = new ArrayList<>(List.of(ADD_CALL));
    words.addAll(List.of(more));
    return words.toArray(new String[0]);
  }

  private static String id(JsonNode json, int task) {
    return json.get("tasks").get(task).get("id").asText();
  }

  private static JsonNode json(Shell shell, int code, String... words) {
    return shell.json(
        code, words[0], List.of(words).subList(1, words.length).toArray(String[]::new));
  }

  @Test
  void newIdFollowsTheHighestOfTheDay() {
    Shell shell = board();
    shell.git().write("ARCHIVE.md", "x\n\n" + ready(TODAY + "015-A", "Old"));
    shell.git().write("TODO.md", ready("TASK-20260203-099", "Of another day")).commitAll("x");
    assertEquals(TODAY + "016", id(json(shell, 0, addCall()), 0));
    assertEquals("TASK-20260301-001", id(json(shell, 0, addCall("--date", "2026-03-01")), 0));
    assertEquals(TODAY + "999", id(json(shell, 0, addCall("--id", TODAY + "999")), 0));
    assertEquals(TODAY + "1000", id(json(shell, 0, addCall()), 0));
  }

  @Test
  void idFoundOnlyInTheHistoryIsNotReused() {
    Shell shell = board();
    String backlog = shell.git().read("BACKLOG.md");
    shell.git().write("BACKLOG.md", group("dev", "high", ready(TODAY + "007", "Gone")));
    shell.git().commitAll("x");
    shell.git().write("BACKLOG.md", backlog).commitAll("gone");
    shell.git().git("switch", "-q", "-c", "other");
    shell.git().write("old/TODO.md", ready(TODAY + "020", "Elsewhere")).commitAll("other");
    shell.git().git("switch", "-q", "main");
    assertEquals(TODAY + "021", id(json(shell, 0, addCall()), 0));
    Shell.Result used = shell.run(addCall("--id", TODAY + "007"));
    assertEquals(6, used.code());
    assertTrue(
        used.err().startsWith("error: the id TASK-20260204-007 was used before: "), used.err());
    assertEquals(6, shell.run(addCall("--id", TODAY + "020")).code());
  }

  @Test
  void idsOfOtherBoardsCountEvenIfUncommitted() {
    Shell shell = board();
    shell.git().write("team/BACKLOG.md", group("dev", "high", ready(TODAY + "003", "x")));
    shell.git().commitAll("team");
    assertEquals(TODAY + "004", id(json(shell, 0, addCall("--board", ".")), 0));
    shell.git().write("team/TODO.md", "# TODO\n\n" + ready(TODAY + "008", "Not committed"));
    assertEquals(TODAY + "009", id(json(shell, 0, addCall("--board", ".")), 0));
    JsonNode used = json(shell, 6, addCall("--board", ".", "--id", TODAY + "008"));
    assertEquals("team/TODO.md", used.get("error").get("path").asText());
    assertEquals(3, used.get("error").get("line").asInt());
    JsonNode own = json(shell, 6, addCall("--board", ".", "--id", "A-1"));
    assertEquals("BACKLOG.md", own.get("error").get("path").asText());
  }

  @Test
  void dependencyOnAnIdDoesNotReserveIt() {
    Shell shell = board();
    shell.ok(addCall("--depends", "B-9"));
    assertEquals("B-9", id(json(shell, 0, addCall("--id", "B-9")), 0));
  }

  @Test
  void shallowCloneReportsThatHistoryIsMissing() {
    Shell shell = board();
    shell.git().write("notes.txt", "x\n").commitAll("more");
    String url = shell.root().toUri().toString();
    shell.git().git("clone", "-q", "--depth", "1", url, tmp.resolve("shallow").toString());
    JsonNode json = json(shell.in(tmp.resolve("shallow")), 0, addCall());
    assertTrue(json.get("notices").toString().contains("Part of the history is missing here"));
  }

  @Test
  void parallelProcessesGiveEveryTaskAUniqueId() throws Exception {
    Shell shell = board();
    String task = "{\"title\":\"T\",\"type\":\"dev\",\"priority\":\"high\"},";
    String five = "[" + task.repeat(5).substring(0, task.length() * 5 - 1) + "]";
    Files.writeString(tmp.resolve("five.json"), five);
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ProcessBuilder builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              "dev.replenish.cli.Main",
              "add",
              "--input",
              tmp.resolve("five.json").toString());
      builder.environment().clear();
      builder.environment().putAll(shell.git().env());
      processes.add(builder.directory(shell.root().toFile()).redirectErrorStream(true).start());
    }
    for (Process process : processes) {
      try (InputStream out = process.getInputStream()) {
        String output = new String(out.readAllBytes(), UTF_8);
        assertEquals(0, process.waitFor(), output);
      }
    }
    TreeSet<String> ids = new TreeSet<>();
    shell.json(0, "list").get("tasks").forEach(t -> ids.add(t.get("id").asText()));
    assertEquals(41, ids.size());
    assertEquals(TODAY + "040", ids.last());
    assertEquals("10", shell.git().git("rev-list", "--count", "HEAD").strip());
    assertEquals("", shell.git().git("status", "--porcelain"));
  }
}
