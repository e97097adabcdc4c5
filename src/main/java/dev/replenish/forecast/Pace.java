package dev.replenish.forecast;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.text.OneLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number of focused hours a day.
 *
 * @param hours more than 0 and at most 24
 */
public record Pace(BigDecimal hours) {
  /** The default: 3, 2 and 1 hours a day. */
  public static final String USUAL = "3,2,1";

  private static final int MOST_HOURS = 24;
  private static final int MOST_PACES = 5;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}(?:\\.\\d{1,2})?");

  /** Checks the range. */
  public Pace {
    if (hours.signum() <= 0 || hours.compareTo(BigDecimal.valueOf(MOST_HOURS)) > 0) {
      throw new IllegalArgumentException("a day has more than 0 and at most 24 hours: " + hours);
    }
    hours = hours.stripTrailingZeros();
  }

  /**
   * The paces in {@code text}, or the default ones.
   *
   * @throws dev.replenish.board.ProblemException {@code USAGE} where they are none
   */
  public static List<Pace> of(Optional<String> text) {
    return parse(text.orElse(USUAL));
  }

  /**
   * Paces such as {@code 3,2,1}.
   *
   * @throws dev.replenish.board.ProblemException {@code USAGE} where they are none
   */
  public static List<Pace> parse(String text) {
    List<Pace> paces = new ArrayList<>();
    for (String word : text.split(",", -1)) {
      String number = word.strip();
      if (!NUMBER.matcher(number).matches() || paces.size() == MOST_PACES) {
        throw wrong(text);
      }
      BigDecimal hours = new BigDecimal(number);
      if (hours.signum() == 0 || hours.compareTo(BigDecimal.valueOf(MOST_HOURS)) > 0) {
        throw wrong(text);
      }
      paces.add(new Pace(hours));
    }
    return List.copyOf(paces);
  }

  private static RuntimeException wrong(String text) {
    return new ProblemException(
        ErrorCode.USAGE,
        "--per-day can't be '" + OneLine.clean(text) + "'",
        "Give one to five numbers of hours, more than 0 and at most 24, such as 3,2,1.");
  }

  /** The working days that {@code work} hours take: rounded half up, at least 1. */
  public int days(double work) {
    BigDecimal days = BigDecimal.valueOf(work).divide(hours, 0, RoundingMode.HALF_UP);
    return days.max(BigDecimal.ONE).min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
  }

  /** The number of hours as text, such as {@code 1.5}. */
  public String words() {
    return hours.toPlainString();
  }
}
