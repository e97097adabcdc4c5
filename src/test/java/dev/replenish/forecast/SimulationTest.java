package dev.replenish.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.forecast.Simulation.Likely;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

  private static Likely<Optional<LocalDate>> finish(List<Integer> weeks, int tasks) {
    return new Simulation(weeks).finish(tasks, MONDAY, WorkCalendar.PLAIN);
  }

  private static Likely<Optional<LocalDate>> days(String half, String sure) {
    return new Likely<>(Optional.of(LocalDate.parse(half)), Optional.of(LocalDate.parse(sure)));
  }

  @Test
  void evenPaceGivesOneDateForAllChances() {
    assertEquals(days("2026-03-13", "2026-03-13"), finish(List.of(5, 5, 5, 5), 10));
    assertEquals(new Likely<>(7, 7), new Simulation(List.of(5, 5, 5)).finished(7));
  }

  /** Fixed values: every version of Java and every machine must give the same forecast. */
  @Test
  void sameFilesGiveSameDatesEverywhere() {
    List<Integer> weeks = List.of(0, 3, 1, 4, 0, 2, 2, 5, 1, 0, 3, 2);
    assertEquals(days("2026-05-27", "2026-07-02"), finish(weeks, 24));
    assertEquals(finish(weeks, 24), finish(weeks, 24));
    assertEquals(new Likely<>(7, 4), new Simulation(weeks).finished(20));
  }

  @Test
  void holidaysPostponeDate() {
    WorkCalendar calendar = new WorkCalendar(Holidays.parse("h", "2026-03-09..2026-03-13"));
    assertEquals(
        Optional.of(LocalDate.parse("2026-03-20")),
        new Simulation(List.of(5)).finish(10, MONDAY, calendar).sure());
  }

  @Test
  void workOfMoreThanTenYearsHasNoDate() {
    assertEquals(Optional.empty(), finish(List.of(1), 10_000).half());
  }

  @Test
  void singleProductiveWeekMakesForecastUncertain() {
    Likely<Optional<LocalDate>> likely = finish(List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10), 10);
    assertTrue(likely.sure().orElseThrow().isAfter(likely.half().orElseThrow().plusWeeks(4)));
  }

  @Test
  void simulationNeedsWeeksWithFinishedTasks() {
    assertThrows(IllegalArgumentException.class, () -> new Simulation(List.of(0, 0)));
    assertThrows(IllegalArgumentException.class, () -> new Simulation(List.of()));
  }
}
