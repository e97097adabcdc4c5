package dev.replenish.outline.words;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Words and phrases with one meaning each, as {@link WordLists} holds them.
 *
 * @param <T> what they mean
 */
final class Dictionary<T> {
  private static final int LONGEST = 100;
  private static final Pattern MARKS =
      Pattern.compile("[\\u0300-\\u036f\\u0640\\u064b-\\u0652\\u0670]");

  /** What becomes of the letters of Latin, Greek and Cyrillic, as far as they were met. */
  private static final char[] BARE = new char[0x500];

  private final Map<String, T> phrases = new HashMap<>();
  private final Map<String, T> beginnings = new HashMap<>();
  private int longestBeginning;

  /**
   * A dictionary out of lines such as {@code HIGH: high, high priority}. A phrase that ends in
   * {@code *} is known by its beginning.
   *
   * @param meaning what the word in front of the colon stands for
   */
  Dictionary(String text, Function<String, T> meaning) {
    text.lines().filter(line -> !line.isBlank()).forEach(line -> add(line, meaning));
  }

  private void add(String line, Function<String, T> meaning) {
    int colon = line.indexOf(':');
    T means = meaning.apply(line.substring(0, colon).strip());
    for (String phrase : line.substring(colon + 1).split(",")) {
      String words = bare(NormalizedText.words(phrase));
      boolean beginning = phrase.strip().endsWith("*");
      (beginning ? beginnings : phrases).put(words, means);
      longestBeginning = Math.max(longestBeginning, beginning ? words.length() : 0);
    }
  }

  /** What {@code written} means as a whole, as {@link NormalizedText#words} gives them. */
  Optional<T> of(String written) {
    String words = bare(written);
    T whole = phrases.get(words);
    if (whole != null) {
      return Optional.of(whole);
    }
    int last = words.length();
    int first = last <= longestBeginning ? last : words.lastIndexOf(' ', longestBeginning);
    for (int at = first; at > 0; at = words.lastIndexOf(' ', at - 1)) {
      T begun = beginnings.get(words.substring(0, at));
      if (begun != null) {
        return Optional.of(begun);
      }
    }
    return Optional.empty();
  }

  /** Without the accents of Latin and Cyrillic letters and the vowel signs of Arabic ones. */
  static String bare(String words) {
    if (words.length() > LONGEST * LONGEST || NormalizedText.isBelow(0x80, words)) {
      return words;
    }
    StringBuilder bare = new StringBuilder(words.length());
    for (int i = 0; i < words.length(); i++) {
      char letter = bare(words.charAt(i));
      if (letter == 0) {
        return normalized(words);
      }
      bare.append(letter);
    }
    return bare.toString();
  }

  /** A letter that nothing goes together with, without accents; 0 where it is none. */
  private static char bare(char c) {
    if (c < 0x80 || (c >= 0x3041 && c < 0xA000 && c != 0x3099 && c != 0x309A)) {
      return c;
    }
    if (c >= BARE.length) {
      return 0;
    }
    if (BARE[c] == 0) {
      String alone = normalized(String.valueOf(c));
      BARE[c] = alone.length() == 1 ? alone.charAt(0) : 0;
    }
    return BARE[c];
  }

  private static String normalized(String words) {
    String apart = Normalizer.normalize(words, Normalizer.Form.NFD);
    return Normalizer.normalize(MARKS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
  }
}
