package dev.replenish.index;

import dev.replenish.board.TaskId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Parses days in files and ids; without a {@code DateTimeFormatter}, which is slow to load. */
final class Days {
  private Days() {}

  /** The day that {@code value} begins with: {@code 2026-02-04}, also followed by a time. */
  static Optional<LocalDate> in(String value) {
    String text = value.replace("*", "").replace("`", "").strip();
    boolean dashed = text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
    boolean ends = text.length() <= 10 || !Character.isLetterOrDigit(text.charAt(10));
    boolean timed = text.length() > 10 && text.charAt(10) == 'T';
    return dashed && (ends || timed)
        ? day(text.substring(0, 4) + text.substring(5, 7) + text.substring(8, 10))
        : Optional.empty();
  }

  /** The day in an id such as {@code TASK-20260204-132}: eight digits between the first dashes. */
  static Optional<LocalDate> of(TaskId id) {
    String text = id.value();
    int dash = text.indexOf('-');
    int end = dash + 9;
    boolean dated = dash >= 0 && end < text.length() && text.charAt(end) == '-';
    return dated ? day(text.substring(dash + 1, end)) : Optional.empty();
  }

  private static Optional<LocalDate> day(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(digits, 0, 4, 10),
              Integer.parseInt(digits, 4, 6, 10),
              Integer.parseInt(digits, 6, 8, 10)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
