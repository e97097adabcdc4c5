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
 * @param <T> the type of the meanings
 */
final class Dictionary<T> {
  private static final int LONGEST = 100;

  /** The form of sigma at the end of a word in small letters. */
  private static final char FINAL_SIGMA = 'ς';

  private static final Pattern MARKS =
      Pattern.compile("[\\u0300-\\u036f\\u0640\\u064b-\\u0652\\u0670]");

  /** Latin, Greek and Cyrillic letters without accents, by their code; 0 until first needed. */
  private static final char[] BARE = new char[0x2000];

  private final Map<String, T> phrases = new HashMap<>();
  private final Map<String, T> prefixes = new HashMap<>();
  private int longestPrefix;

  /**
   * Reads one kind of word. A phrase that ends in {@code *} stands for all texts that begin with
   * it.
   *
   * @param meaning converts a meaning as written in the lists
   */
  Dictionary(String kind, Function<String, T> meaning) {
    for (WordLists.Entry entry : WordLists.of(kind)) {
      T means = meaning.apply(entry.meaning());
      for (String phrase : entry.words()) {
        add(phrase, means);
      }
    }
  }

  private void add(String phrase, T means) {
    if (!phrase.endsWith("*")) {
      phrases.put(phrase, means);
      return;
    }
    String prefix = phrase.substring(0, phrase.length() - 1).strip();
    prefixes.put(prefix, means);
    longestPrefix = Math.max(longestPrefix, prefix.length());
  }

  /** The meaning of a whole text, given in the form of {@link NormalizedText#words}. */
  Optional<T> of(String written) {
    String words = bare(written);
    T whole = phrases.get(words);
    if (whole != null) {
      return Optional.of(whole);
    }
    int last = words.length();
    int first = last <= longestPrefix ? last : words.lastIndexOf(' ', longestPrefix);
    for (int at = first; at > 0; at = words.lastIndexOf(' ', at - 1)) {
      T found = prefixes.get(words.substring(0, at));
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /**
   * Removes the accents of Latin, Greek and Cyrillic letters and the vowel signs of Arabic ones,
   * and replaces letters that are written in two ways by one of these.
   */
  static String bare(String words) {
    return words.length() > LONGEST * LONGEST ? words : fold(words);
  }

  /** The same for a text of any length. */
  static String fold(String words) {
    if (NormalizedText.isBelow(0x80, words)) {
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

  /** The letter without accents; 0 if it has to be normalized together with its neighbours. */
  private static char bare(char c) {
    if (c < 0x80 || isWhole(c)) {
      return c;
    }
    if (c >= 0x500 && (c < 0x1E00 || c >= BARE.length)) {
      return 0;
    }
    if (c == FINAL_SIGMA) {
      return 'σ';
    }
    if (BARE[c] == 0) {
      String alone = normalized(String.valueOf(c));
      BARE[c] = alone.length() == 1 ? alone.charAt(0) : 0;
    }
    return BARE[c];
  }

  /** Whether a Chinese, Japanese or Korean character has no accents and combines with no other. */
  private static boolean isWhole(char c) {
    boolean east = c >= 0x3041 && c < 0xA000 && c != 0x3099 && c != 0x309A;
    return east || (c >= 0xAC00 && c <= 0xD7A3);
  }

  private static String normalized(String words) {
    String apart = Normalizer.normalize(words, Normalizer.Form.NFD);
    String whole = Normalizer.normalize(MARKS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
    return whole
        .replace(FINAL_SIGMA, 'σ')
        .replace('\u0643', '\u06a9') // Arabic keyboards have other letters for kaf and yeh
        .replace('\u064a', '\u06cc')
        .replace('\u0649', '\u06cc');
  }
}
