package dev.replenish.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Futures drawn from the weeks of the past (docs/reference/forecast.md, "From the trail"). Twelve
 * weeks are few: that they came out as they did is chance, too. Each future therefore weighs them
 * anew (the Bayesian bootstrap) before it draws its weeks.
 */
public final class Simulation {
  /** How many futures are drawn. */
  public static final int FUTURES = 10_000;

  /** The two percentiles that are reported. */
  public static final int HALF = 50;

  public static final int SURE = 85;

  private static final long SEED = 0x5265706c656e6973L;
  private static final int WORKDAYS = 5;

  /** Ten years: what takes longer has no date. */
  private static final int MOST_WEEKS = 520;

  private static final int NEVER = MOST_WEEKS * WORKDAYS + 1;

  private final int[] weeks;

  /** Futures of the throughput of these weeks, of which one at least is not 0. */
  public Simulation(List<Integer> weeks) {
    this.weeks = weeks.stream().mapToInt(Integer::intValue).toArray();
    if (weeks.stream().allMatch(week -> week == 0)) {
      throw new IllegalArgumentException("no task was finished in these weeks");
    }
  }

  /**
   * When {@code tasks} tasks will be finished: with a chance of 50 % and of 85 %; empty where that
   * is more than ten years ahead.
   *
   * @param day the day on which work goes on
   */
  public Likely<Optional<LocalDate>> finish(int tasks, LocalDate day, WorkCalendar calendar) {
    int[] days = futures(chance -> workdays(tasks, weights(chance), chance));
    return new Likely<>(
        date(NearestRank.of(days, HALF), day, calendar),
        date(NearestRank.of(days, SURE), day, calendar));
  }

  private static Optional<LocalDate> date(int workdays, LocalDate day, WorkCalendar calendar) {
    return workdays == NEVER ? Optional.empty() : Optional.of(calendar.last(day, workdays));
  }

  /** How many tasks at least will be finished in so many working days, at 50 % and at 85 %. */
  public Likely<Integer> finished(int workdays) {
    int[] tasks = futures(chance -> tasks(workdays, weights(chance), chance));
    return new Likely<>(NearestRank.of(tasks, 100 - HALF), NearestRank.of(tasks, 100 - SURE));
  }

  private static int[] futures(ToIntFunction<Chance> future) {
    Chance chance = new Chance(SEED);
    return IntStream.range(0, FUTURES).map(i -> future.applyAsInt(chance)).toArray();
  }

  private int workdays(int tasks, double[] weights, Chance chance) {
    int left = tasks;
    for (int week = 0; week < MOST_WEEKS; week++) {
      int done = draw(weights, chance);
      if (done >= left) {
        int part = (left * WORKDAYS + done - 1) / Math.max(1, done);
        return Math.max(1, week * WORKDAYS + part);
      }
      left -= done;
    }
    return NEVER;
  }

  private int tasks(int workdays, double[] weights, Chance chance) {
    int tasks = 0;
    for (int left = Math.min(workdays, NEVER); left > 0; left -= WORKDAYS) {
      tasks += draw(weights, chance) * Math.min(left, WORKDAYS) / WORKDAYS;
    }
    return tasks;
  }

  /** What each week weighs in one future, added up. */
  private double[] weights(Chance chance) {
    double[] sums = new double[weeks.length];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += chance.exponential();
      sums[i] = sum;
    }
    return sums;
  }

  private int draw(double[] sums, Chance chance) {
    double at = chance.fraction() * sums[sums.length - 1];
    int i = 0;
    while (i < sums.length - 1 && sums[i] <= at) {
      i++;
    }
    return weeks[i];
  }

  /**
   * A figure with a chance of 50 % and one with a chance of 85 %.
   *
   * @param <T> what it is
   */
  public record Likely<T>(T half, T sure) {}
}
