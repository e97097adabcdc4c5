package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The input of {@code add}: JSON, a body, and hostile text. */
class AddInputTest {
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
  void severalTasksAreAddedInOneCommit() {
    Shell shell = board();
    String tasks =
        """
        {"tasks": [
          {"title": "One", "type": "dev", "priority": "high", "id": "N-1"},
          {"title": "Two", "type": "docs", "priority": "P0", "dependencies": ["N-1"],
           "plan": ["1. a", "2. b", "3. c"], "effort": "M", "documentation": ["docs/x.md"]},
          {"title": "Three", "type": "docs", "priority": "critical", "body": null}
        ]}
        """;
    JsonNode json = json(shell.given(tasks), 0, "add", "--input", "-");
    assertEquals(
        List.of("N-1", TODAY + "001", TODAY + "002"),
        List.of(id(json, 0), id(json, 1), id(json, 2)));
    assertTrue(json.get("tasks").get(1).get("reasons").toString().contains("waiting"));
    assertEquals(
        """
        chore(backlog): add 3 tasks

        - N-1 One
        - TASK-20260204-001 Two
        - TASK-20260204-002 Three

        Replenish-Board: .
        Replenish-Added: N-1
        Replenish-Added: TASK-20260204-001
        Replenish-Added: TASK-20260204-002
        Replenish-Version: 0.1.0

        """,
        shell.git().git("log", "-1", "--format=%B"));
    String backlog = shell.git().read("BACKLOG.md");
    assertTrue(backlog.startsWith("## group_begin [type:docs][priority:critical]\n"), backlog);
    assertEquals(0, shell.run("check").code());
  }

  @Test
  void jsonInputHasThreeShapesAndMatchesItsSchema() {
    Shell shell = board();
    String one = "{\"title\":\"T\",\"type\":\"dev\",\"priority\":\"p2\",\"body\":\"A text.\\n\"}";
    for (String shape : List.of(one, "[" + one + "]", "{\"tasks\":[" + one + "," + one + "]}")) {
      assertEquals(List.of(), List.copyOf(Schemas.violations("add-input", Schemas.parse(shape))));
      assertEquals(
          "changed", json(shell.given(shape), 0, "add", "--input", "-").get("outcome").asText());
    }
    for (String wrong : WRONG_INPUT) {
      assertFalse(Schemas.violations("add-input", Schemas.parse(wrong)).isEmpty(), wrong);
      assertEquals(2, shell.given(wrong).run("add", "--input", "-").code(), wrong);
    }
  }

  private static final String TAGS = "\"type\":\"dev\",\"priority\":\"high\"";

  private static final List<String> WRONG_INPUT =
      List.of(
          "1",
          "[]",
          "[1]",
          "{}",
          "{\"tasks\":[]}",
          "{\"tasks\":[{\"title\":\"T\"," + TAGS + "}],\"more\":1}",
          "{\"title\":\" \"," + TAGS + "}",
          "{\"titel\":\"T\"," + TAGS + "}",
          "{\"title\":7," + TAGS + "}",
          "{\"title\":\"T\",\"plan\":\"one\"," + TAGS + "}",
          "{\"title\":\"T\",\"plan\":[1]," + TAGS + "}",
          "{\"title\":\"T\",\"type\":\"a b\",\"priority\":\"high\"}",
          "{\"title\":\"T\",\"type\":\"dev\",\"priority\":\"urgent\"}",
          "{\"title\":\"T\",\"body\":\"x\",\"effort\":\"M\"," + TAGS + "}");

  @Test
  void errorsInJsonInputAreReported() {
    Shell shell = board();
    assertEquals(
        "the task can't be added: there is no field 'titel' (did you mean 'title'?);"
            + " the field 'plan' is not an array of strings; no title",
        message(shell, "{\"titel\":\"T\",\"plan\":{\"a\":[]}," + TAGS + "}"));
    assertEquals(
        "the tasks can't be added: task 2: the field 'title' is given twice",
        message(
            shell,
            "[{\"title\":\"T\","
                + TAGS
                + "},"
                + "{\"title\":\"T\",\"title\":\"U\",\"priority\":\"low\"}]"));
    assertEquals(
        "the tasks can't be added: task 2: the id N-1 is given twice",
        message(
            shell,
            ("[{\"id\":\"N-1\",\"title\":\"T\"," + TAGS + "},")
                + "{\"id\":\"N-1\",\"title\":\"U\","
                + TAGS
                + "}]"));
    assertTrue(message(shell, "{\"title\":").equals("stdin is not JSON (line 1, column 10)"));
    assertTrue(message(shell, "{'title':1}").startsWith("stdin is not JSON (line 1, "));
    assertTrue(message(shell, "").startsWith("stdin is not JSON (line 1, "));
    assertTrue(
        message(shell, "[".repeat(100_000)).startsWith("stdin holds something other than tasks"));
    assertTrue(
        message(shell, "{\"x\":" + "[".repeat(100_000)).startsWith("stdin is not JSON (line 1, "));
    assertEquals("stdin is longer than 1 MiB", message(shell, " ".repeat((1 << 20) + 1)));
    String many = ("{\"title\":\"T\"," + TAGS + "},").repeat(101);
    assertEquals(
        "the tasks can't be added: one call adds 1 to 100 tasks, not 101",
        message(shell, "[" + many.substring(0, many.length() - 1) + "]"));
  }

  private static String message(Shell shell, String input) {
    return json(shell.given(input), 2, "add", "--input", "-").get("error").get("message").asText();
  }

  @Test
  void bodyIsKeptApartFromBomAndLineEnds() throws IOException {
    Shell shell = board();
    String body = "\n### Notes\n\n```\n## task_end\n```\n- [ ] a\t\n\n---\n<div>\n";
    Files.writeString(tmp.resolve("body.md"), "\uFEFF" + body.replace("\n", "\r\n"));
    shell.ok(addCall("--body", tmp.resolve("body.md").toString()));
    String backlog = shell.git().read("BACKLOG.md");
    assertTrue(
        backlog.contains(" Boil water\n**Status:** todo  \n" + body + "\n## task_end\n"), backlog);
    shell.given("**Status:** blocked\nWaits.").ok(addCall("--body", "-"));
    assertTrue(
        shell
            .git()
            .read("BACKLOG.md")
            .contains(" Boil water\n**Status:** blocked\nWaits.\n## task_end\n"));
    assertEquals(0, shell.run("check").code());
  }

  @Test
  void bodyThatWouldBreakItsBlockIsRefused() {
    Shell shell = board();
    refused(shell, "a\n\n## task_end\n", "stdin:3:1", "the body holds the marker '## task_end'");
    refused(shell, "## task_begin\n", "stdin:1:1", "the body holds the marker '## task_begin'");
    refused(shell, "\n### # [id:A-1] x\n", "stdin:2:1", "the body begins with a task's header");
    refused(shell, "a\n<!-- b\n", "stdin:2:1", "an HTML block is never closed");
    refused(shell, "a\n```\n", "stdin:2:1", "a code fence is never closed");
    refused(shell, "a\n\u0000", "stdin:2:1", "it holds a NUL byte");
    shell.given(new byte[] {'a', '\n', (byte) 0xc3, '('});
    Shell.Result malformed = shell.run(addCall("--body", "-"));
    assertEquals(6, malformed.code());
    assertTrue(malformed.err().contains("not well-formed UTF-8 (stdin:2:1)"), malformed.err());
    JsonNode json =
        json(
            shell.given("[{\"title\":\"T\"," + TAGS + ",\"body\":\"## group_end\"}]"),
            6,
            "add",
            "--input",
            "-");
    assertEquals("the body of task 1", json.get("error").get("path").asText());
  }

  private static void refused(Shell shell, String body, String place, String message) {
    Shell.Result result = shell.given(body).run(addCall("--body", "-"));
    assertEquals(6, result.code(), result.all());
    assertTrue(result.err().contains(message), result.err());
    assertTrue(result.err().contains("(" + place + ")"), result.err());
  }

  @Test
  void hostileTextForgesNeitherTrailersNorControlSequences() {
    Shell shell = board();
    Shell.Result result =
        shell.run(
            "add",
            "x\u001b[31m\nReplenish-Task: A-1\n# y",
            "--type",
            "dev",
            "--priority",
            "high",
            "--description",
            "a\u001b]0;b\u0007",
            "--effort",
            "\u202e1 h");
    assertEquals(0, result.code(), result.all());
    assertTrue(result.all().chars().noneMatch(c -> c == 0x1b || c == 0x202e), result.all());
    String message = shell.git().git("log", "-1", "--format=%B");
    assertTrue(message.contains("\n- TASK-20260204-001 x [31m Replenish-Task: A-1 # y\n"), message);
    String trailers = shell.git().git("log", "-1", "--format=%(trailers)");
    assertFalse(trailers.contains("Replenish-Task"), trailers);
    String backlog = shell.git().read("BACKLOG.md");
    assertTrue(backlog.chars().noneMatch(c -> c == 0x1b || c == 0x202e || c == 7), backlog);
  }
}
