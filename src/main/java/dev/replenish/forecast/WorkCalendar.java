package dev.replenish.forecast;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The working days: Monday to Friday except holidays (docs/reference/forecast.md, "The calendar").
 *
 * @param holidays days off besides weekends
 */
public record WorkCalendar(Set<LocalDate> holidays) {
  /** A calendar without holidays. */
  public static final WorkCalendar PLAIN = new WorkCalendar(Set.of());

  /** Copies the days. */
  public WorkCalendar {
    holidays = Set.copyOf(holidays);
  }

  /** Whether {@code day} is a working day. */
  public boolean isWorkday(LocalDate day) {
    return day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue() && !holidays.contains(day);
  }

  /** The first working day on or after {@code day}. */
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

  /** The last of {@code days} working days, at least 1, that begin on or after {@code day}. */
  public LocalDate last(LocalDate day, int days) {
    LocalDate last = from(day);
    for (int i = 1; i < days; i++) {
      last = after(last);
    }
    return last;
  }

  /** The number of working days from {@code first} to {@code last}, both included. */
  public int workdays(LocalDate first, LocalDate last) {
    int days = 0;
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      days += isWorkday(day) ? 1 : 0;
    }
    return days;
  }
}
