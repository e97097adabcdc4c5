package dev.replenish.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Priority;
import dev.replenish.core.BoardFiles;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

  private static Policy policy(int batchSize, int max) {
    BatchFilter narrowing = new BatchFilter(Optional.empty(), Optional.empty(), max);
    return BoardFiles.policy(batchSize, narrowing);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 6})
  void sizesOutOfRangeAreRefused(int size) {
    assertThrows(IllegalArgumentException.class, () -> policy(size, 5));
    assertThrows(IllegalArgumentException.class, () -> policy(5, size));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void sizesFromOneToFiveAreAccepted(int size) {
    assertEquals(size, policy(size, size).batchSize());
  }

  @Test
  void changedPolicyDiffersInOneValueOnly() {
    LocalDate day = LocalDate.of(2026, 2, 4);
    assertEquals(day, Policy.DEFAULT.on(day).today());
    assertEquals(Policy.DEFAULT, Policy.DEFAULT.on(day).on(Policy.DEFAULT.today()));
    assertEquals(Set.of(), Policy.DEFAULT.requiring(Set.of()).require());
    assertEquals(Policy.DEFAULT, Policy.DEFAULT.requiring(Set.of()).requiring(Policy.REQUIRED));
  }

  @Test
  void filterThatExcludesGroupsIsNarrow() {
    BatchFilter low = new BatchFilter(Optional.empty(), Optional.of(Priority.LOW), 1);
    assertTrue(low.isNarrow());
    assertFalse(BatchFilter.NONE.isNarrow());
  }

  @Test
  void eachRuleHasTheOtherAsAlternative() {
    assertEquals(SelectionRule.LISTED, SelectionRule.PRIORITY.other());
    assertEquals(SelectionRule.PRIORITY, SelectionRule.LISTED.other());
    assertEquals("listed", SelectionRule.LISTED.word());
    assertEquals("first-listed", SelectionRule.LISTED.reason());
  }

  @Test
  void thereAreFourReasonsToDoNothing() {
    assertEquals("todo-full", NothingToDo.TODO_FULL.word());
    assertEquals(4, NothingToDo.values().length);
  }
}
