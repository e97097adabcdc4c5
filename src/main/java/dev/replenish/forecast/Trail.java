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

/**
 * What the commits of a board say about its pace (docs/reference/forecast.md, "From the trail").
 */
public final class Trail {
  /** So many finished tasks it takes to say anything. */
  public static final int ENOUGH = 10;

  /** As many weeks are drawn from. */
  public static final int RECENT = 12;

  private static final int DAYS_PER_WEEK = 7;

  private final List<FinishedTask> finished = new ArrayList<>();
  private final Map<String, LocalDate> begun = new HashMap<>();
  private final List<Week> weeks = new ArrayList<>();
  private final LocalDate thisWeek;

  /**
   * A commit of ours.
   *
   * @param commit its id
   * @param day its author's day
   * @param record what its message says
   */
  public record Entry(String commit, LocalDate day, AuditRecord record) {}

  /**
   * A week of the calendar.
   *
   * @param monday its first day
   * @param finished how many tasks were finished in it
   * @param added how many were added by command
   */
  public record Week(LocalDate monday, int finished, int added) {}

  /**
   * The trail up to a day.
   *
   * @param entries the commits, oldest first
   * @param today the day; later commits don't count
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
            done.remove(id); // the last time counts
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

  private static final List<AuditRecord.Entry> NONE = List.of();

  /** The commits that others take back; what takes back and is taken back itself does not count. */
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

  /** The finished tasks, the first finished first. */
  public List<FinishedTask> finished() {
    return List.copyOf(finished);
  }

  /** The day on which the task called {@code id} was first promoted or started. */
  public Optional<LocalDate> begun(String id) {
    return Optional.ofNullable(begun.get(id));
  }

  /** Every ISO week from the first commit on, the present one included; empty weeks, too. */
  public List<Week> weeks() {
    return List.copyOf(weeks);
  }

  /** How many more finished tasks it takes. */
  public int missing() {
    return Math.max(0, ENOUGH - finished.size());
  }

  /** What was finished in the last twelve weeks that are over, the oldest first. */
  public List<Integer> recent() {
    List<Integer> over = new ArrayList<>();
    for (Week week : weeks) {
      if (week.monday().isBefore(thisWeek)) {
        over.add(week.finished());
      }
    }
    return List.copyOf(over.subList(Math.max(0, over.size() - RECENT), over.size()));
  }

  /** Futures at this pace; empty where the trail does not suffice. */
  public Optional<Simulation> simulation() {
    List<Integer> recent = recent();
    boolean known = missing() == 0 && recent.stream().anyMatch(week -> week > 0);
    return known ? Optional.of(new Simulation(recent)) : Optional.empty();
  }

  /** The cycle times that half of the tasks, and 85 % of them, don't exceed, in days. */
  public Optional<Simulation.Likely<Integer>> cycleTime() {
    int[] days = finished.stream().flatMapToInt(task -> task.days().stream()).toArray();
    return days.length == 0
        ? Optional.empty()
        : Optional.of(
            new Simulation.Likely<>(
                NearestRank.of(days, Simulation.HALF), NearestRank.of(days, Simulation.SURE)));
  }
}
