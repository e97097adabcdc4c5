package dev.replenish.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where strangers' backlogs tell a state (docs/reference/unmarked.md, "States"), in small. */
class ReadingStatesTest {
  @Test
  void aStateWhereTheUrgencyWasIsAState() {
    opens(
        """
        | Task | Priority | Description |
        |------|----------|-------------|
        | **K-089** | 🟢 Done | Mend the kettle |
        | **K-090** | 🔴 High | Buy cups |
        | **K-091** | Done | Sweep the floor |
        | **K-092** | Next | Clean the flue |
        """,
        4,
        6);
  }

  @Test
  void aTickBehindANumberMeansThatItIsDone() {
    opens(
        """
        | # | Description | Difficulty |
        |---|-------------|------------|
        | 1 X | Weigh the flour | Easy |
        | 2 | Sieve the flour | Easy |
        | 3 x | Heat the oven | Hard |
        | 4 | Bake the rolls | Easy |
        """,
        4,
        6);
  }

  @Test
  void aStateOfSeveralPartsThatEndsOpenIsOpen() {
    opens(
        """
        | ID | Task | Status |
        |----|------|--------|
        | K-01 | Mend the kettle | drawn, not started |
        | K-02 | Buy cups | 规划，未开始 |
        | K-03 | Sweep the floor | blocked, not started |
        | K-04 | Clean the flue | deferred to May, open |
        | K-05 | Oil the hinge | swept, all well |
        """,
        3,
        4);
  }

  @Test
  void aStatusInItalicsIsAStatus() {
    opens(
        """
        # Backlog

        ### K-01: Mend the kettle
        *Status: **Parked** — not before May.*

        It leaks.

        ### K-02: Buy cups
        *Status: open.*

        Six of them.

        ### K-03: Sweep the floor
        _Status: Half of it went well! The rest is wet._

        Each day.
        """,
        8);
  }

  private static void opens(String text, Integer... lines) {
    assertEquals(List.of(lines), ReadingCuesTest.open(text));
  }
}
