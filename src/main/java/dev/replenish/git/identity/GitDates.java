package dev.replenish.git.identity;

import dev.replenish.git.setup.GitProblems;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses dates as Git does for {@code GIT_AUTHOR_DATE}. */
public final class GitDates {
  /** The machine's time zone; only this class asks for it (see {@link JGitSystem}). */
  private static final TimeZone MACHINE = TimeZone.getDefault();

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Pattern POSIX_ZONE =
      Pattern.compile(
          "(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)([+-]?)(\\d{1,2})(?::(\\d{2})(?::(\\d{2}))?)?");

  private final String text;
  private final Matcher in;
  private @Nullable LocalDate date;
  private LocalTime time = LocalTime.MIDNIGHT;
  private @Nullable ZoneId zone;
  private int day;
  private int month;
  private int year;

  private GitDates(String text) {
    this.text = text;
    this.in = Pattern.compile("").matcher(text);
  }

  /**
   * Parses Git's own format ({@code @1770000000 +0100}), ISO 8601, RFC 2822, Git's default format,
   * and a date alone, which means its midnight. Text without a zone is read in {@code zone}.
   *
   * @param source where the text comes from, for the message
   */
  static ZonedDateTime parse(String text, String source, ZoneId zone) {
    try {
      ZonedDateTime epoch = epoch(text.strip(), zone);
      ZonedDateTime date = epoch != null ? epoch : new GitDates(text.strip()).parse(zone);
      if (date.toEpochSecond() < 0) {
        throw new DateTimeException("Git has no dates before 1970");
      }
      return date;
    } catch (DateTimeException | NumberFormatException e) {
      throw GitProblems.usage(
          source + " is not a date: '" + text + "'",
          "Write it like 2026-02-04, 2026-02-04T09:30:00+01:00 or '@1770193800 +0100'.");
    }
  }

  /** The date that {@code text} names. */
  public static LocalDate day(String text, String source, Map<String, String> env) {
    return parse(text, source, zone(env)).toLocalDate();
  }

  /** The author time: {@code date}, else {@code GIT_AUTHOR_DATE} of {@code env}, else now. */
  public static ZonedDateTime author(Optional<String> date, Map<String, String> env) {
    return date.isPresent()
        ? parse(date.get(), "--date", zone(env))
        : variable("GIT_AUTHOR_DATE", env);
  }

  /** The date in a variable of {@code env}, else now. */
  public static ZonedDateTime variable(String name, Map<String, String> env) {
    String given = env.getOrDefault(name, "");
    return given.isEmpty() ? now(env) : parse(given, name, zone(env));
  }

  /** The time zone that {@code TZ} names, else the machine's. */
  static ZoneId zone(Map<String, String> env) {
    String name = env.getOrDefault("TZ", "").replaceFirst("^:", "");
    try {
      return name.isEmpty() ? MACHINE.toZoneId() : named(name);
    } catch (DateTimeException e) {
      return MACHINE.toZoneId();
    }
  }

  /** A region, or a POSIX zone whose offset counts westwards: {@code UTC+3} is in America. */
  private static ZoneId named(String name) {
    Matcher posix = POSIX_ZONE.matcher(name);
    if (!posix.matches()) {
      ZoneId zone = ZoneId.of(name);
      return zone instanceof ZoneOffset ? ZoneOffset.UTC : zone; // a number alone names no zone
    }
    int west = posix.group(1).equals("-") ? -1 : 1;
    int seconds = 0;
    for (int i = 2; i <= 4; i++) {
      seconds = seconds * 60 + (posix.group(i) == null ? 0 : Integer.parseInt(posix.group(i)));
    }
    return ZoneOffset.ofTotalSeconds(-west * seconds);
  }

  /** The current time in the zone of {@link #zone}. */
  public static ZonedDateTime now(Map<String, String> env) {
    Instant now = Instant.now();
    return now.atZone(env.getOrDefault("TZ", "").isEmpty() ? offset(now) : zone(env));
  }

  /**
   * The machine's offset from UTC at one moment. Its zone would give the same, but takes a tenth of
   * a short run to load.
   */
  static ZoneOffset offset(Instant at) {
    return ZoneOffset.ofTotalSeconds(MACHINE.getOffset(at.toEpochMilli()) / 1000);
  }

  /**
   * Git's own format, {@code <unix-timestamp> <time-zone-offset>}; small numbers need the
   * {@code @}.
   */
  private static @Nullable ZonedDateTime epoch(String text, ZoneId zone) {
    Matcher m = Pattern.compile("(@?)(\\d{1,12})(?:\\s+([+-]\\d{4}))?").matcher(text);
    if (!m.matches() || (m.group(1).isEmpty() && m.group(2).length() < 9)) {
      return null;
    }
    Instant instant = Instant.ofEpochSecond(Long.parseLong(m.group(2)));
    return instant.atZone(m.group(3) == null ? zone : ZoneOffset.of(m.group(3)));
  }

  private ZonedDateTime parse(ZoneId defaultZone) {
    int at = 0;
    while (at < text.length()) {
      int end = token(at);
      if (end == at) {
        throw new DateTimeException(text);
      }
      at = end;
    }
    LocalDate on = date != null ? date : LocalDate.of(year, month, day);
    return ZonedDateTime.of(on, time, zone == null ? defaultZone : zone);
  }

  private int token(int at) {
    if (matches("[\\s,]+", at)) {
      return in.end();
    }
    if (matches("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:[Tt](?=\\d))?", at)) {
      date = LocalDate.of(number(1), number(3), number(4));
    } else if (matches("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})", at)) {
      date = LocalDate.of(number(3), number(2), number(1));
    } else if (matches("(\\d{1,2})/(\\d{1,2})/(\\d{4})", at)) {
      date = LocalDate.of(number(3), number(1), number(2));
    } else if (matches("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?", at)) {
      time = LocalTime.of(number(1), number(2), in.group(3) == null ? 0 : Math.min(59, number(3)));
    } else if (matches("[+-]\\d{2}(?::?\\d{2})?", at)) {
      zone = ZoneOffset.of(in.group());
    } else if (matches("(?:Z|UTC|GMT)\\b", at)) {
      zone = ZoneOffset.UTC;
    } else if (matches("(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*", at)) {
      return in.end(); // the weekday follows from the date
    } else if (matches("([a-z]{3})[a-z]*", at)) {
      month = MONTHS.indexOf(in.group(1).toLowerCase(Locale.ROOT)) + 1;
    } else if (matches("(\\d{4})", at)) {
      year = number(1);
    } else if (matches("(\\d{1,2})", at)) {
      day = number(1);
    } else {
      return at;
    }
    return in.end();
  }

  private boolean matches(String pattern, int at) {
    in.usePattern(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    in.region(at, text.length());
    in.useTransparentBounds(true);
    return in.lookingAt();
  }

  private int number(int group) {
    return Integer.parseInt(in.group(group));
  }
}
