package dev.replenish.outline.words;

import dev.replenish.board.Priority;
import java.util.Optional;

/**
 * How urgent the words of a backlog make something, the most urgent first; finer than priorities.
 */
public enum Urgency {
  /** P0, critical, must fix now. */
  CRITICAL(Priority.CRITICAL, 0),
  /** P1, high, should. */
  HIGH(Priority.HIGH, 0),
  /** P2, medium, could. */
  MEDIUM(Priority.MEDIUM, 0),
  /** Nothing says it. */
  UNSTATED(Priority.MEDIUM, 1),
  /** P3, low, later. */
  LOW(Priority.LOW, 0),
  /** P4, nice to have some day. */
  LOWEST(Priority.LOW, 1),
  /** Agreed on as what will not be done this time. */
  WONT(Priority.LOW, 1);

  private final Priority priority;
  private final int behind;

  Urgency(Priority priority, int behind) {
    this.priority = priority;
    this.behind = behind;
  }

  /** The priority that it is, where one is stated. */
  public Optional<Priority> priority() {
    return this == UNSTATED ? Optional.empty() : Optional.of(priority);
  }

  /** Its place among the ranks of priorities. */
  public int rank() {
    return priority.rank() + behind;
  }

  /** The one that a scale of three puts at {@code place}, from 0. */
  static Urgency of(int place) {
    return new Urgency[] {HIGH, MEDIUM, LOW}[place];
  }

  static Urgency stronger(Urgency a, Urgency b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
