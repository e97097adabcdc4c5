package dev.replenish.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses amounts of work such as {@code 2 days}, {@code 1-2 h} or {@code half a day}
 * (docs/reference/format.md, "Effort in hours").
 */
final class EffortText {
  private static final int MINUTES_PER_HOUR = 60;
  private static final int DAYS_PER_WEEK = 5;

  /** The minutes of each unit; a negative value is a number of days. */
  private static final Map<String, Integer> UNITS = new HashMap<>();

  static {
    units(1, "m min mins minute minutes minuten minuti minutos minuta minut мин минут 分 分钟 分鐘");
    units(
        MINUTES_PER_HOUR,
        "h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur uren godz"
            + " godzina godziny godzin saat час часа часов ч jam 小时 小時 時間 시간");
    units(
        -1,
        "d day days tag tage tagen pt jour jours día días dia dias giorno giorni dag dagen dzień"
            + " dni gün день дня дней hari 天 日 일");
    units(
        -DAYS_PER_WEEK,
        "w wk wks week weeks woche wochen semaine semaines semana semanas settimana settimane weken"
            + " tydzień tygodnie tygodni hafta неделя недели недель minggu 周 週 週間 星期 주");
  }

  private static final List<String> NUMBERS =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
  private static final String FRACTIONS = "½¼¾⅓⅔";
  private static final double[] FRACTION_VALUES = {0.5, 0.25, 0.75, 1.0 / 3, 2.0 / 3};
  private static final String NUMBER =
      "(?:\\d{1,6} \\d/\\d|\\d/\\d|\\d{0,6}["
          + FRACTIONS
          + "]|\\d{1,6}(?:[.,]\\d{1,3})?(?![\\d/])"
          + "|half(?: an?)?|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten)(?= )"
          + "(?: half(?= ))?)";
  private static final String ADJECTIVE =
      "(?:(?:person|man|working|work|business|dev|developer|engineer|engineering|focused|ideal|full"
          + "|calendar)[- ]?)?";
  private static final Pattern TERM =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\d.,/])("
              + NUMBER
              + ")\\+?(?:\\s*(?:-|–|—|\\.\\.|\\bto\\b|\\bor\\b|\\bbis\\b|à)\\s*[~≈<≤]?("
              + NUMBER
              + "))?( and a half)?[\\s-]*"
              + ADJECTIVE
              + "(\\p{L}{1,10})(?:\\(s\\))?(?!\\p{L})");
  private static final Pattern RANGE =
      Pattern.compile("(?i)^\\s*(?:-|–|—|to\\b|or\\b|bis\\b)\\s*$");
  private static final Pattern MORE =
      Pattern.compile("(?i)^\\.?\\s*(?:,|and\\b|\\+|&|und\\b)?\\s*$");

  /** A number of hours per day, and a number of days. */
  private static final Pattern PACE =
      Pattern.compile(
          "^(\\d{1,2}(?:\\.\\d)?) ?h(?:ours?)?/day[\\s:|~≈–-]*(?:\\d{1,4}[-–])?(\\d{1,4})"
              + " (?:calendar |working )?days?\\b");

  private static final Pattern HOURS_AND_MINUTES =
      Pattern.compile("(?i)(?<![\\p{L}\\d.,])(\\d{1,4})h(\\d\\d?)(?:m|min)?(?![\\p{L}\\d])");

  private EffortText() {}

  private static void units(int minutes, String words) {
    for (String word : words.split(" ")) {
      UNITS.put(word, minutes);
    }
  }

  /**
   * The minutes of the first amount in {@code text}; for a range, of its upper end.
   *
   * @param perDay how many minutes a day has
   */
  static Optional<Integer> minutes(String text, int perDay) {
    Matcher pace = PACE.matcher(text);
    if (pace.find()) {
      double hours = number(pace.group(1)) * number(pace.group(2));
      return Optional.of((int) Math.round(hours * MINUTES_PER_HOUR));
    }
    Matcher both = HOURS_AND_MINUTES.matcher(text);
    if (both.find()) {
      int hours = Integer.parseInt(both.group(1));
      return Optional.of(hours * MINUTES_PER_HOUR + Integer.parseInt(both.group(2)));
    }
    Matcher term = TERM.matcher(text);
    double total = -1;
    int end = 0;
    int unit = Integer.MAX_VALUE;
    while (term.find()) {
      Optional<Integer> size = unit(term, perDay);
      if (size.isEmpty()) {
        continue;
      }
      double minutes = number(term.group(2) == null ? term.group(1) : term.group(2));
      minutes = (minutes + (term.group(3) == null ? 0 : 0.5)) * size.get();
      String between = text.substring(end, term.start());
      if (total < 0) {
        total = minutes;
      } else if (RANGE.matcher(between).matches()) {
        total = minutes;
      } else if (size.get() < unit && MORE.matcher(between).matches()) {
        total += minutes;
      } else {
        break;
      }
      end = term.end();
      unit = size.get();
    }
    return total <= 0 ? Optional.empty() : Optional.of((int) Math.round(Math.min(1e9, total)));
  }

  /** The minutes of a term's unit; an m is a unit only right after its number. */
  private static Optional<Integer> unit(Matcher term, int perDay) {
    String word = term.group(4).toLowerCase(Locale.ROOT);
    boolean glued = Character.isDigit(term.group().charAt(term.start(4) - term.start() - 1));
    Integer minutes = word.equals("m") && !glued ? null : UNITS.get(word);
    if (minutes == null) {
      return Optional.empty();
    }
    return Optional.of(minutes > 0 ? minutes : -minutes * perDay);
  }

  private static double number(String written) {
    String text = written.toLowerCase(Locale.ROOT).strip();
    if (text.startsWith("half") || text.endsWith(" half")) {
      return 0.5;
    }
    int word = text.equals("a") || text.equals("an") ? 0 : NUMBERS.indexOf(text);
    if (word >= 0) {
      return word + 1.0;
    }
    char last = text.charAt(text.length() - 1);
    int part = FRACTIONS.indexOf(last);
    if (part >= 0) {
      String whole = text.substring(0, text.length() - 1);
      return (whole.isEmpty() ? 0 : Integer.parseInt(whole)) + FRACTION_VALUES[part];
    }
    int slash = text.indexOf('/');
    if (slash > 0) {
      int blank = text.indexOf(' ');
      int whole = blank < 0 ? 0 : Integer.parseInt(text.substring(0, blank));
      int denominator = Math.max(1, last - '0');
      return whole + (double) (text.charAt(slash - 1) - '0') / denominator;
    }
    int comma = text.indexOf(',');
    boolean thousands = comma > 0 && text.length() - comma == 4;
    return Double.parseDouble(thousands ? text.replace(",", "") : text.replace(',', '.'));
  }
}
