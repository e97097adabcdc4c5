package dev.replenish.plan.add;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.replenish.board.FieldName;
import dev.replenish.board.Priority;
import dev.replenish.board.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The given fields of a new task, as lines of its block. */
class TaskBodyTest {
  private static TaskBody.Fields all() {
    return new TaskBody.Fields(
        "Before it cools.",
        List.of("pot.txt", " "),
        List.of("docs/tea.md", "\u200B", "https://tea.example/pot"),
        List.of("A-1", "", "A-2"),
        List.of("1. Warm", "", "Pour"),
        Map.of(FieldName.EFFORT, " 1 h\n", FieldName.DUE, "2026-12-01", FieldName.ASSIGNEE, " "));
  }

  private static TaskBody described(String description) {
    return TaskBody.of(
        new TaskBody.Fields(description, List.of(), List.of(), List.of(), List.of(), Map.of()));
  }

  @Test
  void allFieldsAreWrittenInUsualOrder() {
    TaskBody body = TaskBody.of(all());
    assertEquals(
        """
        **Status:** todo\s\s
        **Description:** Before it cools.\s\s
        **Relevant Files:** `pot.txt`\s\s
        **Relevant Documentation:** `docs/tea.md`, https://tea.example/pot\s\s
        **Dependencies:** A-1, A-2\s\s
        **Plan:**
        1. Warm
        2. Pour
        **Estimated Effort:** 1 h\s\s
        **Due:** 2026-12-01
        """,
        body.text());
    assertEquals(2, body.steps());
    assertEquals(
        Map.of(
            FieldName.STATUS, "todo",
            FieldName.DOCUMENTATION, "`docs/tea.md`, https://tea.example/pot",
            FieldName.DEPENDENCIES, "A-1, A-2",
            FieldName.PLAN, "1. Warm",
            FieldName.EFFORT, "1 h",
            FieldName.DUE, "2026-12-01"),
        body.values());
  }

  @Test
  void missingFieldsAreLeftOut() {
    assertEquals("**Status:** todo  \n", described(" \n").text());
    assertEquals(Map.of(FieldName.STATUS, "todo"), described("").values());
    assertEquals(0, described("").steps());
  }

  @Test
  void descriptionOfSeveralLinesIsBelowItsLabel() {
    assertEquals(
        "**Status:** todo  \n**Description:**\nBefore it cools:\n- \\# now\n\n",
        described("Before it cools:\n- # now").text());
    assertEquals(
        "**Status:** todo  \n**Description:** Soon.  \n",
        TaskBody.of(onlyDescription("Soon.")).text());
  }

  private static TaskBody.Fields onlyDescription(String description) {
    return new TaskBody.Fields("", List.of(), List.of(), List.of(), List.of(), Map.of())
        .described(description);
  }

  @Test
  void newDescriptionKeepsOtherFields() {
    TaskBody.Fields late = all().described("Late.");
    assertEquals("Late.", late.description());
    assertEquals(all(), late.described("Before it cools."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          docs/tea.md           => `docs/tea.md`
          a_b*c.md              => `a_b*c.md`
          see the pot           => see the pot
          `pot.md`              => `pot.md`
          [pot](pot.md)         => [pot](pot.md)
          pot(1).md             => pot(1).md
          <pot>                 => <pot>
          https://tea.example/  => https://tea.example/
          """)
  void plainPathIsWrittenAsCode(String given, String written) {
    assertEquals(written, TaskBody.path(given));
  }

  @Test
  void stepsAreRenumbered() {
    assertEquals(
        List.of("1. a", "2. b", "3. c", "4. 9. d", "5. \\# e", "6. 6.f"),
        TaskBody.numbered(List.of("1. a", "2) b", " c ", "9. d", "# e", "6.f")));
    List<String> many = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      many.add(i + ". step");
    }
    assertEquals(many, TaskBody.numbered(many));
  }

  @Test
  void verbatimBodyGetsStatusIfItHasNone() {
    TaskBody without = TaskBody.verbatim("Warm\r\nthe\rpot", false);
    assertEquals("**Status:** todo  \nWarm\nthe\npot\n", without.text());
    assertEquals(Map.of(FieldName.STATUS, "todo"), without.values());
    TaskBody with = TaskBody.verbatim("**Status:** blocked\n", true);
    assertEquals("**Status:** blocked\n", with.text());
    assertEquals(Map.of(), with.values());
    assertEquals("", TaskBody.verbatim("", true).text());
    assertEquals(0, with.steps() + without.steps());
  }

  private static TaskDraft draft(String id, String title, String type, String component) {
    return new TaskDraft(
        new TaskId(id),
        title,
        type,
        Priority.HIGH,
        Optional.of(component),
        TaskBody.verbatim("", true));
  }

  @Test
  void blockHasItsTagsInHeader() {
    assertEquals(
        "## task_begin\r\n### # [id:A-1][type:dev][priority:high][component:pot] Learn C \\#\r\n"
            + "## task_end\r\n",
        draft("A-1", " Learn C #", "Dev", "pot").block("\r\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TASK-YYYYMMDD-001;a;dev;pot",
        "A]1;a;dev;pot",
        "A-1;\u200B;dev;pot",
        "A-1;a;hot tea;pot",
        "A-1;a;dev;pot]"
      })
  void invalidIdTitleOrTagIsRefused(String task) {
    String[] words = task.split(";");
    assertThrows(
        IllegalArgumentException.class, () -> draft(words[0], words[1], words[2], words[3]));
  }
}
