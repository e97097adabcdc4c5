package dev.replenish.forecast;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.forecast.Simulation.Likely;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A date with a chance of 85 % must hold in about 85 % of cases. Simulated teams finish 1 to 5
 * tasks a week, more or less evenly, for twelve weeks, and then 5 to 40 more tasks at the same
 * pace.
 */
@Tag("long")
class CalibrationTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
  private static final int HISTORIES = Integer.getInteger("replenish.calibrations", 200);
  private static final int WORKDAYS = 5;
  private static final long SEED = Long.getLong("replenish.calibrationSeed", 1);

  @Test
  void dateOf85PercentHoldsIn80To90PercentOfCases() {
    Random random = new Random(SEED);
    int held = 0;
    for (int i = 0; i < HISTORIES; i++) {
      held += new Team(random).holds() ? 1 : 0;
    }
    String summary = "seed " + SEED + ": the 85 % date held in " + held + " of " + HISTORIES;
    System.out.println(summary);
    assertTrue(held * 100 >= HISTORIES * 80 && held * 100 <= HISTORIES * 90, summary);
  }

  /** A simulated team with a random pace. */
  private static final class Team {
    private final Random random;
    private final double rate;
    private final double spread;

    Team(Random random) {
      this.random = random;
      this.rate = 1 + 4 * random.nextDouble();
      this.spread = 0.6 * random.nextDouble();
    }

    boolean holds() {
      List<Integer> past = past();
      int tasks = 5 + random.nextInt(36);
      Likely<Optional<LocalDate>> forecast =
          new Simulation(past).finish(tasks, TODAY, WorkCalendar.PLAIN);
      LocalDate end = WorkCalendar.PLAIN.last(TODAY, workdays(tasks));
      return forecast.sure().filter(sure -> !end.isAfter(sure)).isPresent();
    }

    /** Twelve weeks with at least ten finished tasks. */
    private List<Integer> past() {
      List<Integer> weeks = new ArrayList<>();
      while (weeks.stream().mapToInt(Integer::intValue).sum() < Trail.ENOUGH) {
        weeks.clear();
        for (int i = 0; i < Trail.RECENT; i++) {
          int sum = 0;
          for (int finished : week()) {
            sum += finished;
          }
          weeks.add(sum);
        }
      }
      return weeks;
    }

    private int workdays(int tasks) {
      int left = tasks;
      int days = 0;
      while (true) {
        for (int finished : week()) {
          days++;
          left -= finished;
          if (left <= 0) {
            return days;
          }
        }
      }
    }

    private int[] week() {
      double weekFactor = Math.exp(spread * random.nextGaussian() - spread * spread / 2);
      int[] days = new int[WORKDAYS];
      for (int i = 0; i < WORKDAYS; i++) {
        days[i] = poisson(rate * weekFactor / WORKDAYS);
      }
      return days;
    }

    private int poisson(double mean) {
      int count = 0;
      for (double p = random.nextDouble(); p > Math.exp(-mean); p *= random.nextDouble()) {
        count++;
      }
      return count;
    }
  }
}
