package dev.replenish.outline.words;

import dev.replenish.board.Status;
import dev.replenish.text.Resources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The words of backlogs by their meaning (docs/reference/unmarked.md, "Words that are understood"):
 * a resource file for each language, and one for marks. Each line is a kind of word, the meaning, a
 * colon, and the words with commas between them; {@code *} stands for any further words. Within a
 * kind, a word has the same meaning in all files. Words are written in small letters with single
 * blanks between them, so that loading needs little more than {@link Dictionary#fold}.
 */
final class WordLists {
  private static final String FOLDER = "/dev/replenish/outline/words/";

  static final List<String> FILES =
      List.of(
          "marks", "en", "zh", "hi", "bn", "ur", "ar", "id", "ja", "es", "fr", "pt", "ru", "de",
          "tr", "nl", "it", "pl", "ko", "vi", "cs", "sv", "uk", "hu", "ro", "da", "no", "fi", "th",
          "el", "fa", "he", "ca");

  private static final Map<String, List<Entry>> BY_KIND = new HashMap<>();

  /** Words with one meaning, which is "" if their kind alone is their meaning. */
  record Entry(String meaning, List<String> words) {}

  static {
    for (String file : FILES) {
      parse(Dictionary.fold(text(file).replace("'", "")));
    }
  }

  private WordLists() {}

  /** The entries of all files for one kind of word. */
  static List<Entry> of(String kind) {
    return Objects.requireNonNull(BY_KIND.get(kind));
  }

  static Stream<String> words(String kind) {
    return of(kind).stream().flatMap(entry -> entry.words().stream());
  }

  /** The words of all languages for a status. */
  static Stream<String> words(Status status) {
    return of("status").stream()
        .filter(entry -> entry.meaning().equals(status.name()))
        .flatMap(entry -> entry.words().stream());
  }

  static String text(String file) {
    return Resources.text(WordLists.class, FOLDER + file + ".txt");
  }

  private static void parse(String text) {
    for (String line : text.split("\n")) {
      int blank = line.indexOf(' ');
      int colon = line.indexOf(':');
      String kind = line.substring(0, Math.min(blank, colon));
      String meaning = blank < colon ? line.substring(blank + 1, colon) : "";
      List<String> words = new ArrayList<>();
      for (String word : line.substring(colon + 1).split(",")) {
        words.add(word.strip());
      }
      BY_KIND.computeIfAbsent(kind, k -> new ArrayList<>()).add(new Entry(meaning, words));
    }
  }
}
