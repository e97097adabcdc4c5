package dev.replenish.board;

import java.util.Locale;
import java.util.Optional;

/** The status of a task (docs/reference/format.md, "Statuses"). */
public enum Status {
  /** Not begun. */
  TODO,
  /** Someone works on it. */
  IN_PROGRESS,
  /** Waits for something outside. */
  BLOCKED,
  /** Finished. */
  DONE,
  /** Will not be done. */
  REJECTED;

  /** The word, such as {@code in-progress}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a task of this status takes room in {@code TODO.md}. */
  public boolean isActive() {
    return this != DONE && this != REJECTED;
  }

  /** The state that {@code list} shows: {@code todo} is an {@code open} task. */
  public WorkState state() {
    return this == TODO ? WorkState.OPEN : WorkState.valueOf(name());
  }

  /**
   * Reads a status field's value. Case, emphasis and what follows the word do not matter: {@code In
   * progress (since May)} is {@link #IN_PROGRESS}. Empty for any other word.
   */
  public static Optional<Status> parse(String value) {
    String words = lettersOnly(value);
    for (Status status : values()) {
      String word = status.word().replace('-', ' ');
      if (words.equals(word) || words.startsWith(word + " ")) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }

  /**
   * The range of the status word in a field's value that {@link #parse} reads as this status: the
   * index of its first character and the index after its last one.
   */
  public int[] wordIn(String value) {
    return span(value, word().replace("-", "").length());
  }

  /** The range that holds the first {@code length} letters and digits of {@code value}. */
  static int[] span(String value, int length) {
    int from = 0;
    while (!Character.isLetterOrDigit(value.charAt(from))) {
      from++;
    }
    int to = from;
    for (int letters = length; letters > 0; to++) {
      letters -= Character.isLetterOrDigit(value.charAt(to)) ? 1 : 0;
    }
    return new int[] {from, to};
  }

  /** The status whose name or state is exactly {@code word}. */
  static Optional<Status> exact(String word) {
    String letters = lettersOnly(word);
    for (Status status : values()) {
      if (letters.equals(status.word().replace('-', ' '))
          || letters.equals(status.state().word())) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }

  /** The letters and digits of {@code value} in lower case, with single blanks between words. */
  static String lettersOnly(String value) {
    StringBuilder words = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        if (gap && words.length() > 0) {
          words.append(' ');
        }
        words.append(Character.toLowerCase(c));
      }
      gap = !Character.isLetterOrDigit(c);
    }
    return words.toString();
  }
}
