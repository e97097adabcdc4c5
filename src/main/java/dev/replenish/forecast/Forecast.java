package dev.replenish.forecast;

import dev.replenish.forecast.Schedule.Slot;
import dev.replenish.forecast.Simulation.Likely;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When a board's tasks will be finished (docs/reference/forecast.md).
 *
 * @param date the day from which on tasks are scheduled
 * @param calendar the working days
 * @param schedules a schedule of the tasks for each pace
 * @param blocked the tasks that wait for something outside
 * @param trail the history of finished tasks
 */
public record Forecast(
    LocalDate date,
    WorkCalendar calendar,
    List<Schedule> schedules,
    List<WorkItem> blocked,
    Trail trail) {

  /** The forecast of {@code scheduler} for one or more paces. */
  public static Forecast of(
      Scheduler scheduler, List<Pace> paces, LocalDate date, WorkCalendar calendar, Trail trail) {
    List<Schedule> schedules = paces.stream().map(scheduler::at).toList();
    return new Forecast(date, calendar, schedules, scheduler.blocked(), trail);
  }

  /** Copies the lists. */
  public Forecast {
    schedules = List.copyOf(schedules);
    blocked = List.copyOf(blocked);
  }

  /** The tasks in the order of the first pace. */
  public List<WorkItem> items() {
    return schedules.get(0).slots().stream().map(Slot::item).toList();
  }

  /** The tasks without an estimate: they are in the order, but count for no hours or days. */
  public List<WorkItem> unestimated() {
    return items().stream().filter(item -> item.hours().isEmpty()).toList();
  }

  /** The tasks that no batch will take unless something changes. */
  public List<WorkItem> held() {
    return schedules.get(0).held();
  }

  /** The hours of all tasks with an estimate. */
  public double hours() {
    return items().stream().mapToDouble(item -> item.hours().orElse(0.0)).sum();
  }

  /** The place of the task that begins on {@code line} of {@code path}, from 1; 0 for none. */
  public int place(String path, int line) {
    List<WorkItem> items = items();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).document().path().equals(path) && items.get(i).task().line() == line) {
        return i + 1;
      }
    }
    return 0;
  }

  /** The slots of {@code item}, one for each pace. */
  public List<Slot> slots(WorkItem item) {
    return schedules.stream().flatMap(schedule -> schedule.slot(item).stream()).toList();
  }

  /** When the first {@code tasks} tasks will be finished at the past pace, if that is known. */
  public Optional<Likely<Optional<LocalDate>>> finish(int tasks) {
    return tasks == 0
        ? Optional.empty()
        : trail.simulation().map(simulation -> simulation.finish(tasks, date, calendar));
  }

  /** How many tasks will be finished by {@code day} at the past pace, if that is known. */
  public Optional<Likely<Integer>> finished(LocalDate day) {
    int total = items().size();
    int workdays = calendar.workdays(date, day);
    return trail
        .simulation()
        .map(simulation -> simulation.finished(workdays))
        .map(l -> new Likely<>(Math.min(total, l.half()), Math.min(total, l.sure())));
  }
}
