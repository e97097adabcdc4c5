package dev.replenish.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Simulates futures by drawing weeks from the past (docs/reference/forecast.md, "From the trail").
 * Twelve weeks are a small sample, so each future first draws new weights for them (the Bayesian
 * bootstrap).
 */
public final class Simulation {
  /** The number of simulated futures. */
  public static final int FUTURES = 10_000;

  /** The two percentiles that are reported. */
  public static final int HALF = 50;

  public static final int SURE = 85;

  private static final long SEED = 0x5265706c656e6973L;
  private static final int WORKDAYS = 5;

  /** Ten years; anything that takes longer has no date. */
  private static final int MAX_WEEKS = 520;

  private static final int NEVER = MAX_WEEKS * WORKDAYS + 1;

  private final int[] weeks;

  /**
   * Simulates from the numbers of tasks finished in these weeks, of which one at least is not 0.
   */
  public Simulation(List<Integer> weeks) {
    this.weeks = weeks.stream().mapToInt(Integer::intValue).toArray();
    if (weeks.stream().allMatch(week -> week == 0)) {
      throw new IllegalArgumentException("no task was finished in these weeks");
    }
  }

  /**
   * When {@code tasks} tasks will be finished with a chance of 50 % and of 85 %; empty if that is
   * more than ten years ahead.
   *
   * @param day the first day of work
   */
  public Likely<Optional<LocalDate>> finish(int tasks, LocalDate day, WorkCalendar calendar) {
    int[] days = futures(random -> workdays(tasks, cumulativeWeights(random), random));
    return new Likely<>(
        date(NearestRank.of(days, HALF), day, calendar),
        date(NearestRank.of(days, SURE), day, calendar));
  }

  private static Optional<LocalDate> date(int workdays, LocalDate day, WorkCalendar calendar) {
    return workdays == NEVER ? Optional.empty() : Optional.of(calendar.last(day, workdays));
  }

  /** How many tasks will at least be finished in so many working days, at 50 % and at 85 %. */
  public Likely<Integer> finished(int workdays) {
    int[] tasks = futures(random -> tasks(workdays, cumulativeWeights(random), random));
    return new Likely<>(NearestRank.of(tasks, 100 - HALF), NearestRank.of(tasks, 100 - SURE));
  }

  private static int[] futures(ToIntFunction<Chance> future) {
    Chance random = new Chance(SEED);
    return IntStream.range(0, FUTURES).map(i -> future.applyAsInt(random)).toArray();
  }

  private int workdays(int tasks, double[] cumulativeWeights, Chance random) {
    int remaining = tasks;
    for (int week = 0; week < MAX_WEEKS; week++) {
      int done = draw(cumulativeWeights, random);
      if (done >= remaining) {
        int part = (remaining * WORKDAYS + done - 1) / Math.max(1, done);
        return Math.max(1, week * WORKDAYS + part);
      }
      remaining -= done;
    }
    return NEVER;
  }

  private int tasks(int workdays, double[] cumulativeWeights, Chance random) {
    int tasks = 0;
    for (int remaining = Math.min(workdays, NEVER); remaining > 0; remaining -= WORKDAYS) {
      tasks += draw(cumulativeWeights, random) * Math.min(remaining, WORKDAYS) / WORKDAYS;
    }
    return tasks;
  }

  /** The cumulative weights of the weeks in one future. */
  private double[] cumulativeWeights(Chance random) {
    double[] sums = new double[weeks.length];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += random.exponential();
      sums[i] = sum;
    }
    return sums;
  }

  private int draw(double[] sums, Chance random) {
    double at = random.fraction() * sums[sums.length - 1];
    int i = 0;
    while (i < sums.length - 1 && sums[i] <= at) {
      i++;
    }
    return weeks[i];
  }

  /**
   * A value with a chance of 50 % and a value with a chance of 85 %.
   *
   * @param <T> the type of the values
   */
  public record Likely<T>(T half, T sure) {}
}
