package dev.replenish.outline.words;

import dev.replenish.board.Status;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The words for each status, in the style of the present status. */
public final class StatusWords {
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L} ]");
  private static final Map<Status, String> SMALL = words(word -> word);
  private static final Map<Status, String> CAPITAL =
      words(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1));
  private static final Map<Status, String> SHOUTED = words(word -> word.toUpperCase(Locale.ROOT));

  private static final Pattern BOX = Pattern.compile("\\s*\\[[^\\]]?\\]\\s*");
  private static final Map<Status, String> BOXES =
      Map.of(
          Status.TODO, "[ ]",
          Status.IN_PROGRESS, "[/]",
          Status.DONE, "[x]",
          Status.REJECTED, "[-]");

  private StatusWords() {}

  private static Map<Status, String> words(UnaryOperator<String> style) {
    Map<Status, String> words = new EnumMap<>(Status.class);
    for (Status status : Status.values()) {
      String word = status == Status.TODO ? "to do" : status.word().replace('-', ' ');
      words.put(status, style.apply(word));
    }
    return Map.copyOf(words);
  }

  /** A word for each status: a box if {@code now} is one, in capitals if {@code now} is. */
  public static Map<Status, String> like(String now) {
    if (BOX.matcher(now).matches()) {
      return BOXES;
    }
    String plain = SIGNS.matcher(Mojibake.repaired(now)).replaceAll("").strip();
    if (plain.length() > 1 && plain.equals(plain.toUpperCase(Locale.ROOT))) {
      return SHOUTED;
    }
    boolean capital = !plain.isEmpty() && Character.isUpperCase(plain.codePointAt(0));
    return capital ? CAPITAL : SMALL;
  }
}
