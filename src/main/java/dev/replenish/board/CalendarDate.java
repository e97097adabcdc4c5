package dev.replenish.board;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as people write it into a field (docs/reference/format.md, "Dates"). */
public final class CalendarDate {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** Year first: {@code 2026-12-01}, also with slashes or dots, also followed by a time. */
  private static final Pattern YEAR_FIRST =
      Pattern.compile("^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)");

  private static final Pattern DOTTED =
      Pattern.compile("^(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})(?!\\d)");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?i)^(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)? ([a-z]{3,9})\\.?,? (\\d{4})(?!\\d)");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(?i)^([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)");

  /** What may precede the date: a preposition and the day of the week. */
  private static final Pattern PREFIX =
      Pattern.compile(
          "(?i)^(?:(?:by|on|until|before|from)\\s+)?"
              + "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?");

  private CalendarDate() {}

  /** The date that {@code text} begins with; empty if there is none, or it is not a real date. */
  public static Optional<LocalDate> parse(String text) {
    String plain = text.replaceAll("[*_`<>\\[\\]]", "").strip();
    String bare = PREFIX.matcher(plain).replaceFirst("");
    Matcher year = YEAR_FIRST.matcher(bare);
    if (year.find()) {
      return day(year.group(1), number(year.group(3)), year.group(4));
    }
    Matcher dotted = DOTTED.matcher(bare);
    if (dotted.find()) {
      return day(dotted.group(3), number(dotted.group(2)), dotted.group(1));
    }
    Matcher day = DAY_FIRST.matcher(bare);
    if (day.find()) {
      return day(day.group(3), month(day.group(2)), day.group(1));
    }
    Matcher month = MONTH_FIRST.matcher(bare);
    return month.find()
        ? day(month.group(3), month(month.group(1)), month.group(2))
        : Optional.empty();
  }

  /** The date in readable form: {@code 3 Dec 2026}. */
  public static String words(LocalDate day) {
    String month = MONTHS.get(day.getMonthValue() - 1);
    return day.getDayOfMonth()
        + " "
        + month.substring(0, 1).toUpperCase(Locale.ROOT)
        + month.substring(1)
        + " "
        + day.getYear();
  }

  /** The month's number from 1 to 12, or 0 for any other word. */
  private static int month(String word) {
    return MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static Optional<LocalDate> day(String year, int month, String day) {
    try {
      return Optional.of(LocalDate.of(number(year), month, number(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
