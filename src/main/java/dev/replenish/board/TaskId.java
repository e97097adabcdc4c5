package dev.replenish.board;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The id of a task, unique across the files of a board: any text without white space or {@code ]}
 * (docs/reference/format.md, "Ids").
 */
public final class TaskId implements Comparable<TaskId> {
  private static final String TEMPLATE_DATE = "YYYYMMDD";
  private static final int MAX_LENGTH = 200;

  private final @Nullable Supplier<String> maker;
  private @Nullable String value;

  /**
   * An id.
   *
   * @param value the id as written, such as {@code TASK-20260204-132}
   */
  public TaskId(String value) {
    if (!isId(value)) {
      throw new IllegalArgumentException("not a task id: '" + value + "'");
    }
    this.maker = null;
    this.value = value;
  }

  private TaskId(Supplier<String> maker) {
    this.maker = maker;
  }

  /** An id that no file contains; {@code maker} makes it, of letters and digits, on first use. */
  public static TaskId madeBy(Supplier<String> maker) {
    return new TaskId(maker);
  }

  /** The id as written. */
  public String value() {
    String known = value;
    if (known == null) {
      known = Objects.requireNonNull(maker).get();
      value = known;
    }
    return known;
  }

  /** Whether {@code text} can be an id. */
  public static boolean isId(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i); // no white space is beyond 16 bits
      if (c == ']' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Whether this is the id of a template to copy, not of a task: {@code TASK-YYYYMMDD-001}. */
  public boolean isTemplate() {
    return maker == null && value().contains(TEMPLATE_DATE);
  }

  /**
   * Whether the id can be written into a commit trailer, an HTML comment and a terminal as it is:
   * no control or invisible characters, no end of a comment, nothing that a service acts on, at
   * most 200 characters.
   */
  public boolean isSafe() {
    return maker != null || isSafeWord(value());
  }

  /** Whether a word, such as a type, is safe in the sense of {@link #isSafe()}. */
  public static boolean isSafeWord(String word) {
    return isId(word)
        && word.length() <= MAX_LENGTH
        && !word.contains("-->")
        && !word.contains("--!>")
        && !(word.contains("***") && word.toUpperCase(Locale.ROOT).contains("***NO_CI***"))
        && !mentions(word)
        && isVisible(word);
  }

  /** Whether a service would notify a user: {@code @name}, but not {@code ana@example.org}. */
  private static boolean mentions(String word) {
    for (int at = word.indexOf('@'); at >= 0; at = word.indexOf('@', at + 1)) {
      boolean apart = at == 0 || !isNameCharacter(word.charAt(at - 1));
      if (apart && at + 1 < word.length() && isNameCharacter(word.charAt(at + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  private static boolean isVisible(String word) {
    for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
      if (!visible(word.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean visible(int c) {
    if (c > ' ' && c < 0x7F) {
      return true; // the most common case
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          false;
      default -> true;
    };
  }

  @Override
  public int compareTo(TaskId other) {
    return value().compareTo(other.value());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TaskId id && id.value().equals(value());
  }

  @Override
  public int hashCode() {
    return value().hashCode();
  }

  @Override
  public String toString() {
    return value();
  }
}
