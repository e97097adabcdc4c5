package dev.replenish.board;

import java.util.Locale;

/** The state of a task as {@code list} shows it: its status, or why its status does not count. */
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
  /** In a section of tasks that are set aside. */
  PARKED,
  /** Its text leaves unclear whether it is open. */
  UNDECIDED;

  /** The word, such as {@code in-progress}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The state with this word. */
  public static WorkState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Whether it is the state given by the task's status. */
  public boolean isStated() {
    return this != PARKED && this != UNDECIDED;
  }
}
