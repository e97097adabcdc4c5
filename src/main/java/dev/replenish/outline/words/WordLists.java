package dev.replenish.outline.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The words that people write into backlogs, by what they mean (docs/reference/unmarked.md, "Words
 * that are understood"): a resource file for each language, and one for marks. Each line is a kind
 * of word, what it means, a colon, and the words with commas between them; {@code *} stands for any
 * further words.
 */
final class WordLists {
  private static final String FOLDER = "/dev/replenish/outline/words/";

  private static final List<String> FILES =
      List.of(
          "marks", "en", "zh", "hi", "bn", "ur", "ar", "id", "ja", "es", "fr", "pt", "ru", "de",
          "tr", "nl", "it", "pl", "ko");
  private static final Map<String, StringBuilder> BY_KIND = new HashMap<>();

  static {
    FILES.forEach(WordLists::read);
  }

  private WordLists() {}

  /** The lines of all files for one kind of word, without the kind. */
  static String of(String kind) {
    return Objects.requireNonNull(BY_KIND.get(kind)).toString();
  }

  private static void read(String file) {
    try (InputStream in = WordLists.class.getResourceAsStream(FOLDER + file + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("the build has no " + FOLDER + file + ".txt");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(WordLists::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(String line) {
    int end = 0;
    while (end < line.length() && Character.isLetter(line.charAt(end))) {
      end++;
    }
    BY_KIND
        .computeIfAbsent(line.substring(0, end), kind -> new StringBuilder())
        .append(line.substring(end).strip())
        .append('\n');
  }
}
