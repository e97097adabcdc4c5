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
  /** What to read first. */
  DOCUMENTATION(FieldName.DOCUMENTATION),
  /** The tasks that come first. */
  DEPENDENCIES(FieldName.DEPENDENCIES),
  /** The day by which it is due. */
  DUE(FieldName.DUE),
  /** The day before which it is not begun. */
  NOT_BEFORE(FieldName.NOT_BEFORE),
  /** Who works on it. */
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

  /** The label of a new field. */
  public String label() {
    return name.map(FieldName::label).orElse("Notes");
  }

  /** The field of a task, if it has one. */
  Optional<Field> in(TaskFields details) {
    return name.isPresent() ? details.fieldOrMark(name.get()) : details.notes();
  }

  /** Whether a column called {@code header} holds this field; none holds steps. */
  boolean hasColumn(String header) {
    return this != PLAN && isCalled(header);
  }

  /** Whether {@code label} names this field. */
  boolean isCalled(String label) {
    return name.isPresent() ? FieldName.of(label).equals(name) : TaskFields.isNotes(label);
  }

  /** Whether its value is one line, whatever is below it. */
  boolean isOneLine() {
    return this == EFFORT || this == DUE || this == NOT_BEFORE || this == ASSIGNEE;
  }
}
