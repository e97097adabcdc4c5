package dev.replenish.outline.words;

import dev.replenish.board.Status;
import java.util.Optional;

/** Reads struck-through text: {@code ~~all of it~~}, or {@code ~~its beginning~~ alone}. */
public final class Strikethrough {
  public static final String MARK = "~~";

  private Strikethrough() {}

  /** Whether the whole of {@code text} is struck through, marks around it aside. */
  public static boolean isWhole(String text) {
    if (text.indexOf('~') < 0) {
      return false; // most texts
    }
    String plain = plain(text);
    int open = plain.indexOf(MARK);
    int close = plain.lastIndexOf(MARK);
    return begins(plain, open)
        && close > open + 2
        && plain.indexOf(MARK, open + 2) == close
        && !hasLetter(plain.substring(close + 2));
  }

  /**
   * Whether a text begins struck through and continues with words that are no status: it may be
   * finished, or only reworded.
   */
  public static boolean leads(String text) {
    if (text.indexOf('~') < 0) {
      return false;
    }
    String plain = plain(text);
    int close = close(plain);
    return close > 0
        && hasLetter(plain.substring(close + 2))
        && statusBehind(plain, close).isEmpty();
  }

  /** The status that the words after a struck beginning give: {@code ~~Weigh it~~ done}. */
  public static Optional<Status> status(String text) {
    if (text.indexOf('~') < 0) {
      return Optional.empty();
    }
    String plain = plain(text);
    int close = close(plain);
    return close > 0 ? statusBehind(plain, close) : Optional.empty();
  }

  /** The index of the mark that ends a struck beginning; -1 if there is none. */
  private static int close(String plain) {
    int open = plain.indexOf(MARK);
    int close = begins(plain, open) ? plain.indexOf(MARK, open + 2) : -1;
    return close > open + 2 ? close : -1;
  }

  private static Optional<Status> statusBehind(String plain, int close) {
    return Vocabulary.status(plain.substring(close + 2)).filter(status -> !status.isActive());
  }

  private static boolean begins(String plain, int open) {
    String before = open < 0 ? "" : plain.substring(0, open).strip();
    Label label = hasLetter(before) ? Label.of(before) : null;
    boolean labelled = label != null && label.isAlone() && label.isBrief();
    return open >= 0 && (labelled || !hasLetter(before));
  }

  private static String plain(String text) {
    return Mojibake.repaired(text).replace("**", "").strip();
  }

  private static boolean hasLetter(String text) {
    return text.codePoints().anyMatch(Character::isLetter);
  }
}
