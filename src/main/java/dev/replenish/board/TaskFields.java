package dev.replenish.board;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fields of one task, in the order in which they stand; the first of two with one name counts.
 */
public final class TaskFields {
  private final List<Field> fields;
  private final Optional<Status> stated;
  private final Map<FieldName, Field> known = new EnumMap<>(FieldName.class);

  /** The details that {@code fields} make up. */
  public TaskFields(List<Field> fields) {
    this(fields, Optional.empty());
  }

  /** The same of a task whose status is {@code stated} in another way than by a field. */
  public TaskFields(List<Field> fields, Optional<Status> stated) {
    this.fields = List.copyOf(fields);
    this.stated = stated;
    for (Field field : fields) {
      Optional<FieldName> name = FieldName.of(field.label());
      if (name.isPresent()) {
        known.putIfAbsent(name.get(), field);
      }
    }
  }

  /** All fields, the task's own ones included. */
  public List<Field> fields() {
    return fields;
  }

  /** The field called {@code name}, if the task has it. */
  public Optional<Field> field(FieldName name) {
    return Optional.ofNullable(known.get(name));
  }

  /** The first field whose label is one of {@code labels}, in any case. */
  public Optional<Field> labelled(String... labels) {
    return fields.stream()
        .filter(field -> Stream.of(labels).anyMatch(field.label()::equalsIgnoreCase))
        .findFirst();
  }

  /**
   * The status; {@link Status#TODO} where the task has no such field, empty where it is no status.
   */
  public Optional<Status> status() {
    if (stated.isPresent()) {
      return stated;
    }
    Field field = known.get(FieldName.STATUS);
    return field == null ? Optional.of(Status.TODO) : Status.parse(field.value());
  }
}
