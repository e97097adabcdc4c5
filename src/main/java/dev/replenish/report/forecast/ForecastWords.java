package dev.replenish.report.forecast;

import dev.replenish.app.board.TaskFinder;
import dev.replenish.board.Status;
import dev.replenish.forecast.Forecast;
import dev.replenish.forecast.Schedule;
import dev.replenish.forecast.Schedule.Slot;
import dev.replenish.forecast.Trail;
import dev.replenish.forecast.WorkItem;
import dev.replenish.report.Text;
import dev.replenish.rules.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A forecast in words, for terminals and pages. */
public final class ForecastWords {
  private ForecastWords() {}

  /** {@code 16 tasks, 197 h: 66 working days at 3 h a day (by 2026-05-05), ...}. */
  public static String total(Forecast forecast) {
    List<String> paces = new ArrayList<>();
    for (Schedule schedule : forecast.schedules()) {
      String by = schedule.end().map(day -> " (" + day + ")").orElse("");
      paces.add(Text.count(schedule.days(), "day") + " at " + schedule.pace().words() + " h" + by);
    }
    String what = tasks(forecast.items().size());
    if (forecast.items().stream().noneMatch(item -> item.hours().isPresent())) {
      return forecast.items().isEmpty() ? what : what + " without an estimate";
    }
    what += ", " + hours(forecast.hours()) + " h";
    return forecast.hours() == 0 ? what : what + ": " + String.join(", ", paces);
  }

  /** When all tasks will be finished at the pace of the trail, or why that is unknown. */
  public static String pace(Forecast forecast) {
    return finish(forecast, forecast.items().size());
  }

  /** When all tasks will be finished at the pace of the trail, if that is known. */
  public static Optional<String> knownPace(Forecast forecast) {
    return whyNoPace(forecast.trail()).isPresent() ? Optional.empty() : Optional.of(pace(forecast));
  }

  /**
   * The tasks that no total contains: {@code Not in these figures: 2 blocked, 1 without an
   * estimate.}.
   */
  public static Optional<String> excluded(Forecast forecast) {
    List<String> excluded = new ArrayList<>();
    count(forecast.blocked(), "blocked", excluded);
    count(forecast.unestimated(), "without an estimate", excluded);
    count(forecast.held(), "not ready to be promoted", excluded);
    return excluded.isEmpty()
        ? Optional.empty()
        : Optional.of("Not in these figures: " + String.join(", ", excluded) + ".");
  }

  private static void count(List<WorkItem> items, String what, List<String> excluded) {
    if (!items.isEmpty()) {
      excluded.add(tasks(items.size()) + " " + what);
    }
  }

  static String finish(Forecast forecast, int tasks) {
    return whyNoPace(forecast.trail())
        .orElseGet(
            () ->
                recent(forecast.trail())
                    + forecast
                        .finish(tasks)
                        .map(likely -> ": finished by " + likely(likely.half(), likely.sure()))
                        .orElse(""));
  }

  static String finished(Forecast forecast, LocalDate day) {
    return whyNoPace(forecast.trail())
        .orElseGet(
            () ->
                recent(forecast.trail())
                    + forecast
                        .finished(day)
                        .map(l -> ": " + chances(tasks(l.half()), tasks(l.sure()) + " or more"))
                        .orElse("")
                    + " by "
                    + day);
  }

  /** {@code 23 tasks finished in the last 12 weeks}. */
  private static String recent(Trail trail) {
    List<Integer> weeks = trail.recent();
    int sum = weeks.stream().mapToInt(Integer::intValue).sum();
    String last = weeks.size() == 1 ? "the last week" : "the last " + weeks.size() + " weeks";
    return tasks(sum) + " finished in " + last;
  }

  private static String likely(Optional<LocalDate> half, Optional<LocalDate> sure) {
    String never = "no day within ten years";
    return chances(
        half.map(LocalDate::toString).orElse(never), sure.map(LocalDate::toString).orElse(never));
  }

  private static String chances(String half, String sure) {
    return half + " with a chance of 50 %, " + sure + " with one of 85 %";
  }

  /** Why the trail allows no forecast; empty if it allows one. */
  private static Optional<String> whyNoPace(Trail trail) {
    if (trail.missing() > 0) {
      String done = tasks(trail.finished().size()) + " finished so far; ";
      return Optional.of(done + trail.missing() + " more are needed for a forecast by pace");
    }
    return trail.simulation().isPresent()
        ? Optional.empty()
        : Optional.of("no task was finished in the last full weeks, so there is no pace");
  }

  /** Why a task has no date. */
  static String whyNot(Forecast forecast, TaskFinder.Found found) {
    Optional<Status> status = found.task().details().status();
    if (status.filter(known -> !known.isActive()).isPresent()) {
      return "It is " + status.get().word() + " already.";
    }
    for (WorkItem item : forecast.held()) {
      if (item.task().line() == found.task().line()) {
        return "It is not ready to be promoted: " + Reason.words(item.reasons()) + ".";
      }
    }
    return status.filter(Status.BLOCKED::equals).isPresent()
        ? "It is blocked, so it has no date."
        : "It has no date.";
  }

  /** {@code 4 days, 2026-02-04 to 2026-02-09}. */
  static String days(Slot slot) {
    if (slot.first().isEmpty()) {
      return "unknown, it has no estimate";
    }
    String days = Text.count(slot.days(), "day") + ", ";
    String first = slot.first().get().toString();
    String late = slot.isLate() ? ", which is late" : "";
    return days + (slot.days() == 1 ? first : first + " to " + slot.last().orElseThrow()) + late;
  }

  static String hours(WorkItem item) {
    return item.hours().map(ForecastWords::hours).orElse("?");
  }

  /** A number with at most two decimals. */
  public static String hours(double hours) {
    BigDecimal number = BigDecimal.valueOf(hours).setScale(2, RoundingMode.HALF_UP);
    return number.stripTrailingZeros().toPlainString();
  }

  /** {@code 1 task}, {@code 2 tasks}. */
  public static String tasks(int count) {
    return Text.count(count, "task");
  }
}
