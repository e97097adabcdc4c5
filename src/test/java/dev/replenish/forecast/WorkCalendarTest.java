package dev.replenish.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.replenish.board.ProblemException;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkCalendarTest {
  private static final LocalDate FRIDAY = LocalDate.parse("2026-12-18");

  @Test
  void weekendsAreOff() {
    assertEquals(LocalDate.parse("2026-12-21"), WorkCalendar.PLAIN.after(FRIDAY));
    assertEquals(FRIDAY, WorkCalendar.PLAIN.last(FRIDAY, 1));
    assertEquals(LocalDate.parse("2026-12-25"), WorkCalendar.PLAIN.last(FRIDAY, 6));
    assertEquals(6, WorkCalendar.PLAIN.workdays(FRIDAY, LocalDate.parse("2026-12-27")));
  }

  @Test
  void holidaysAreOff() {
    String file =
        "# Days off\n\n- 2026-12-21 Solstice\r\n2026-12-24..2027-01-01 Christmas\n2027-01-06";
    Set<LocalDate> days = Holidays.parse("holidays.txt", file);
    assertEquals(11, days.size());
    WorkCalendar calendar = new WorkCalendar(days);
    assertEquals(LocalDate.parse("2026-12-22"), calendar.after(FRIDAY));
    assertEquals(LocalDate.parse("2027-01-07"), calendar.last(FRIDAY, 6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Christmas",
        "24.12.2026",
        "2026-02-30",
        "2026-12-24..2026-12-01",
        "2026-01-01..2999-01-01"
      })
  void lineWithoutValidDayIsReported(String line) {
    ProblemException refusal =
        assertThrows(
            ProblemException.class, () -> Holidays.parse("holidays.txt", "2026-12-24\n" + line));
    assertEquals("holidays.txt:2", String.valueOf(refusal.problem().where()));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 12, 4",
    "3, 10, 3",
    "3, 4, 1",
    "2, 5, 3",
    "3, 0.25, 1",
    "1, 0.5, 1",
    "1.5, 3, 2",
    "24, 1000000000, 41666667"
  })
  void daysAreRoundedHalfUp(String pace, double hours, int days) {
    assertEquals(days, Pace.parse(pace).get(0).days(hours));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "25", "3,", "a", "1,2,3,4,5,6", "1e1", "3;2"})
  void invalidPaceIsRefused(String paces) {
    assertThrows(ProblemException.class, () -> Pace.parse(paces));
  }

  @Test
  void percentilesUseNearestRank() {
    int[] values = {9, 1, 2, 3, 4, 5, 6, 7, 8, 10};
    assertEquals(5, NearestRank.of(values, 50));
    assertEquals(9, NearestRank.of(values, 85));
    assertEquals(1, NearestRank.of(values, 0));
    assertEquals(7, NearestRank.of(new int[] {7}, 85));
    assertEquals(9, values[0]); // the input is not changed
  }
}
