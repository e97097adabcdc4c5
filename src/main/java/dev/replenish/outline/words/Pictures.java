package dev.replenish.outline.words;

import dev.replenish.board.Status;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Pictures that give a status or an urgency: {@code ✅}, {@code 🔴}, {@code ⏫}. */
public final class Pictures {
  private static final String ARROWS = "🔺⏫🔼🔽⏬";

  /** The lowest code of a picture. */
  public static final int FIRST = 0x2300;

  /** A character class of regular expressions for all pictures. */
  public static final String ANY = "[\\x{2300}-\\x{27bf}\\x{2b00}-\\x{2bff}\\x{1f000}-\\x{1faff}]";

  private static final Map<Integer, Status> STATUSES = new HashMap<>();
  private static final Map<Integer, Urgency> LEVELS = new HashMap<>();

  static {
    read("picture", (c, word) -> STATUSES.put(c, Status.valueOf(word)));
    read("colour", (c, word) -> LEVELS.put(c, Urgency.valueOf(word)));
  }

  private Pictures() {}

  private static void read(String kind, BiConsumer<Integer, String> known) {
    for (WordLists.Entry entry : WordLists.of(kind)) {
      String.join("", entry.words())
          .codePoints()
          .filter(c -> c > ' ' && c != 0xFE0F)
          .forEach(c -> known.accept(c, entry.meaning()));
    }
  }

  /** The status that the first known picture of {@code text} gives. */
  public static Optional<Status> status(String text) {
    return first(Mojibake.repaired(text), STATUSES);
  }

  /** The urgency that the first known picture of a repaired text gives. */
  static Optional<Urgency> level(String text) {
    return first(text, LEVELS);
  }

  private static <T> Optional<T> first(String text, Map<Integer, T> pictures) {
    return text.codePoints().mapToObj(pictures::get).filter(Objects::nonNull).findFirst();
  }

  /** The picture that a text begins with, whatever it means. */
  public static Optional<Integer> leading(String text) {
    return Caption.firstPicture(text).filter(c -> c >= FIRST);
  }

  /** The status that a picture gives. */
  public static Optional<Status> statusOf(int picture) {
    return Optional.ofNullable(STATUSES.get(picture));
  }

  /** The urgency that a picture gives. */
  public static Optional<Urgency> levelOf(int picture) {
    return Optional.ofNullable(LEVELS.get(picture));
  }

  /** The urgency that an arrow anywhere in a text gives, as in Obsidian. */
  static Optional<Urgency> arrow(String text) {
    return NormalizedText.isBelow(0x2000, text)
        ? Optional.empty()
        : text.codePoints().filter(c -> ARROWS.indexOf(c) >= 0).mapToObj(LEVELS::get).findFirst();
  }
}
