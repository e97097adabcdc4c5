package dev.replenish.board;

import java.util.Locale;
import java.util.Optional;

/** The fields of an entry of {@code TASK_INDEX.md}, in the order in which they are written. */
public enum IndexField {
  /** The task's type. */
  TYPE,
  /** One of the four priorities. */
  PRIORITY,
  /** The part of the product. */
  COMPONENT,
  /** One of the five statuses. */
  STATUS,
  /** The file that holds the task. */
  LOCATION,
  /** The day on which the task was created. */
  CREATED,
  /** The day on which the task was finished. */
  COMPLETED,
  /** Its title. */
  TITLE;

  /** The label, such as {@code location}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field that {@code label} names, in any case. */
  public static Optional<IndexField> of(String label) {
    for (IndexField field : values()) {
      if (field.name().equalsIgnoreCase(label)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
