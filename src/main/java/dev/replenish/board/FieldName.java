package dev.replenish.board;

import java.util.Locale;
import java.util.Optional;

/**
 * The fields of a task that the rules read (docs/reference/format.md, "Fields"). Any other label is
 * a custom field of the task.
 */
public enum FieldName {
  /** todo, in-progress, blocked, done or rejected. */
  STATUS("Status"),
  /** The numbered steps. */
  PLAN("Plan"),
  /** How long it will take. */
  EFFORT("Estimated Effort"),
  /** What to read before starting. */
  DOCUMENTATION("Relevant Documentation"),
  /** The ids of the tasks that this one depends on. */
  DEPENDENCIES("Dependencies"),
  /** Who does it. */
  ASSIGNEE("Assignee"),
  /** The day by which it should be finished. */
  DUE("Due"),
  /** The day before which it must not be started. */
  NOT_BEFORE("Not Before");

  private final String label;

  FieldName(String label) {
    this.label = label;
  }

  /** The label as written in a file. */
  public String label() {
    return label;
  }

  /** Whether its value is a single line, even if more text follows below. */
  public boolean isOneLine() {
    return this == ASSIGNEE || this == DUE || this == NOT_BEFORE;
  }

  /** The field with this label, ignoring case; synonyms such as "Effort" or "Depends on" count. */
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
