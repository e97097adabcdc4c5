package dev.replenish.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values on a board, and how they are read. */
class ValuesTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "todo, TODO",
    "TODO, TODO",
    "**todo**, TODO",
    "`in-progress`, IN_PROGRESS",
    "In Progress, IN_PROGRESS",
    "in_progress, IN_PROGRESS",
    "In progress (since May), IN_PROGRESS",
    "✅ done, DONE",
    "Done ✅ 2026-02-01, DONE",
    "'done, shipped', DONE",
    "blocked: waits for Ann, BLOCKED",
    "[rejected], REJECTED",
  })
  void statusIsReadWithAnyTextAroundIt(String value, Status status) {
    assertEquals(status, Status.parse(value).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "open", "not done", "undone", "todos", "doneish", "progress", "—", "進行中", "1"})
  void otherWordsAreNoStatus(String value) {
    assertTrue(Status.parse(value).isEmpty());
  }

  @Test
  void doneAndRejectedTasksAreNotActive() {
    assertTrue(Status.TODO.isActive());
    assertTrue(Status.IN_PROGRESS.isActive());
    assertTrue(Status.BLOCKED.isActive());
    assertFalse(Status.DONE.isActive());
    assertFalse(Status.REJECTED.isActive());
  }

  @Test
  void todoTaskIsListedAsOpen() {
    assertEquals("open", Status.TODO.state().word());
    assertEquals("in-progress", Status.IN_PROGRESS.state().word());
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "critical, CRITICAL",
    "High, HIGH",
    "MEDIUM, MEDIUM",
    "low, LOW",
    "P0, CRITICAL",
    "p1, HIGH",
    "P2, MEDIUM",
    "p3, LOW",
  })
  void priorityIsReadFromItsWordOrItsCode(String text, Priority priority) {
    assertEquals(priority, Priority.parse(text).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P4", "urgent", "hgih", "high ", "P"})
  void otherWordsAreNoPriority(String text) {
    assertTrue(Priority.parse(text).isEmpty());
  }

  @Test
  void prioritiesAreOrderedByUrgency() {
    assertTrue(Priority.CRITICAL.compareTo(Priority.HIGH) < 0);
    assertTrue(Priority.HIGH.compareTo(Priority.MEDIUM) < 0);
    assertTrue(Priority.MEDIUM.compareTo(Priority.LOW) < 0);
    assertEquals("critical", Priority.CRITICAL.word());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TASK-20260204-132", "TASK-20260204-015-A", "a", "[x", "é/漢#🚀", "1.2"})
  void idIsTextWithoutSpaceOrClosingBracket(String text) {
    assertTrue(TaskId.isId(text));
    TaskId id = new TaskId(text);
    assertEquals(text, id.toString());
    assertTrue(id.isSafe());
    assertFalse(id.isTemplate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\tb", "a\nb", "a]", "a\u00A0b", "a\u2028b", "a\u3000b"})
  void otherTextIsNoId(String text) {
    assertFalse(TaskId.isId(text));
    assertThrows(IllegalArgumentException.class, () -> new TaskId(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A\u001B[31m",
        "A\u0000",
        "A\u0085B",
        "A\u202EB",
        "A\u200BB",
        "A\u2066B",
        "A\uFEFFB",
        "A-->B",
        "A--!>B",
        "A\uE000",
        "A\uD800",
        "A\u0378",
        "@ana",
        "tea/@ana-1",
        "A-***No_CI***",
      })
  void idsHarmfulToATerminalACommentOrATrailerAreUnsafe(String text) {
    if (TaskId.isId(text)) {
      assertFalse(new TaskId(text).isSafe());
    }
    assertFalse(TaskId.isSafeWord(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tea/#7", "GH-12", "ana@example.org", "A@", "**A**", "a_@b"})
  void harmlessIdsAreSafe(String text) {
    assertTrue(new TaskId(text).isSafe());
  }

  @Test
  void idIsSafeUpTo200Characters() {
    assertTrue(new TaskId("x".repeat(200)).isSafe());
    assertFalse(new TaskId("x".repeat(201)).isSafe());
  }

  @Test
  void idWithADatePlaceholderIsATemplate() {
    assertTrue(new TaskId("TASK-YYYYMMDD-001").isTemplate());
    assertFalse(new TaskId("TASK-yyyymmdd-001").isTemplate());
  }

  @Test
  void idsAreOrderedByTheirText() {
    assertTrue(new TaskId("A-1").compareTo(new TaskId("A-2")) < 0);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "Status, STATUS",
    "plan, PLAN",
    "Implementation Plan, PLAN",
    "ESTIMATED EFFORT, EFFORT",
    "Effort, EFFORT",
    "Estimate, EFFORT",
    "' Relevant Documentation ', DOCUMENTATION",
    "Documentation, DOCUMENTATION",
    "Dependencies, DEPENDENCIES",
    "Depends on, DEPENDENCIES",
  })
  void fieldIsFoundByItsNameOrASynonym(String label, FieldName name) {
    assertEquals(name, FieldName.of(label).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Plans", "Description", "Relevant Files", "Status:"})
  void otherLabelsAreNotFields(String label) {
    assertTrue(FieldName.of(label).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void fieldIsFoundByItsOwnLabel(FieldName name) {
    assertEquals(name, FieldName.of(name.label()).orElseThrow());
  }

  @Test
  void everyFindingHasAUniqueWordASeverityAndAHint() {
    Set<String> words = new HashSet<>();
    for (FindingCode code : FindingCode.values()) {
      assertTrue(words.add(code.word()));
      assertTrue(code.word().matches("[a-z]+(-[a-z]+)*"), code.word());
      assertFalse(code.hint().isEmpty());
      assertNotNull(code.severity().word());
    }
  }

  @Test
  void everyErrorHasAUniqueExitCode() {
    Set<Integer> codes = new HashSet<>();
    for (ErrorCode code : ErrorCode.values()) {
      assertTrue(codes.add(code.exitCode()));
      assertTrue(code.exitCode() >= 1 && code.exitCode() <= 9 && code.exitCode() != 3);
    }
    assertEquals("repository-state", ErrorCode.REPOSITORY_STATE.word());
  }

  @Test
  void exceptionOfAProblemHasItsMessageAndCause() {
    Problem problem = Problem.of(ErrorCode.USAGE, "no such type", "Name another.");
    Throwable cause = new IllegalStateException("x");
    assertEquals(problem, problem.refusal(cause).problem());
    assertEquals(cause, problem.refusal(cause).getCause());
    assertEquals("no such type", problem.refusal(cause).getMessage());
  }
}
