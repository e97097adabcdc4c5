package dev.replenish.rules;

import dev.replenish.board.Document;
import dev.replenish.text.OneLine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Converts estimates to hours (docs/reference/format.md, "Effort in hours"): amounts of time, and
 * sizes such as M by their meaning on this board.
 */
public final class EffortScale {
  private static final double MINUTES_PER_HOUR = 60;
  private static final int HOURS_PER_DAY = 8;

  /** Three sizes or more are a menu to choose from, such as S/M/L/XL. */
  private static final int MENU = 3;

  /** A day of 8 hours, and sizes without a meaning. */
  public static final EffortScale DEFAULT = new EffortScale(HOURS_PER_DAY * 60, Map.of());

  private final int perDay;
  private final Map<String, Integer> sizes;
  private final @Nullable Document document;
  private @Nullable Map<String, Integer> legend;

  private EffortScale(int perDay, Map<String, Integer> sizes) {
    this(perDay, sizes, null);
  }

  private EffortScale(int perDay, Map<String, Integer> sizes, @Nullable Document document) {
    this.perDay = perDay;
    this.sizes = Map.copyOf(sizes);
    this.document = document;
  }

  /**
   * The scale in the settings; empty if any part of them is invalid.
   *
   * @param hoursPerDay the length of a day, more than 0 and at most 24
   * @param sizes sizes with their meaning: {@code S=2h M=1d}
   */
  public static Optional<EffortScale> parse(String hoursPerDay, String sizes) {
    Optional<Integer> day = EffortText.minutes(hoursPerDay + "h", HOURS_PER_DAY * 60);
    if (!hoursPerDay.matches("\\d{1,2}(?:\\.\\d{1,2})?") || day.filter(m -> m <= 1440).isEmpty()) {
      return Optional.empty();
    }
    Map<String, Integer> minutes = new HashMap<>();
    for (String pair : sizes.strip().split("[\\s,;]+")) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      Optional<Integer> amount = EffortText.minutes(pair.substring(equals + 1), day.get());
      if (equals < 1 || amount.isEmpty()) {
        return Optional.empty();
      }
      minutes.put(pair.substring(0, equals).toLowerCase(Locale.ROOT), amount.get());
    }
    return Optional.of(new EffortScale(day.get(), minutes));
  }

  /** The same scale, except that unknown sizes are looked up in the legend of {@code document}. */
  public EffortScale explainedIn(Document document) {
    return new EffortScale(perDay, sizes, document);
  }

  /** The hours of {@code estimate}; empty if they are unknown. */
  public Optional<Double> hours(String estimate) {
    if (OneLine.isPlaceholder(estimate)) {
      return Optional.empty();
    }
    return EffortText.minutes(estimate, perDay)
        .or(() -> size(estimate))
        .map(minutes -> minutes / MINUTES_PER_HOUR);
  }

  /** The minutes of the larger of one or two sizes; empty otherwise. */
  private Optional<Integer> size(String estimate) {
    String[] words = estimate.strip().split("[^\\p{L}\\p{N}]+");
    Set<String> named = new HashSet<>();
    Optional<Integer> largest = Optional.empty();
    for (String word : words) {
      boolean written = words.length == 1 || !word.equals(word.toLowerCase(Locale.ROOT));
      Optional<Integer> minutes = written ? size(sizes, word) : Optional.empty();
      if (minutes.isPresent() && named.add(word)) {
        largest = largest.filter(minutesSoFar -> minutesSoFar >= minutes.get()).or(() -> minutes);
      }
    }
    return named.size() < MENU ? largest : Optional.empty();
  }

  private Optional<Integer> size(Map<String, Integer> known, String word) {
    String key = word.toLowerCase(Locale.ROOT);
    Integer minutes = known.get(key);
    return Optional.ofNullable(minutes == null ? legend().get(key) : minutes);
  }

  private Map<String, Integer> legend() {
    Map<String, Integer> read = legend;
    if (read == null) {
      read = document == null ? Map.of() : EffortLegend.of(document, perDay);
      legend = read;
    }
    return read;
  }
}
