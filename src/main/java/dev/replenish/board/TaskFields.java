package dev.replenish.board;

import dev.replenish.text.OneLine;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of one task in listed order; the first of several with one name counts. */
public final class TaskFields {
  /** The labels of the field for notes. */
  private static final String[] NOTES = {"Notes", "Notes & Summary", "Notes and Summary"};

  private final List<Field> fields;
  private final Optional<Status> stated;
  private final Supplier<List<Field>> marks;
  private final StatusAliases aliases;
  private final Map<FieldName, Field> known;
  private @Nullable List<Field> markedFields;

  /**
   * The details given by {@code fields}.
   *
   * @param stated the status, if it is given otherwise than by a field
   * @param marks reads the dates and names in the task's first line, when they are first needed;
   *     fields take precedence over them
   * @param aliases the status words of the team
   */
  public TaskFields(
      List<Field> fields,
      Optional<Status> stated,
      Supplier<List<Field>> marks,
      StatusAliases aliases) {
    this.aliases = aliases;
    this.fields = List.copyOf(fields);
    this.stated = stated;
    this.marks = marks;
    this.known = fields.isEmpty() ? Map.of() : known(fields);
  }

  private static Map<FieldName, Field> known(List<Field> fields) {
    Map<FieldName, Field> known = new EnumMap<>(FieldName.class);
    for (Field field : fields) {
      Optional<FieldName> name = FieldName.of(field.label());
      if (name.isPresent()) {
        known.putIfAbsent(name.get(), field);
      }
    }
    return known;
  }

  /** All fields, including custom ones. */
  public List<Field> fields() {
    return fields;
  }

  /** The field called {@code name}; a missing date or assignee is taken from its mark, if any. */
  public Optional<Field> field(FieldName name) {
    Field field = known.get(name);
    return field != null || !name.isOneLine() ? Optional.ofNullable(field) : mark(name);
  }

  /** The field called {@code name}, but the mark, if any, instead of an empty field. */
  public Optional<Field> fieldOrMark(FieldName name) {
    Optional<Field> field = field(name);
    boolean empty = field.isPresent() && field.get().value().isEmpty() && name.isOneLine();
    return empty ? mark(name).or(() -> field) : field;
  }

  private Optional<Field> mark(FieldName name) {
    List<Field> marked = markedFields;
    if (marked == null) {
      marked = marks.get();
      markedFields = marked;
    }
    for (Field field : marked) {
      if (field.label().equals(name.label())) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** The first field whose label is one of {@code labels}, in any case. */
  public Optional<Field> labelled(String... labels) {
    return fields.stream()
        .filter(field -> Stream.of(labels).anyMatch(field.label()::equalsIgnoreCase))
        .findFirst();
  }

  /** The field for notes and reasons, if the task has one. */
  public Optional<Field> notes() {
    return labelled(NOTES);
  }

  /** Whether a field with this label is for notes. */
  public static boolean isNotes(String label) {
    return Stream.of(NOTES).anyMatch(label::equalsIgnoreCase);
  }

  /**
   * The status; {@link Status#TODO} without a status field, empty if the field's value is invalid.
   */
  public Optional<Status> status() {
    if (stated.isPresent()) {
      return stated;
    }
    Field field = known.get(FieldName.STATUS);
    if (field == null) {
      return Optional.of(Status.TODO);
    }
    Optional<Status> alias = aliases.of(field.value());
    return alias.isPresent() ? alias : Status.parse(field.value());
  }

  /** The team's own word in the status field, as written, if the field uses one. */
  public Optional<String> statusWord() {
    Field field = known.get(FieldName.STATUS);
    return field == null ? Optional.empty() : aliases.written(field.value());
  }

  /** The day by which it should be finished. */
  public Optional<LocalDate> due() {
    return written(FieldName.DUE).flatMap(CalendarDate::parse);
  }

  /** The day before which it must not be started. */
  public Optional<LocalDate> notBefore() {
    return written(FieldName.NOT_BEFORE).flatMap(CalendarDate::parse);
  }

  /** Who does it, without emphasis, links and a leading {@code @}. */
  public Optional<String> assignee() {
    return written(FieldName.ASSIGNEE).map(Assignee::name).filter(name -> !name.isEmpty());
  }

  /** How long it takes, as written. */
  public Optional<String> estimate() {
    return field(FieldName.EFFORT)
        .map(field -> OneLine.line(OneLine.withoutComments(field.value())))
        .filter(value -> !OneLine.isPlaceholder(value));
  }

  /** The value of a single-line field or its mark; empty for a placeholder. */
  private Optional<String> written(FieldName name) {
    Optional<String> value = field(name).flatMap(TaskFields::value);
    return value.isPresent() ? value : mark(name).flatMap(TaskFields::value);
  }

  private static Optional<String> value(Field field) {
    return Optional.of(OneLine.withoutComments(field.value()).strip())
        .filter(value -> !OneLine.isPlaceholder(value));
  }

  /** The date fields whose value is not a date. */
  public List<Field> wrongDates() {
    return Stream.of(FieldName.DUE, FieldName.NOT_BEFORE)
        .filter(name -> written(name).filter(v -> CalendarDate.parse(v).isEmpty()).isPresent())
        .flatMap(name -> field(name).stream())
        .toList();
  }
}
