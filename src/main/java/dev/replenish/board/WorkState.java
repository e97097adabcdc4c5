package dev.replenish.board;

import java.util.Locale;

/** How far a task is, as {@code list} shows it: its status, or why that does not count. */
public enum WorkState {
  /** Not begun. */
  OPEN,
  /** Someone works on it. */
  IN_PROGRESS,
  /** Waits for something outside. */
  BLOCKED,
  /** Finished. */
  DONE,
  /** Will not be done. */
  REJECTED,
  /** In a section of what is set aside. */
  PARKED,
  /** Its text does not settle whether it is open. */
  UNDECIDED;

  /** The word, such as {@code in-progress}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The state that {@code word} is. */
  public static WorkState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Whether it is what the task's status says. */
  public boolean isStated() {
    return this != PARKED && this != UNDECIDED;
  }
}
