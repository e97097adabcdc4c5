package dev.replenish.outline;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The words of {@link Phrases} in other languages, a block for each: the kind of word, what it
 * means, how people write it. A {@code value} counts only where a column or a label says that a
 * priority stands there, because the word means something else elsewhere. Accents may be missing.
 */
final class Languages {
  private static final List<String> ALL =
      List.of(
          AsianWords.CHINESE,
          AsianWords.HINDI,
          AsianWords.BENGALI,
          AsianWords.URDU,
          AsianWords.ARABIC,
          AsianWords.INDONESIAN,
          AsianWords.JAPANESE,
          EuropeanWords.SPANISH,
          EuropeanWords.FRENCH,
          EuropeanWords.PORTUGUESE,
          EuropeanWords.RUSSIAN,
          EuropeanWords.GERMAN);

  private Languages() {}

  /** The lines of all languages for one kind of word, as {@link Dictionary} takes them. */
  static String of(String kind) {
    return ALL.stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith(kind + " "))
        .map(line -> line.substring(kind.length() + 1))
        .collect(Collectors.joining("\n", "\n", "\n"));
  }
}
