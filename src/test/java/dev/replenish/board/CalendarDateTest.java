package dev.replenish.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as users write them. */
class CalendarDateTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-12-01",
        "2026/12/01",
        "2026.12.1",
        "2026-12-01 (Tuesday)",
        "2026-12-01T10:00",
        "**2026-12-01**",
        "<2026-12-01>",
        "1.12.2026",
        "01. 12. 2026",
        "1 Dec 2026",
        "1st of December 2026",
        "Dec 1, 2026",
        "December 1st 2026",
        "Tue, 1 Dec 2026",
        "by 2026-12-01"
      })
  void commonDateFormatsAreRead(String text) {
    assertEquals(Optional.of(DAY), CalendarDate.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "soon",
        "2026-02-30",
        "2026-13-01",
        "12/01/2026",
        "2026-12",
        "Q1 2027",
        "",
        "1 Foo 2026"
      })
  void otherTextIsNoDate(String text) {
    assertEquals(Optional.empty(), CalendarDate.parse(text));
  }

  @Test
  void dateIsWrittenWithTheNameOfItsMonth() {
    assertEquals("1 Dec 2026", CalendarDate.words(DAY));
  }
}
