package dev.replenish.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.Task;
import dev.replenish.core.BoardFiles;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DependenciesTest {
  private static final Set<String> KNOWN =
      Set.of("A-1", "A-2", "TASK-20260204-015", "TASK-20260204-015-A", "odd/id", "(x)", "plain");

  private static List<String> of(String field) {
    String text = "## task_begin\n### # [id:Z-9] Title\n" + field + "\n## task_end\n";
    Task task = BoardFiles.backlog(text).board().backlog().tasks().get(0);
    return List.copyOf(Dependencies.of(task, KNOWN::contains));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "A-1|A-1",
        "A-1, A-2|A-1 A-2",
        "A-1,A-2|A-1 A-2",
        "A-2; A-1.|A-2 A-1",
        "`A-1` (done), **A-2**|A-1 A-2",
        "[A-1](#a-1) and [A-2]|A-1 A-2",
        "[id:A-1]|A-1",
        "#A-1|A-1",
        "A-1/A-2|A-1 A-2",
        "A-1+A-2 & plain|A-1 A-2 plain",
        "after A-1: it's needed|A-1",
        "TASK-20260204-015-A|TASK-20260204-015-A",
        "TASK-20260204-015.|TASK-20260204-015",
        "odd/id (x)|odd/id (x)",
        "B-7|B-7",
        "waits for B-7, B-8|B-7 B-8",
        "A-1 A-1|A-1",
        "\"A-1\"|A-1",
        "A-1 <!-- not A-2 -->|A-1",
      })
  void idsAreFoundInText(String value, String ids) {
    assertEquals(List.of(ids.split(" ")), of("**Dependencies:** " + value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "None",
        "none.",
        "N/A",
        "-",
        "",
        "docs/a-1.md",
        "TASK-YYYYMMDD-001",
        "lower-1",
        "A-",
        "-1",
        "NO-DIGIT",
        "https://example.org/A-7",
        "A1-2",
        "<!-- A-1 -->",
        "UTF-8, ISO-8601 and TLS-1.3",
      })
  void otherWordsAreNotIds(String value) {
    assertEquals(List.of(), of("**Dependencies:** " + value));
  }

  @Test
  void listMayNameSeveralDependencies() {
    assertEquals(List.of("A-1", "A-2"), of("**Depends on:**\n- A-1\n- A-2: the other one"));
  }

  @Test
  void taskWithoutFieldHasNoDependencies() {
    assertEquals(List.of(), of("A-1"));
  }
}
