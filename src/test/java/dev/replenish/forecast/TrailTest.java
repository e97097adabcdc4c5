package dev.replenish.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.audit.AuditRecord;
import dev.replenish.forecast.Simulation.Likely;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrailTest {
  private final List<Trail.Entry> entries = new ArrayList<>();

  /** A commit of that day, with trailers such as {@code Done: A-1}; its id is its number. */
  private void commit(String day, String... trailers) {
    StringBuilder message = new StringBuilder("chore(todo): x\n\nReplenish-Board: .\n");
    for (String trailer : trailers) {
      message.append("Replenish-").append(trailer).append('\n');
    }
    String id = String.format("%040d", entries.size());
    AuditRecord record = AuditRecord.of(message.toString()).orElseThrow();
    entries.add(new Trail.Entry(id, LocalDate.parse(day), record));
  }

  private Trail on(String day) {
    return new Trail(entries, LocalDate.parse(day));
  }

  @Test
  void cycleTimeRunsFromFirstPromotionToLastFinish() {
    commit("2026-02-02", "Task: A-1", "Task: A-2");
    commit("2026-02-04", "Done: A-1");
    commit("2026-02-05", "Started: A-1");
    commit("2026-02-12", "Done: A-1");
    commit("2026-02-12", "Started: A-3");
    commit("2026-02-12", "Done: A-2", "Done: A-3", "Done: A-4");
    Trail trail = on("2026-02-13");
    List<String> days = trail.finished().stream().map(t -> t.id() + " " + t.days()).toList();
    assertEquals(
        List.of(
            "A-1 OptionalInt[10]",
            "A-2 OptionalInt[10]",
            "A-3 OptionalInt[0]",
            "A-4 OptionalInt.empty"),
        days);
    assertEquals(Optional.of(new Likely<>(10, 10)), trail.cycleTime());
  }

  @Test
  void emptyWeeksCountAndCurrentWeekDoesNot() {
    commit("2026-02-04", "Added: A-1", "Task: A-1");
    commit("2026-02-08", "Done: A-1"); // a Sunday
    commit("2026-02-23", "Done: A-2", "Done: A-3");
    Trail trail = on("2026-03-01");
    assertEquals(
        List.of("2026-02-02 1 1", "2026-02-09 0 0", "2026-02-16 0 0", "2026-02-23 2 0"),
        trail.weeks().stream()
            .map(week -> week.monday() + " " + week.finished() + " " + week.added())
            .toList());
    assertEquals(List.of(1, 0, 0), trail.recent());
    assertEquals(List.of(1, 0, 0, 2), on("2026-03-02").recent());
  }

  @Test
  void onlyLastTwelveWeeksAreUsed() {
    commit("2026-01-05", "Done: A-1");
    assertEquals(Trail.RECENT, on("2026-12-01").recent().size());
  }

  @Test
  void undoneCommitsDoNotCount() {
    commit("2026-02-02", "Task: A-1");
    commit("2026-02-03", "Done: A-1");
    commit("2026-02-04", "Undo: " + "0".repeat(39) + "1");
    assertEquals(List.of(), on("2026-02-05").finished());
    commit("2026-02-05", "Undo: " + "0".repeat(39) + "2");
    assertEquals(1, on("2026-02-05").finished().size());
  }

  @Test
  void commitsAfterGivenDayDoNotCount() {
    commit("2026-02-02", "Done: A-1");
    commit("2026-02-09", "Done: A-2");
    assertEquals(1, on("2026-02-08").finished().size());
    assertEquals(Trail.ENOUGH - 1, on("2026-02-08").missing());
  }

  @Test
  void simulationNeedsTenFinishedTasks() {
    for (int i = 1; i < Trail.ENOUGH; i++) {
      commit("2026-02-04", "Done: A-" + i);
    }
    assertEquals(Optional.empty(), on("2026-02-10").simulation());
    commit("2026-02-05", "Done: A-10");
    assertEquals(0, on("2026-02-10").missing());
    assertEquals(true, on("2026-02-10").simulation().isPresent());
    assertEquals(Optional.empty(), on("2026-02-06").simulation()); // no week is over yet
    assertEquals(Optional.empty(), on("2026-12-10").simulation()); // all finished tasks are too old
  }

  @Test
  void emptyTrailHasNoWeeksAndNoCycleTime() {
    Trail trail = on("2026-02-06");
    assertEquals(List.of(), trail.weeks());
    assertEquals(Optional.empty(), trail.cycleTime());
    assertEquals(Trail.ENOUGH, trail.missing());
  }
}
