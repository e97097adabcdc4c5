package dev.replenish.app.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ids as users type them. */
class ShortIdTest {
  private static final List<String> IDS =
      List.of("TASK-20260105-003", "TASK-20260105-010", "TASK-1", "TASK-10", "Sail-2", "sail-2b");

  @ParameterizedTest
  @CsvSource({
    "TASK-1, TASK-1",
    "task-1, TASK-1",
    "TASK-20260105-003, TASK-20260105-003",
    "003, TASK-20260105-003",
    "20260105-003, TASK-20260105-003",
    "10, TASK-10",
    "SAIL-2, Sail-2",
    "sail-2B, sail-2b",
  })
  void shortIdMatchesOneTask(String word, String id) {
    assertEquals(id, ShortId.resolve(word, IDS).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"TASK-100", "TASK-2026", "3", "0105-003", "ail-2", "''"})
  void otherWordMatchesNoTask(String word) {
    assertTrue(ShortId.resolve(word, IDS).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"TASK", "sail", "TASK-20260105", "task-"})
  void ambiguousIdIsRefused(String word) {
    ProblemException refusal =
        assertThrows(ProblemException.class, () -> ShortId.resolve(word, IDS));
    assertEquals(ErrorCode.USAGE, refusal.problem().code());
  }

  @Test
  void numberIsNotMatchedByItsBeginning() {
    assertTrue(ShortId.resolve("TASK-1", List.of("TASK-10")).isEmpty());
    assertTrue(ShortId.resolve("2026", List.of("20260105")).isEmpty());
  }

  @Test
  void keyOfATaskWithoutAnIdIsMatchedByItsBeginning() {
    assertEquals(
        "0a0873cd", ShortId.resolve("0a08", List.of("0a0873cd", "32eb1f00")).orElseThrow());
  }
}
