package dev.replenish.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where strangers' backlogs tell a state (docs/reference/unmarked.md, "States"), in small. */
class ReadingStatesTest {
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
