package dev.replenish.outline.words;

import dev.replenish.board.Status;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The words that tell of a status, in the style of the one that stands there now. */
public final class StatusWords {
  private StatusWords() {}

  /** A word for each status: capital letters where {@code now} has them. */
  public static Map<Status, String> like(String now) {
    String plain = Mojibake.repaired(now).replaceAll("[^\\p{L} ]", "").strip();
    boolean shouted = plain.length() > 1 && plain.equals(plain.toUpperCase(Locale.ROOT));
    boolean capital = !plain.isEmpty() && Character.isUpperCase(plain.codePointAt(0));
    Map<Status, String> words = new EnumMap<>(Status.class);
    for (Status status : Status.values()) {
      String word = status == Status.TODO ? "to do" : status.word().replace('-', ' ');
      String cased =
          shouted
              ? word.toUpperCase(Locale.ROOT)
              : capital ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word;
      words.put(status, cased);
    }
    return words;
  }
}
