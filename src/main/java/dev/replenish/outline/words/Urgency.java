package dev.replenish.outline.words;

import dev.replenish.board.Priority;
import java.util.Optional;

/** The urgency that the words of a backlog give, the most urgent first; finer than priorities. */
public enum Urgency {
  /** P0, critical, must fix now. */
  CRITICAL(Priority.CRITICAL, 0),
  /** P1, high, should. */
  HIGH(Priority.HIGH, 0),
  /** P2, medium, could. */
  MEDIUM(Priority.MEDIUM, 0),
  /** Not stated. */
  UNSTATED(Priority.MEDIUM, 1),
  /** P3, low, later. */
  LOW(Priority.LOW, 0),
  /** P4, nice to have some day. */
  LOWEST(Priority.LOW, 1),
  /** It is agreed that it will not be done this time. */
  WONT(Priority.LOW, 1);

  private final Priority priority;
  private final int behind;

  Urgency(Priority priority, int behind) {
    this.priority = priority;
    this.behind = behind;
  }

  /** The priority that it belongs to, if an urgency is stated. */
  public Optional<Priority> priority() {
    return this == UNSTATED ? Optional.empty() : Optional.of(priority);
  }

  /** Its place among the ranks of priorities. */
  public int rank() {
    return priority.rank() + behind;
  }

  /** The urgency at {@code place}, from 0, on a scale of three. */
  static Urgency of(int place) {
    return new Urgency[] {HIGH, MEDIUM, LOW}[place];
  }

  static Urgency stronger(Urgency a, Urgency b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
