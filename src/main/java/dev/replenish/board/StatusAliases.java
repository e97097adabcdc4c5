package dev.replenish.board;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A team's own words for the five statuses, such as {@code in-review} (docs/reference/settings.md).
 *
 * @param words the letters and digits of each word, with its status
 */
public record StatusAliases(Map<String, Status> words) {
  /** No further words. */
  public static final StatusAliases NONE = new StatusAliases(Map.of());

  /** Copies the map. */
  public StatusAliases {
    words = Map.copyOf(words);
  }

  /**
   * The words in a setting: {@code in-review=in-progress testing=in-progress}; empty if any part of
   * the setting is invalid.
   */
  public static Optional<StatusAliases> parse(String setting) {
    Map<String, Status> words = new LinkedHashMap<>();
    for (String pair : setting.strip().split("[\\s,;]+")) {
      int equals = pair.indexOf('=');
      String word = Status.lettersOnly(pair.substring(0, Math.max(0, equals)));
      Optional<Status> status = Status.exact(pair.substring(equals + 1));
      if (pair.isEmpty()) {
        continue;
      }
      if (word.isEmpty() || status.isEmpty() || Status.exact(word).isPresent()) {
        return Optional.empty();
      }
      words.put(word, status.get());
    }
    return Optional.of(new StatusAliases(words));
  }

  /** The status of {@code value}, if it is one of the words or begins with one. */
  public Optional<Status> of(String value) {
    return word(value).map(words::get);
  }

  /** The word that {@code value} begins with, as written there. */
  public Optional<String> written(String value) {
    return word(value)
        .map(
            word -> {
              int[] at = Status.span(value, word.replace(" ", "").length());
              return value.substring(at[0], at[1]);
            });
  }

  /** The longest of the words that {@code value} begins with. */
  private Optional<String> word(String value) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String letters = Status.lettersOnly(value);
    String longest = "";
    for (String word : words.keySet()) {
      boolean begins = letters.equals(word) || letters.startsWith(word + " ");
      longest = begins && word.length() > longest.length() ? word : longest;
    }
    return longest.isEmpty() ? Optional.empty() : Optional.of(longest);
  }
}
