package dev.replenish.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Priority;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

  private static Policy policy(int batchSize, int max) {
    Narrowing narrowing = new Narrowing(Optional.empty(), Optional.empty(), max);
    return new Policy(batchSize, Select.PRIORITY, false, Set.of(), true, true, narrowing);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 6})
  void sizes_out_of_range_are_refused(int size) {
    assertThrows(IllegalArgumentException.class, () -> policy(size, 5));
    assertThrows(IllegalArgumentException.class, () -> policy(5, size));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void sizes_from_one_to_five_are_taken(int size) {
    assertEquals(size, policy(size, size).batchSize());
  }

  @Test
  void a_policy_changes_in_one_place_only() {
    Policy listed = Policy.DEFAULT.with(Select.LISTED);
    assertEquals(Select.LISTED, listed.select());
    assertEquals(Policy.DEFAULT, listed.with(Select.PRIORITY));
    Narrowing low = new Narrowing(Optional.empty(), Optional.of(Priority.LOW), 1);
    assertEquals(low, Policy.DEFAULT.with(low).narrowing());
    assertTrue(low.isNarrow());
    assertFalse(Narrowing.NONE.isNarrow());
  }

  @Test
  void each_rule_knows_the_other() {
    assertEquals(Select.LISTED, Select.PRIORITY.other());
    assertEquals(Select.PRIORITY, Select.LISTED.other());
    assertEquals("listed", Select.LISTED.word());
    assertEquals("first-listed", Select.LISTED.reason());
  }

  @Test
  void there_are_four_reasons_to_do_nothing() {
    assertEquals("todo-full", Noop.TODO_FULL.word());
    assertEquals(4, Noop.values().length);
    for (Noop noop : Noop.values()) {
      assertFalse(noop.words().isEmpty());
    }
  }
}
