package dev.replenish.cli.command;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.cli.Shell;
import dev.replenish.git.GitSandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code add} on real repositories, from its arguments to its commit. */
class AddCommandTest {
  private static final String[] TEA = {"add", "Boil water", "--type", "dev", "--priority", "high"};

  @TempDir Path tmp;

  private Shell tea() {
    return Shell.withBacklog(tmp, group("dev", "high", ready("A-1", "Pour")), group("qa", "low"));
  }

  private static String[] boil(String... more) {
    List<String> words = new ArrayList<>(List.of(TEA));
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
  void taskIsWrittenAndCommitted() {
    Shell shell = tea();
    Shell.Result result =
        shell.run(
            "add",
            "Boil",
            "some",
            "water",
            "--type",
            "DEV",
            "--priority",
            "P1",
            "--plan",
            "Fill",
            "--plan",
            "Heat",
            "--plan",
            "Wait",
            "--effort",
            "1 h",
            "--documentation",
            "docs/tea.md",
            "--component",
            "kettle",
            "--files",
            "src/kettle.c",
            "--description",
            "Until it sings.",
            "--depends",
            "A-1",
            "--key",
            "k-1");
    assertEquals(0, result.code(), result.all());
    String commit = shell.git().git("rev-parse", "--short=7", "HEAD").strip();
    assertEquals(
        """
        Added 1 task in %s:
          TASK-20260204-001 Boil some water
            added: BACKLOG.md:17
        """
            .formatted(commit),
        result.out());
    assertEquals("", result.err());
    assertTrue(
        shell
            .git()
            .read("BACKLOG.md")
            .contains(
                """
                ---

                ## task_begin
                ### # [id:TASK-20260204-001][type:dev][priority:high][component:kettle] Boil some water
                **Status:** todo\s\s
                **Description:** Until it sings.\s\s
                **Relevant Files:** `src/kettle.c`\s\s
                **Relevant Documentation:** `docs/tea.md`\s\s
                **Dependencies:** A-1\s\s
                **Plan:**
                1. Fill
                2. Heat
                3. Wait
                **Estimated Effort:** 1 h
                ## task_end

                ---

                ## group_end
                """));
    assertEquals(
        """
        chore(backlog): add TASK-20260204-001

        - TASK-20260204-001 Boil some water

        Replenish-Board: .
        Replenish-Added: TASK-20260204-001
        Replenish-Version: 0.1.0
        Replenish-Key: k-1

        """,
        shell.git().git("log", "-1", "--format=%B"));
    assertEquals(
        "Replenish-Added: TASK-20260204-001",
        shell.git().git("log", "-1", "--format=%(trailers:key=Replenish-Added)").strip());
    shell.git().git("fsck", "--strict");
    assertEquals("", shell.git().git("status", "--porcelain"));
    assertEquals("moved", shell.json(0, "run").get("outcome").asText());
    assertTrue(shell.git().read("TODO.md").contains("[id:TASK-20260204-001]"));
  }

  @Test
  void dependenciesMayBeAbbreviated() {
    Shell shell =
        Shell.withBacklog(tmp, group("dev", "high", ready("TEA-07", "A"), ready("TEA-08", "B")));
    shell.ok(boil("--depends", "07", "--depends", "tea-08", "--depends", "9", "--plan", "a"));
    String backlog = shell.git().read("BACKLOG.md");
    assertTrue(backlog.contains("**Dependencies:** TEA-07, TEA-08, 9  \n"), backlog);
    Shell.Result result = shell.run(boil("--depends", "TEA"));
    assertEquals(2, result.code());
    assertTrue(result.err().contains("Name one of them: TEA-07, TEA-08"), result.err());
    assertEquals(backlog, shell.git().read("BACKLOG.md"));
  }

  @Test
  void missingFieldsOfNewTaskAreReported() {
    JsonNode json = json(tea(), 0, boil("--depends", "B-9", "--depends", "kettle"));
    assertEquals("changed", json.get("outcome").asText());
    List<String> codes = new ArrayList<>();
    json.get("findings").forEach(finding -> codes.add(finding.get("code").asText()));
    assertEquals(
        List.of(
            "plan-missing",
            "effort-missing",
            "documentation-missing",
            "dependency-unknown",
            "dependency-unknown"),
        codes);
    assertFalse(json.get("tasks").get(0).get("ready").asBoolean());
    assertEquals("added", json.get("tasks").get(0).get("events").get(0).asText());
  }

  @Test
  void requiredFieldsComeFromSettings() {
    Shell shell = tea().set("REPLENISH_REQUIRE", "effort");
    JsonNode json = json(shell, 0, boil("--effort", "M"));
    assertEquals(0, json.get("findings").size());
    assertTrue(json.get("tasks").get(0).get("ready").asBoolean());
  }

  @Test
  void everythingMissingOrInvalidIsReportedInOneError() {
    Shell shell = tea();
    String tip = shell.git().git("rev-parse", "HEAD");
    JsonNode none = shell.json(2, "add");
    assertEquals("the task can't be added: no title", none.get("error").get("message").asText());
    Shell.Result wrong =
        shell.run(
            "add",
            "\u0007",
            "--type",
            "a b",
            "--priority",
            "hihg",
            "--component",
            "x]",
            "--id",
            "TASK-YYYYMMDD-001",
            "--depends",
            "a b");
    assertEquals(2, wrong.code());
    assertEquals(
        """
        error: the task can't be added: no title; the type can't be 'a b' (one word without \
        brackets); the priority can't be 'hihg' (critical, high, medium or low; did \
        you mean high?); the component can't be 'x]' (one word without \
        brackets); the id can't be 'TASK-YYYYMMDD-001'; a dependency can't be 'a b'
          next: Give at least a title; see 'replenish help add'.
        """,
        wrong.err());
    assertEquals(tip, shell.git().git("rev-parse", "HEAD"));
  }

  @Test
  void indexGetsEntryCreatedToday() {
    Shell shell = tea();
    String entry =
        """
        ## index_entry_begin
        ### [id:%s] %s
        location: %s
        status: %s
        created: %s
        ## index_entry_end
        """;
    String old = entry.formatted("A-1", "Pour", "BACKLOG.md", "todo", "2026-01-01");
    shell.git().write("TASK_INDEX.md", "# Index\n\n" + old).commitAll("index");
    for (String title : List.of("Boil", "## index_entry_end", "[id:A-1] \n## task_end", "C #")) {
      String added = id(json(shell, 0, "add", title, "--type", "dev", "--priority", "low"), 0);
      String index = shell.git().read("TASK_INDEX.md");
      int at = index.indexOf("[id:" + added + "]");
      assertTrue(at > 0, index);
      String rest = index.substring(at, index.indexOf("\n## index_entry_end", at));
      assertTrue(rest.contains("BACKLOG.md"), index);
      assertTrue(rest.contains("2026-02-04"), index);
      assertTrue(index.contains(old), index);
    }
    JsonNode check = shell.json(0, "check");
    check
        .get("findings")
        .forEach(finding -> assertFalse(finding.get("code").asText().contains("index")));
  }

  @Test
  void dryRunWritesNothing() {
    Shell shell = tea();
    String tip = shell.git().git("rev-parse", "HEAD");
    String out = shell.ok(boil("-n"));
    assertTrue(out.startsWith("Would add 1 task:\n"), out);
    assertTrue(out.contains("\n+### # [id:TASK-20260204-001]"), out);
    assertEquals("planned", json(shell, 0, boil("-n")).get("outcome").asText());
    assertEquals(tip, shell.git().git("rev-parse", "HEAD"));
    assertEquals("", shell.git().git("status", "--porcelain"));
  }

  @Test
  void contradictoryOrInvalidInputIsRefused() {
    Shell shell = tea();
    assertEquals(2, shell.run(boil("--input", "-")).code());
    assertEquals(2, shell.run("add", "--input", "-", "--body", "-").code());
    assertEquals(2, shell.given("x").run(boil("--body", "-", "--effort", "M")).code());
    assertEquals(2, shell.run(boil("--body", "nowhere.md")).code());
    assertEquals(2, shell.run("add", "--input", ".").code());
    shell.git().write("team/BACKLOG.md", group("dev", "high")).commitAll("team");
    Shell.Result boards = shell.run(boil("--board", ".", "--board", "team"));
    assertEquals(2, boards.code());
    assertTrue(boards.err().contains("tasks are added to one board, and 2 are named"));
  }

  @Test
  void backlogWithUncommittedChangesIsLeftAlone() {
    Shell shell = tea();
    shell.git().write("BACKLOG.md", shell.git().read("BACKLOG.md") + "mine\n");
    assertEquals(4, shell.run(boil()).code());
    assertTrue(shell.git().read("BACKLOG.md").endsWith("mine\n"));
  }

  @Test
  void damagedGroupIsRefusedWithItsLine() {
    Shell shell = Shell.withBacklog(tmp, "## group_begin [type:dev][priority:high]");
    JsonNode json = json(shell, 6, boil());
    assertEquals(1, json.get("error").get("line").asInt());
  }

  @Test
  void taskIsAddedToBranchOfBareRepository() {
    Shell shell = tea();
    shell.git().git("clone", "-q", "--bare", ".", "bare.git");
    GitSandbox bare = shell.git().at(shell.root().resolve("bare.git"));
    JsonNode json = json(shell.in(bare.root()), 0, boil("--ref", "main"));
    assertEquals(json.get("commit").asText(), bare.git("rev-parse", "main").strip());
    assertTrue(bare.git("show", "main:BACKLOG.md").contains("[id:TASK-20260204-001]"));
    bare.git("fsck", "--strict");
  }
}
