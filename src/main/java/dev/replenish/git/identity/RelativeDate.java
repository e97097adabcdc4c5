package dev.replenish.git.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Parses times relative to now as Git does: {@code now}, {@code today}, {@code yesterday}, {@code 2
 * weeks ago}, {@code 1.year.2.months.ago}. JGit parses them too, but drops the zone of dates that
 * have one.
 */
public final class RelativeDate {
  private RelativeDate() {}

  /**
   * The moment that {@code text} names, relative to now or as a date in any form that Git reads.
   */
  public static Instant moment(String text, String source, Map<String, String> env) {
    ZoneId zone = GitDates.zone(env);
    return parse(text, ZonedDateTime.now(zone))
        .orElseGet(() -> GitDates.parse(text, source, zone))
        .toInstant();
  }

  /** The time that {@code text} means; empty if it is not relative to now. */
  static Optional<ZonedDateTime> parse(String text, ZonedDateTime now) {
    String words = text.strip().toLowerCase(Locale.ROOT).replaceAll("[.\\s]+", " ");
    return switch (words) {
      case "now" -> Optional.of(now);
      case "today", "midnight" -> Optional.of(now.truncatedTo(ChronoUnit.DAYS));
      case "yesterday" -> Optional.of(now.minusDays(1));
      default -> steps(words.split(" "), now);
    };
  }

  /** Subtracts pairs of a number and a unit; the final "ago" is optional. */
  private static Optional<ZonedDateTime> steps(String[] words, ZonedDateTime now) {
    int end = words[words.length - 1].equals("ago") ? words.length - 1 : words.length;
    if (end < 2 || end % 2 == 1) {
      return Optional.empty();
    }
    ZonedDateTime time = now;
    try {
      for (int i = 0; i < end; i += 2) {
        Optional<ZonedDateTime> earlier = step(time, Integer.parseInt(words[i]), words[i + 1]);
        if (earlier.isEmpty()) {
          return earlier;
        }
        time = earlier.get();
      }
      return Optional.of(time);
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<ZonedDateTime> step(ZonedDateTime from, int count, String unit) {
    return switch (unit.replaceFirst("s$", "")) {
      case "year" -> Optional.of(from.minusYears(count));
      case "month" -> Optional.of(from.minusMonths(count));
      case "week" -> Optional.of(from.minusWeeks(count));
      case "day" -> Optional.of(from.minusDays(count));
      case "hour" -> Optional.of(from.minusHours(count));
      case "minute" -> Optional.of(from.minusMinutes(count));
      case "second" -> Optional.of(from.minusSeconds(count));
      default -> Optional.empty();
    };
  }
}
