package dev.replenish.cli.command;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.cli.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code edit} with options and in an editor, in every form. */
class EditCommandTest {
  private static final String NATIVE =
      """
      ## group_begin [type:dev][priority:high]

      ## task_begin
      ### # [id:A-1][type:dev][priority:high] Boil
      - **Status:** todo
      - **Estimated Effort:** 2 days

      **Relevant Documentation:**
      - a.md
      - b.md

      **Plan:**
      1. One
      2. Two
         nested

      Prose.
      ## task_end

      ## group_end
      """;

  @TempDir Path tmp;

  private Shell shell(String backlog) {
    Shell shell = Shell.create(tmp);
    shell.git().write("BACKLOG.md", backlog);
    shell.git().commitAll("Begin");
    return shell;
  }

  private static String backlog(Shell shell) {
    return shell.git().read("BACKLOG.md");
  }

  private static void edit(Shell shell, String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "edit";
    System.arraycopy(words, 0, all, 1, words.length);
    Shell.Result result = shell.run(all);
    assertEquals(0, result.code(), result.all());
  }

  @Test
  void fieldsOfMarkedTaskAreEditedInPlace() {
    Shell shell = shell(NATIVE);
    edit(
        shell,
        "A-1",
        "--title",
        "[id:x] C #",
        "--effort",
        "M",
        "--docs",
        "c.md",
        "--docs",
        "d.md",
        "--plan",
        "Fill",
        "--plan",
        "# Heat",
        "--due",
        "2026-12-24",
        "--notes",
        "a <!-- b");
    assertEquals(
        """
        ## group_begin [type:dev][priority:high]

        ## task_begin
        ### # [id:A-1][type:dev][priority:high] \\[id:x] C \\#
        - **Status:** todo
        - **Estimated Effort:** M
        - **Due:** 2026-12-24
        - **Notes:** a \\<!-- b

        **Relevant Documentation:**
        - `c.md`
        - `d.md`

        **Plan:**
        1. Fill
        2. \\# Heat

        Prose.
        ## task_end

        ## group_end
        """,
        backlog(shell));
  }

  @Test
  void commitNamesTask() {
    Shell shell = shell(NATIVE);
    edit(shell, "A-1", "--effort", "M", "--key", "k-1");
    assertEquals(
        """
        chore(backlog): edit A-1

        - A-1 Boil

        Replenish-Board: .
        Replenish-Edited: A-1
        """,
        shell.git().git("log", "-1", "--format=%B").replaceAll("(?s)Replenish-Version.*", ""));
    JsonNode log = shell.json(0, "log");
    assertEquals("edit", log.findValue("action").asText());
    String head = shell.git().git("rev-parse", "HEAD");
    edit(shell, "A-1", "--effort", "L", "--key", "k-1");
    assertEquals(head, shell.git().git("rev-parse", "HEAD"));
  }

  @Test
  void unchangedValuesAndDryRunsAreNotCommitted() {
    Shell shell = shell(NATIVE);
    String head = shell.git().git("rev-parse", "HEAD");
    edit(shell, "A-1", "--effort", "2 days", "--title", "Boil", "--priority", "P1", "--due", "");
    assertEquals(head, shell.git().git("rev-parse", "HEAD"));
    edit(shell, "A-1", "--effort", "3 days", "--dry-run");
    assertEquals(head, shell.git().git("rev-parse", "HEAD"));
    assertEquals(NATIVE, backlog(shell));
  }

  @Test
  void emptyValuesRemoveFields() {
    Shell shell = shell(NATIVE);
    edit(shell, "A-1", "--effort", "", "--docs", "", "--plan", "");
    assertEquals(
        """
        ## group_begin [type:dev][priority:high]

        ## task_begin
        ### # [id:A-1][type:dev][priority:high] Boil
        - **Status:** todo

        Prose.
        ## task_end

        ## group_end
        """,
        backlog(shell));
  }

  @Test
  void newPriorityMovesTaskToItsGroup() {
    Shell shell =
        Shell.withBacklog(tmp, group("dev", "high", ready("A-1", "A"), ready("A-2", "B")));
    JsonNode json = shell.json(0, "edit", "A-1", "--priority", "low");
    assertEquals("changed", json.get("outcome").asText());
    JsonNode task = json.get("tasks").get(0);
    assertEquals("low", task.get("priority").asText());
    assertEquals("edited", task.get("events").get(0).asText());
    String text = backlog(shell);
    assertTrue(text.indexOf("A-2") < text.indexOf("[type:dev][priority:low]"), text);
    assertTrue(text.contains("[id:A-1][type:dev][priority:low] A"), text);
  }

  @Test
  void todoTaskIsEditedInPlace() {
    Shell shell =
        Shell.withBacklog(tmp, group("dev", "high", ready("A-1", "A"), ready("A-2", "B")));
    shell.run("run");
    edit(shell, "A-1", "--priority", "low", "--due", "2026-12-24");
    String todo = shell.git().read("TODO.md");
    assertTrue(todo.contains("[id:A-1][type:dev][priority:low] A"), todo);
    assertTrue(todo.contains("**Due:** 2026-12-24"), todo);
    Shell.Result other = shell.run("edit", "A-1", "--type", "qa");
    assertEquals(6, other.code(), other.all());
  }

  @Test
  void checklistKeepsItsForm() {
    Shell shell =
        shell("# T\n\n## High\n\n- [ ] (A) **Fix** @ina\n- [ ] Other\n\n## Low\n\n- [ ] X\n");
    String id = id(shell, "Fix");
    edit(shell, id, "--title", "Mend");
    edit(shell, id(shell, "Mend"), "--assignee", "bo");
    edit(shell, id(shell, "Mend"), "--due", "2026-12-24");
    edit(shell, id(shell, "Mend"), "--priority", "low");
    edit(shell, id(shell, "Other"), "--priority", "low");
    String text = backlog(shell);
    assertTrue(text.contains("\n## High\n\n- [ ] (C) "), text);
    assertTrue(text.contains("Mend"), text);
    assertTrue(text.contains("@bo\n  - **Due:** 2026-12-24\n"), text);
    assertTrue(text.endsWith("## Low\n\n- [ ] X\n- [ ] Other\n"), text);
  }

  private static String id(Shell shell, String title) {
    for (JsonNode task : shell.json(0, "list").get("tasks")) {
      if (task.get("title").asText().contains(title)) {
        return task.get("id").asText();
      }
    }
    throw new AssertionError("no " + title);
  }

  @Test
  void tableRowIsEditedWithinItsColumns() {
    Shell shell =
        shell(
            """
            | ID  | Task    | Priority | Effort |
            |-----|---------|----------|--------|
            | T-1 | Fix it  | High     | 2d     |
            | T-2 | Paint   | Low      |        |
            """);
    edit(shell, "T-1", "--title", "A|b", "--effort", "3 days", "--priority", "low");
    edit(shell, "T-2", "--effort", "M");
    assertEquals(
        """
        | ID  | Task    | Priority | Effort |
        |-----|---------|----------|--------|
        | T-1 | A\\|b  | Low     | 3 days |
        | T-2 | Paint   | Low      | M      |
        """,
        backlog(shell));
    Shell.Result due = shell.run("edit", "T-1", "--due", "2026-12-24");
    assertEquals(6, due.code(), due.all());
    assertTrue(due.err().contains("no column for 'Due'"), due.err());
    assertTrue(due.err().contains("ID, Task, Priority, Effort"), due.err());
  }

  @Test
  void headingTaskGetsLabelledLines() {
    Shell shell =
        shell("## High\n\n### T-1: Fix\n\n**Effort:** 2 days\n\nWords.\n\n## Low\n\n### T-2: X\n");
    edit(shell, "T-1", "--due", "2026-12-24", "--title", "Mend");
    assertEquals(
        "## High\n\n### T-1: Mend\n\n**Effort:** 2 days\n**Due:** 2026-12-24\n\nWords.\n\n"
            + "## Low\n\n### T-2: X\n",
        backlog(shell));
    edit(shell, "T-1", "--priority", "low", "--due", "");
    assertTrue(backlog(shell).contains("## Low\n\n### T-2: X\n\n### T-1: Mend"), backlog(shell));
  }

  @Test
  void allInvalidValuesAreReportedAtOnce() {
    Shell shell = shell(NATIVE);
    Shell.Result result =
        shell.run("edit", "A-1", "--due", "soon", "--priority", "hihg", "--title", " ");
    assertEquals(2, result.code(), result.all());
    assertTrue(result.err().contains("'soon' is not a date"), result.err());
    assertTrue(result.err().contains("did you mean high?"), result.err());
    assertTrue(result.err().contains("a title can't be empty"), result.err());
    assertEquals(2, shell.run("edit", "A-9", "--due", "2026-12-24").code());
    assertEquals(NATIVE, backlog(shell));
  }

  /** Sets an editor that runs this script on its file. */
  private Shell withEditor(Shell shell, String script) {
    return shell.set("EDITOR", "f() { " + script + "; }; f");
  }

  @Test
  void textFromEditorIsCommitted() {
    Shell shell = withEditor(shell(NATIVE), "sed -i -e 's/Boil/Brew/' -e 's/high/low/' \"$1\"");
    edit(shell, "A-1");
    String text = backlog(shell);
    assertTrue(text.contains("[priority:low]\n\n## task_begin"), text);
    assertTrue(text.contains("[id:A-1][type:dev][priority:low] Brew"), text);
    String head = shell.git().git("rev-parse", "HEAD");
    edit(withEditor(shell, "true"), "A-1");
    assertEquals(head, shell.git().git("rev-parse", "HEAD"));
  }

  @Test
  void tableRowCanBeEditedInEditor() {
    Shell shell = shell("| ID | Task |\n|--|--|\n| T-1 | Fix |\n| T-2 | Y |\n");
    edit(withEditor(shell, "sed -i 's/Fix/Mend/' \"$1\""), "T-1");
    assertEquals("| ID | Task |\n|--|--|\n| T-1 | Mend |\n| T-2 | Y |\n", backlog(shell));
  }

  @Test
  void invalidTextFromEditorIsRefusedAndKept() throws Exception {
    Shell shell = shell(NATIVE);
    String[][] cases = {
      {"cat \"$1\" > x; cat x >> \"$1\"", "second task"},
      {"sed -i 's/A-1/B-1/' \"$1\"", "no longer the task A-1"},
      {"sed -i '/task_end/d' \"$1\"", ".md:"},
    };
    for (String[] testCase : cases) {
      Shell.Result result = withEditor(shell, testCase[0]).run("edit", "A-1");
      assertEquals(6, result.code(), result.all());
      assertTrue(result.err().contains(testCase[1]), result.err());
      assertTrue(result.err().contains("your text is in "), result.err());
      String file = result.err().replaceAll("(?s).*your text is in (\\S+\\.md)\\..*", "$1");
      Files.delete(Path.of(file));
    }
    assertEquals(NATIVE, backlog(shell));
  }

  @Test
  void missingOrFailingEditorIsReported() {
    Shell shell = shell(NATIVE);
    Shell.Result none = shell.run("edit", "A-1");
    assertEquals(2, none.code(), none.all());
    assertTrue(none.err().contains("there is no editor"), none.err());
    Shell.Result failing = withEditor(shell, "exit 3").run("edit", "A-1");
    assertEquals(7, failing.code(), failing.all());
    assertTrue(failing.err().contains("exit code 3"), failing.err());
    Shell.Result empty = withEditor(shell, ": > \"$1\"").run("edit", "A-1");
    assertEquals(2, empty.code(), empty.all());
    assertEquals(NATIVE, backlog(shell));
  }

  @Test
  void taskChangedMeanwhileIsConflict() {
    Shell shell = shell(NATIVE);
    String other =
        "sed -i 's/Boil/Brew/' \"$1\"; cd '"
            + shell.root()
            + "'; sed -i 's/2 days/3 days/' BACKLOG.md; git -c user.name=o -c user.email=o@example.com commit -qam other";
    Shell.Result result = withEditor(shell, other).run("edit", "A-1");
    assertEquals(5, result.code(), result.all());
    assertTrue(result.err().contains("your text is in "), result.err());
    assertTrue(backlog(shell).contains("3 days"));
  }

  @Test
  void invalidEffortIsReported() {
    Shell shell = Shell.withBacklog(tmp, Shell.group("dev", "high", Shell.ready("A-1", "Boil")));
    shell.ok("edit", "A-1", "--effort", "soon");
    assertTrue(shell.ok("plan").contains("its Estimated Effort is not an amount"));
    shell.ok("edit", "A-1", "--effort", "TBD");
    assertTrue(shell.ok("plan").contains("no Estimated Effort"));
  }
}
