package dev.replenish.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The exit code of several failures. */
class FailureSeverityTest {

  private static Problem problem(ErrorCode code) {
    return Problem.of(code, "x", "y");
  }

  @Test
  void orderContainsEveryCodeOnce() {
    assertEquals(EnumSet.allOf(ErrorCode.class), Set.copyOf(FailureSeverity.ORDER));
    assertEquals(ErrorCode.values().length, FailureSeverity.ORDER.size());
  }

  @Test
  void mostSevereFailureDeterminesExitCode() {
    assertEquals(0, FailureSeverity.exitCode(List.of()));
    assertEquals(
        6,
        FailureSeverity.exitCode(
            List.of(
                problem(ErrorCode.CONFLICT),
                problem(ErrorCode.INVALID_DOCUMENT),
                problem(ErrorCode.LOCKED))));
    assertEquals(
        8,
        FailureSeverity.exitCode(List.of(problem(ErrorCode.CONFLICT), problem(ErrorCode.LOCKED))));
  }
}
