package dev.replenish.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The exit code of several failures. */
class GravityTest {

  private static Problem problem(ErrorCode code) {
    return Problem.of(code, "x", "y");
  }

  @Test
  void everyCodeHasItsPlace() {
    assertEquals(EnumSet.allOf(ErrorCode.class), Set.copyOf(Gravity.ORDER));
    assertEquals(ErrorCode.values().length, Gravity.ORDER.size());
  }

  @Test
  void gravestCounts() {
    assertEquals(0, Gravity.exitCode(List.of()));
    assertEquals(
        6,
        Gravity.exitCode(
            List.of(
                problem(ErrorCode.CONFLICT),
                problem(ErrorCode.INVALID_DOCUMENT),
                problem(ErrorCode.LOCKED))));
    assertEquals(
        8, Gravity.exitCode(List.of(problem(ErrorCode.CONFLICT), problem(ErrorCode.LOCKED))));
  }
}
