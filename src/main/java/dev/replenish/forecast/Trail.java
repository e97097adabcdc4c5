package dev.replenish.forecast;

import dev.replenish.audit.AuditRecord;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The history of a board's tasks in its commits (docs/reference/forecast.md, "From the trail"). */
public final class Trail {
  /** The number of finished tasks that a simulation requires. */
  public static final int ENOUGH = 10;

  /** The number of past weeks that a simulation draws from. */
  public static final int RECENT = 12;

  private static final int DAYS_PER_WEEK = 7;
  private static final List<AuditRecord.Entry> NONE = List.of();

  private final List<FinishedTask> finished = new ArrayList<>();
  private final Map<String, LocalDate> begun = new HashMap<>();
  private final List<Week> weeks = new ArrayList<>();
  private final LocalDate thisWeek;

  /**
   * One of Replenish's own commits.
   *
   * @param commit the commit's id
   * @param day the author date
   * @param record the record in its message
   */
  public record Entry(String commit, LocalDate day, AuditRecord record) {}

  /**
   * A week of the calendar.
   *
   * @param monday its first day
   * @param finished the number of tasks finished in it
   * @param added the number of tasks added by a command
   */
  public record Week(LocalDate monday, int finished, int added) {}

  /**
   * The trail up to a day.
   *
   * @param entries the commits, oldest first
   * @param today the day; later commits are ignored
   */
  public Trail(List<Entry> entries, LocalDate today) {
    thisWeek = monday(today);
    List<Entry> past = entries.stream().filter(entry -> !entry.day().isAfter(today)).toList();
    Set<String> undone = undone(past);
    Map<String, FinishedTask> done = new LinkedHashMap<>();
    List<LocalDate> added = new ArrayList<>();
    for (Entry entry : past) {
      for (AuditRecord.Entry task :
          undone.contains(entry.commit()) ? NONE : entry.record().tasks()) {
        String id = task.id().value();
        switch (task.event()) {
          case ADDED -> added.add(entry.day());
          case PROMOTED, STARTED -> {
            begun.putIfAbsent(id, entry.day());
            done.remove(id);
          }
          case FINISHED -> {
            done.remove(id); // the last time is used
            done.put(id, new FinishedTask(id, task.title(), begun(id), entry.day()));
          }
          case REOPENED, RETURNED, RESTORED, REJECTED -> done.remove(id);
          default -> {}
        }
      }
    }
    finished.addAll(done.values());
    finished.sort(Comparator.comparing(FinishedTask::finished));
    past.stream().map(Entry::day).min(LocalDate::compareTo).ifPresent(day -> weeks(day, added));
  }

  /** The commits that other commits undo; a commit that is undone itself undoes nothing. */
  private static Set<String> undone(List<Entry> entries) {
    Set<String> undone = new HashSet<>();
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      if (!undone.contains(entry.commit())) {
        entry.record().undoes().ifPresent(undone::add);
      }
    }
    return undone;
  }

  private void weeks(LocalDate first, List<LocalDate> added) {
    Map<LocalDate, Integer> finishes = new HashMap<>();
    finished.forEach(task -> finishes.merge(monday(task.finished()), 1, Integer::sum));
    Map<LocalDate, Integer> additions = new HashMap<>();
    added.forEach(day -> additions.merge(monday(day), 1, Integer::sum));
    for (LocalDate week = monday(first); !week.isAfter(thisWeek); week = next(week)) {
      weeks.add(new Week(week, finishes.getOrDefault(week, 0), additions.getOrDefault(week, 0)));
    }
  }

  private static LocalDate next(LocalDate week) {
    return week.plusDays(DAYS_PER_WEEK);
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** The finished tasks in order of completion. */
  public List<FinishedTask> finished() {
    return List.copyOf(finished);
  }

  /** The day on which the task called {@code id} was first promoted or started. */
  public Optional<LocalDate> begun(String id) {
    return Optional.ofNullable(begun.get(id));
  }

  /** Every ISO week from the first commit to the present week, including weeks without events. */
  public List<Week> weeks() {
    return List.copyOf(weeks);
  }

  /** The number of further finished tasks that a simulation requires. */
  public int missing() {
    return Math.max(0, ENOUGH - finished.size());
  }

  /** The numbers of tasks finished in the last twelve complete weeks, the oldest first. */
  public List<Integer> recent() {
    List<Integer> completed = new ArrayList<>();
    for (Week week : weeks) {
      if (week.monday().isBefore(thisWeek)) {
        completed.add(week.finished());
      }
    }
    return List.copyOf(completed.subList(Math.max(0, completed.size() - RECENT), completed.size()));
  }

  /** A simulation from the recent weeks; empty if they are not enough. */
  public Optional<Simulation> simulation() {
    List<Integer> recent = recent();
    boolean known = missing() == 0 && recent.stream().anyMatch(week -> week > 0);
    return known ? Optional.of(new Simulation(recent)) : Optional.empty();
  }

  /** The median and the 85th percentile of the cycle times in days. */
  public Optional<Simulation.Likely<Integer>> cycleTime() {
    int[] days = finished.stream().flatMapToInt(task -> task.days().stream()).toArray();
    return days.length == 0
        ? Optional.empty()
        : Optional.of(
            new Simulation.Likely<>(
                NearestRank.of(days, Simulation.HALF), NearestRank.of(days, Simulation.SURE)));
  }
}
