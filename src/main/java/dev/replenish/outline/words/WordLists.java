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
 * further words. A word has one meaning of a kind in all of them. Words are written in small
 * letters, with single blanks between them, so that they need little more than {@link
 * Dictionary#fold} when they are loaded.
 */
final class WordLists {
  private static final String FOLDER = "/dev/replenish/outline/words/";

  /** All files. */
  static final List<String> FILES =
      List.of(
          "marks", "en", "zh", "hi", "bn", "ur", "ar", "id", "ja", "es", "fr", "pt", "ru", "de",
          "tr", "nl", "it", "pl", "ko", "vi", "cs", "sv", "uk", "hu", "ro", "da", "no", "fi", "th",
          "el", "fa", "he", "ca");

  private static final Map<String, StringBuilder> BY_KIND = new HashMap<>();

  static {
    for (String file : FILES) {
      sort(Dictionary.fold(text(file).replace("'", "")));
    }
  }

  private WordLists() {}

  /** The lines of all files for one kind of word, without the kind. */
  static String of(String kind) {
    return Objects.requireNonNull(BY_KIND.get(kind)).toString();
  }

  /** The text of a file. */
  static String text(String file) {
    try (InputStream in = WordLists.class.getResourceAsStream(FOLDER + file + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("the build has no " + FOLDER + file + ".txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sort(String text) {
    for (String line : text.split("\n")) {
      int blank = line.indexOf(' ');
      int colon = line.indexOf(':');
      BY_KIND
          .computeIfAbsent(line.substring(0, Math.min(blank, colon)), kind -> new StringBuilder())
          .append(line, blank < colon ? blank + 1 : colon, line.length())
          .append('\n');
    }
  }
}
