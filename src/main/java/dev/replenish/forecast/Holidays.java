package dev.replenish.forecast;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.text.Location;
import dev.replenish.text.OneLine;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a file of days off (docs/reference/forecast.md, "The calendar"). */
public final class Holidays {
  /** A line such as {@code 2026-12-24 .. 2027-01-01 Christmas}, also as a list item. */
  private static final Pattern LINE =
      Pattern.compile(
          "(?:[-*+] )?(\\d{4}-\\d{2}-\\d{2})(?: ?(?:\\.\\.|/) ?(\\d{4}-\\d{2}-\\d{2}))?(?: .*)?");

  private static final int LONGEST_RANGE = 366;

  /** The maximum number of days; a file with more is not a file of holidays. */
  private static final int MAX_DAYS = 10_000;

  private Holidays() {}

  /**
   * The days in {@code text}: one day or range per line, optionally followed by a name. Empty lines
   * and lines that begin with {@code #} are ignored.
   *
   * @param path the file, for messages
   * @throws dev.replenish.board.ProblemException {@code INVALID_DOCUMENT} for the first line of
   *     another form
   */
  public static Set<LocalDate> parse(String path, String text) {
    Set<LocalDate> days = new HashSet<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replace("\uFEFF", "").strip();
      if (!line.isEmpty()
          && !line.startsWith("#")
          && !(add(line, days) && days.size() <= MAX_DAYS)) {
        throw new ProblemException(
            ErrorCode.INVALID_DOCUMENT,
            new Location(path, i + 1, 0),
            "'" + OneLine.clean(line) + "' is not a date",
            "Write a day such as 2026-12-25, or a range of up to a year such as"
                + " 2026-12-24..2027-01-01; # begins a comment.");
      }
    }
    return days;
  }

  private static boolean add(String line, Set<LocalDate> days) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      return false;
    }
    try {
      LocalDate first = LocalDate.parse(matcher.group(1));
      LocalDate last = matcher.group(2) == null ? first : LocalDate.parse(matcher.group(2));
      if (last.isBefore(first) || first.plusDays(LONGEST_RANGE).isBefore(last)) {
        return false;
      }
      first.datesUntil(last.plusDays(1)).forEach(days::add);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
