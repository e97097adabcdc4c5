package dev.replenish.forecast;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The days on which work is done: Monday to Friday without holidays (docs/reference/forecast.md,
 * "The calendar").
 *
 * @param holidays days off besides weekends
 */
public record WorkCalendar(Set<LocalDate> holidays) {
  /** Weekends are off, and nothing else. */
  public static final WorkCalendar PLAIN = new WorkCalendar(Set.of());

  /** Copies the days. */
  public WorkCalendar {
    holidays = Set.copyOf(holidays);
  }

  /** Whether work is done on {@code day}. */
  public boolean isWorkday(LocalDate day) {
    return day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue() && !holidays.contains(day);
  }

  /** The first working day that is not before {@code day}. */
  public LocalDate from(LocalDate day) {
    LocalDate first = day;
    while (!isWorkday(first)) {
      first = first.plusDays(1);
    }
    return first;
  }

  /** The first working day after {@code day}. */
  public LocalDate after(LocalDate day) {
    return from(day.plusDays(1));
  }

  /**
   * The last of {@code days} working days, 1 or more, of which the first is not before {@code day}.
   */
  public LocalDate last(LocalDate day, int days) {
    LocalDate last = from(day);
    for (int i = 1; i < days; i++) {
      last = after(last);
    }
    return last;
  }

  /** How many working days there are from {@code first} to {@code last}, both included. */
  public int workdays(LocalDate first, LocalDate last) {
    int days = 0;
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      days += isWorkday(day) ? 1 : 0;
    }
    return days;
  }
}
