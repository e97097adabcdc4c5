package dev.replenish.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The rule that chooses one of several groups with ready tasks (docs/reference/choosing.md). */
public enum SelectionRule {
  /** The highest priority, then listed order. */
  PRIORITY("highest-priority", "highest priority with ready tasks"),
  /** The first in the file. */
  LISTED("first-listed", "first listed with ready tasks"),
  /** No rule: the caller named the tasks. */
  NAMED("named", "its tasks were named");

  private final String reason;
  private final String words;

  SelectionRule(String reason, String words) {
    this.reason = reason;
    this.words = words;
  }

  /** The rule whose reason has the code {@code reason}. */
  public static Optional<SelectionRule> of(String reason) {
    return Stream.of(values()).filter(rule -> rule.reason.equals(reason)).findFirst();
  }

  /** The setting's value, such as {@code priority}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The reason's code, such as {@code highest-priority}. */
  public String reason() {
    return reason;
  }

  /** The reason in words. */
  public String words() {
    return words;
  }

  /** The other of the rules {@link #PRIORITY} and {@link #LISTED}. */
  public SelectionRule other() {
    return this == PRIORITY ? LISTED : PRIORITY;
  }
}
