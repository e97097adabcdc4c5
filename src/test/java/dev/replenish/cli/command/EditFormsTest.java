package dev.replenish.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.cli.Shell;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Edits of every field in every form, with LF and CR LF: the value is written or nothing changes,
 * and the task's neighbour keeps its bytes.
 */
@Tag("long")
class EditFormsTest {
  private static final String NEIGHBOUR_TITLE = "Keep me as I am";

  /** Backlogs whose task {@code A-1} has its fields in many places. */
  private static final List<String> FORMS =
      List.of(
          nativeTask(
              """
              **Status:** todo
              **Estimated Effort:** 2 days
              **Due:** 2026-12-01
              **Assignee:** ina
              **Dependencies:** A-2
              **Relevant Documentation:** `a.md`
              **Plan:** see below
              **Notes:** one
              """),
          nativeTask(
              """
              - **Status:** todo
              - **Plan:**
                1. Fill
                2. Heat

                3. Pour

              - **Relevant Documentation:**
                - `a.md`
                - `b.md`
              - **Notes:**
                one line
                and another
              - **Estimated Effort:**
              - **Not Before:** 2026-12-01
              """),
          nativeTask(
              """
              **Status:** todo

              #### Plan

              1. Fill
              2. Heat

              #### Relevant Documentation

              - `a.md`

              #### Notes

              Some words.

              More of them.

              #### Estimated Effort

              2 days
              """),
          nativeTask("**Status:** todo | **Effort:** M | **Due:** 2026-12-01\n\nProse only.\n"),
          nativeTask("Prose without a field.\n\n- and a list\n"),
          """
          # Backlog

          ## Next

          - [ ] A-1: Boil water @ina 📅 2026-12-01 ⏳ 2026-11-30
            Until it sings.
            - Estimated Effort: 2 days
            - Plan:
              1. Fill
              2. Heat
          - [ ] A-2: Keep me as I am
          """,
          """
          # Backlog

          ## Next

          - [ ] A-1: Boil water [@ina] due:2026-12-01 (P2)
          - [ ] A-2: Keep me as I am
          """,
          """
          # Backlog

          | ID | Task | Priority | Effort | Assignee | Due | Notes | Depends on |
          |----|------|----------|--------|----------|-----|-------|------------|
          | A-1 | Boil water | high | 2 days | @ina | 2026-12-01 | one | A-2 |
          | A-2 | Keep me as I am | high | | | | | |
          """,
          """
          # Backlog

          ### A-1: Boil water

          **Priority:** High
          **Effort:** 2 days
          **Due:** 2026-12-01
          **Assignee:** ina
          **Dependencies:** A-2

          Until it sings.

          **Plan:**

          - Fill
          - Heat

          ### A-2: Keep me as I am

          **Priority:** High
          **Effort:** 1 day

          With the first of it.
          """,
          """
          # Backlog

          ### A-1: Boil water

          - Priority: High
          - Notes: one
          - Docs: a.md

          ### A-2: Keep me as I am

          - Priority: High
          - Notes: two
          """);

  @TempDir Path tmp;

  private static String nativeTask(String body) {
    return "## group_begin [type:dev][priority:high]\n\n"
        + "## task_begin\n### # [id:A-1][type:dev][priority:high] Boil water\n"
        + body
        + "## task_end\n\n---\n\n"
        + "## task_begin\n### # [id:A-2][type:dev][priority:high] Keep me as I am\n"
        + "**Status:** todo\n## task_end\n\n## group_end\n";
  }

  /** Options, each with the values that are given one after the other. */
  private static final List<List<String>> EDITS =
      List.of(
          List.of("--title", "Warm the pot", "Pour it", "Boil \"it\" <b>"),
          List.of("--effort", "3 days", "L", "", "4 h"),
          List.of("--due", "2027-01-02", "", "2027-03-04"),
          List.of("--not-before", "2027-01-02", "", "2027-03-04"),
          List.of("--assignee", "bo", "", "Cleo Z"),
          List.of("--notes", "a word", "", "two words"),
          List.of("--docs", "x.md", "", "y.md"),
          List.of("--depends", "A-2", ""),
          List.of("--plan", "Stir", "", "Sip"),
          List.of("--priority", "low", "critical"));

  static Stream<String> forms() {
    return FORMS.stream().flatMap(form -> Stream.of(form, form.replace("\n", "\r\n")));
  }

  private static String backlog(Shell shell) {
    return shell.git().read("BACKLOG.md");
  }

  private static int commits(Shell shell) {
    return Integer.parseInt(shell.git().git("rev-list", "--count", "HEAD").strip());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void editWritesValueOrChangesNothing(String text) {
    Shell shell = Shell.withBacklog(tmp, text);
    String start = shell.git().git("rev-parse", "HEAD").strip();
    int commits = commits(shell);
    for (List<String> edit : EDITS) {
      edit(shell, text, edit, commits);
      shell.git().git("reset", "--quiet", "--hard", start);
    }
  }

  private static void edit(Shell shell, String text, List<String> edit, int start) {
    String neighbour =
        text.substring(text.indexOf(NEIGHBOUR_TITLE)).lines().findFirst().orElseThrow();
    int commits = start;
    for (String value : edit.subList(1, edit.size())) {
      String before = backlog(shell);
      Shell.Result result = shell.run("edit", "A-1", edit.get(0), value);
      String after = backlog(shell);
      assertFalse(result.code() == 1 || result.err().contains("bug in Replenish"), result.err());
      assertTrue(after.contains(neighbour), after);
      if (text.contains("\r")) {
        assertEquals(bareLineFeeds(before), bareLineFeeds(after), after);
      }
      if (result.code() != 0 || after.equals(before)) {
        assertEquals(before, after, result.err());
        continue;
      }
      commits++;
      if (edit.get(0).equals("--due")) {
        assertEquals(value, task(shell).path("due").asText(""), after);
      } else if (edit.get(0).equals("--assignee")) {
        assertEquals(value, task(shell).path("assignee").asText(""), after);
      } else if (!value.isEmpty() && !edit.get(0).equals("--priority")) {
        assertTrue(after.contains(value.substring(0, Math.min(4, value.length()))), after);
      }
    }
    assertEquals(commits, commits(shell));
    assertEquals("", shell.git().git("status", "--porcelain"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void lifeCycleOfTaskLeavesNeighbourUnchanged(String text) {
    Shell shell = Shell.withBacklog(tmp, text).set("REPLENISH_REQUIRE", "none");
    String neighbour =
        text.substring(text.indexOf(NEIGHBOUR_TITLE)).lines().findFirst().orElseThrow();
    List<List<String>> calls =
        List.of(
            List.of("start", "A-1", "--as", "bo"),
            List.of("start", "A-1", "--as", "cleo"),
            List.of("block", "A-1", "--reason", "no cup"),
            List.of("start", "A-1"),
            List.of("edit", "A-1", "--assignee", "dora"),
            List.of("defer", "A-1"),
            List.of("run", "A-1"),
            List.of("done", "A-1", "--reason", "sings"),
            List.of("reopen", "A-1"),
            List.of("reject", "A-1", "--reason", "cold"),
            List.of("undo"),
            List.of("undo"),
            List.of("done", "A-1"),
            List.of("archive"),
            List.of("undo"));
    int commits = commits(shell);
    for (List<String> call : calls) {
      Shell.Result result = shell.run(call.toArray(String[]::new));
      assertFalse(result.code() == 1 || result.err().contains("bug in Replenish"), result.err());
      int now = commits(shell);
      assertTrue(now <= commits + 1, call + ": " + result.err());
      commits = now;
      assertEquals("", shell.git().git("status", "--porcelain"), call::toString);
      assertTrue(backlog(shell).contains(neighbour), call + ": " + backlog(shell));
      assertEquals("A-1", task(shell).path("id").asText(), call::toString);
    }
  }

  private static long bareLineFeeds(String text) {
    return text.replace("\r\n", "").chars().filter(c -> c == '\n').count();
  }

  private static JsonNode task(Shell shell) {
    for (JsonNode task : shell.json(0, "list").path("tasks")) {
      if (task.path("id").asText().equals("A-1")) {
        return task;
      }
    }
    throw new AssertionError("A-1 is gone:\n" + backlog(shell));
  }
}
