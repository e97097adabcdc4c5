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

/**
 * The fields of one task, in the order in which they are; the first of two with one name counts.
 */
public final class TaskFields {
  /** What people call the field that notes go to. */
  private static final String[] NOTES = {"Notes", "Notes & Summary", "Notes and Summary"};

  private final List<Field> fields;
  private final Optional<Status> stated;
  private final Supplier<List<Field>> marks;
  private final StatusAliases aliases;
  private final Map<FieldName, Field> known;
  private @Nullable List<Field> read;

  /**
   * The details that {@code fields} make up.
   *
   * @param stated the status, where it is given in another way than by a field
   * @param marks reads the dates and names that are in its first line, when they are first asked
   *     for; a field counts before them
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

  /** All fields, the task's own ones included. */
  public List<Field> fields() {
    return fields;
  }

  /** The field called {@code name}, if the task has it. */
  public Optional<Field> field(FieldName name) {
    Field field = known.get(name);
    return field != null || !name.isOneLine() ? Optional.ofNullable(field) : mark(name);
  }

  /** The same, but a mark where the field holds nothing. */
  public Optional<Field> telling(FieldName name) {
    Optional<Field> field = field(name);
    boolean empty = field.isPresent() && field.get().value().isEmpty() && name.isOneLine();
    return empty ? mark(name).or(() -> field) : field;
  }

  private Optional<Field> mark(FieldName name) {
    List<Field> marked = read;
    if (marked == null) {
      marked = marks.get();
      read = marked;
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

  /** The field that notes and reasons go to, if the task has it. */
  public Optional<Field> notes() {
    return labelled(NOTES);
  }

  /** Whether a field with this label is for notes. */
  public static boolean isNotes(String label) {
    return Stream.of(NOTES).anyMatch(label::equalsIgnoreCase);
  }

  /**
   * The status; {@link Status#TODO} where the task has no such field, empty where it is no status.
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

  /** The word of the team that gives the status in its field, as it is written there. */
  public Optional<String> statusWord() {
    Field field = known.get(FieldName.STATUS);
    return field == null ? Optional.empty() : aliases.written(field.value());
  }

  /** The day by which it should be finished. */
  public Optional<LocalDate> due() {
    return written(FieldName.DUE).flatMap(CalendarDate::parse);
  }

  /** The day before which it is not to be begun. */
  public Optional<LocalDate> notBefore() {
    return written(FieldName.NOT_BEFORE).flatMap(CalendarDate::parse);
  }

  /** Who does it, without emphasis, links and an {@code @} in front. */
  public Optional<String> assignee() {
    return written(FieldName.ASSIGNEE).map(Assignee::name).filter(name -> !name.isEmpty());
  }

  /** How long it takes, as it is written. */
  public Optional<String> estimate() {
    return field(FieldName.EFFORT)
        .map(field -> OneLine.line(OneLine.withoutComments(field.value())))
        .filter(value -> !OneLine.isPlaceholder(value));
  }

  /** The value of a field of one line; none where it holds only the place of one. */
  private Optional<String> written(FieldName name) {
    Optional<String> value = field(name).flatMap(TaskFields::value);
    return value.isPresent() ? value : mark(name).flatMap(TaskFields::value);
  }

  private static Optional<String> value(Field field) {
    return Optional.of(OneLine.withoutComments(field.value()).strip())
        .filter(value -> !OneLine.isPlaceholder(value));
  }

  /** The fields that should hold a day and hold something else. */
  public List<Field> wrongDates() {
    return Stream.of(FieldName.DUE, FieldName.NOT_BEFORE)
        .filter(name -> written(name).filter(v -> CalendarDate.parse(v).isEmpty()).isPresent())
        .flatMap(name -> field(name).stream())
        .toList();
  }
}
