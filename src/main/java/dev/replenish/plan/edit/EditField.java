package dev.replenish.plan.edit;

import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.TaskFields;
import java.util.Optional;

/** A field that {@code edit} can change (docs/reference/editing.md). */
public enum EditField {
  /** The numbered steps. */
  PLAN(FieldName.PLAN),
  /** How long it takes. */
  EFFORT(FieldName.EFFORT),
  /** What to read before. */
  DOCUMENTATION(FieldName.DOCUMENTATION),
  /** What comes before. */
  DEPENDENCIES(FieldName.DEPENDENCIES),
  /** The day by which it is due. */
  DUE(FieldName.DUE),
  /** The day before which it is not begun. */
  NOT_BEFORE(FieldName.NOT_BEFORE),
  /** Who does it. */
  ASSIGNEE(FieldName.ASSIGNEE),
  /** Anything else. */
  NOTES();

  private final Optional<FieldName> name;

  EditField(FieldName name) {
    this.name = Optional.of(name);
  }

  EditField() {
    this.name = Optional.empty();
  }

  /** The label of a new one. */
  public String label() {
    return name.map(FieldName::label).orElse("Notes");
  }

  /** The field of a task, if it has one. */
  Optional<Field> in(TaskFields details) {
    return name.isPresent() ? details.telling(name.get()) : details.notes();
  }

  /** Whether a column called {@code header} is for it; none is for steps. */
  boolean hasColumn(String header) {
    return this != PLAN && isCalled(header);
  }

  /** Whether {@code label} names it. */
  boolean isCalled(String label) {
    return name.isPresent() ? FieldName.of(label).equals(name) : TaskFields.isNotes(label);
  }

  /** Whether its value is one line, whatever is below it. */
  boolean isOneLine() {
    return this == EFFORT || this == DUE || this == NOT_BEFORE || this == ASSIGNEE;
  }
}
