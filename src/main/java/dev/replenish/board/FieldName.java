package dev.replenish.board;

import java.util.Locale;
import java.util.Optional;

/**
 * The fields of a task that rules read (docs/reference/format.md, "Fields"); any other label is the
 * task's own.
 */
public enum FieldName {
  /** todo, in-progress, blocked, done or rejected. */
  STATUS("Status"),
  /** The numbered steps. */
  PLAN("Plan"),
  /** How long it will take. */
  EFFORT("Estimated Effort"),
  /** What to read before. */
  DOCUMENTATION("Relevant Documentation"),
  /** The ids of tasks that come before. */
  DEPENDENCIES("Dependencies"),
  /** Who does it. */
  ASSIGNEE("Assignee"),
  /** The day by which it should be finished. */
  DUE("Due"),
  /** The day before which it is not to be begun. */
  NOT_BEFORE("Not Before");

  private final String label;

  FieldName(String label) {
    this.label = label;
  }

  /** The label as people write it. */
  public String label() {
    return label;
  }

  /** Whether its value is one line, whatever is below it. */
  public boolean isOneLine() {
    return this == ASSIGNEE || this == DUE || this == NOT_BEFORE;
  }

  /** The field that a label names, in any case; "Effort" and "Depends on" are understood too. */
  public static Optional<FieldName> of(String label) {
    return Optional.ofNullable(
        switch (label.strip().toLowerCase(Locale.ROOT)) {
          case "status" -> STATUS;
          case "plan", "implementation plan" -> PLAN;
          case "estimated effort", "effort", "estimate" -> EFFORT;
          case "relevant documentation", "documentation" -> DOCUMENTATION;
          case "dependencies", "depends on" -> DEPENDENCIES;
          case "assignee", "assigned to", "owner" -> ASSIGNEE;
          case "due", "due date", "deadline" -> DUE;
          case "not before", "not-before", "start after", "scheduled" -> NOT_BEFORE;
          default -> null;
        });
  }
}
