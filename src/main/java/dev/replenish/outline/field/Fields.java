package dev.replenish.outline.field;

import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.Status;
import dev.replenish.dialect.Body;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.Column;
import dev.replenish.outline.words.Pictures;
import dev.replenish.outline.words.Vocabulary;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The labelled lines of a task, under the names that the rules use. */
public final class Fields {
  /** Labels that are about a task and hardly ever about anything else. */
  public static final Set<Column> TASK_LABELS =
      EnumSet.of(
          Column.STATUS, Column.PRIORITY, Column.EFFORT, Column.DEPENDENCIES, Column.DESCRIPTION);

  /** The first byte of a full-width colon. */
  static final byte FULL_WIDTH = (byte) 0xEF;

  public static final Fields NONE = new Fields(List.of());

  private final List<Field> fields;

  private Fields(List<Field> fields) {
    this.fields = fields;
  }

  /** The fields between two offsets. */
  public static Fields in(SourceText source, Span body) {
    if (!mayHold(source.bytes(), body)) {
      return NONE;
    }
    List<Field> fields = new ArrayList<>();
    for (Field field : Body.read(source, body).fields()) {
      fields.addAll(InlineFields.of(source, field));
    }
    fields.addAll(PlainLabels.in(source, body));
    return new Fields(fields);
  }

  /** Whether a text may hold fields: it has a colon, which may be full-width, or a heading. */
  private static boolean mayHold(byte[] bytes, Span body) {
    for (int i = body.from(); i < body.to(); i++) {
      if (bytes[i] == ':' || bytes[i] == '#' || bytes[i] == FULL_WIDTH) {
        return true;
      }
    }
    return false;
  }

  /** A field from a row of two cells: a name, which may be emphasised, and its value. */
  public static Field row(SourceText source, Span name, Span value) {
    String label = source.text(name).replace("*", "").replace("`", "").strip();
    return Field.of(label, source.word(value), value);
  }

  /** These fields and {@code more}. */
  public Fields and(List<Field> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Field> all = new ArrayList<>(fields);
    all.addAll(more);
    return new Fields(all);
  }

  /** The fields that {@code accepted} accepts. */
  public Fields where(Predicate<Field> accepted) {
    return fields.isEmpty() ? this : new Fields(fields.stream().filter(accepted).toList());
  }

  /**
   * A field with a single value, such as a cell of a table.
   *
   * @param otherwise its label if the column is none that the rules read
   */
  public static Field single(Column column, SourceText source, Span value, String otherwise) {
    String label = label(column, column == Column.PRIORITY ? "Priority" : otherwise);
    return Field.of(label, source.word(value), value);
  }

  /** Whether there is a label that is about a task and hardly ever about anything else. */
  public boolean haveTaskLabel() {
    return fields.stream()
        .map(field -> Vocabulary.column(field.label()))
        .flatMap(Optional::stream)
        .anyMatch(TASK_LABELS::contains);
  }

  /**
   * The first field whose label means {@code column}; without one, the first value that can be
   * nothing but a state counts as the status.
   */
  public Optional<Field> of(Column column) {
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    Optional<Field> found =
        fields.stream().filter(field -> Vocabulary.names(field.label(), column)).findFirst();
    return found.isEmpty() && column == Column.STATUS
        ? fields.stream().filter(field -> isState(field.label(), field.value())).findFirst()
        : found;
  }

  /** The status done or rejected, if a label gives it: {@code **Delivered:** the first half}. */
  public Optional<Status> over() {
    return fields.stream()
        .filter(field -> !field.value().isEmpty())
        .flatMap(field -> Vocabulary.exactStatus(field.label()).stream())
        .filter(status -> !status.isActive())
        .findFirst();
  }

  /** Whether a value under an unknown label can be nothing but a state. */
  static boolean isState(String label, String value) {
    String capitals = value.strip();
    boolean pictured =
        Vocabulary.column(label).isEmpty()
            && Caption.firstPicture(capitals).flatMap(Pictures::statusOf).isPresent();
    return pictured
        || capitals.length() > 2
            && capitals.equals(capitals.toUpperCase(Locale.ROOT))
            && !capitals.equals(capitals.toLowerCase(Locale.ROOT))
            && Vocabulary.column(label).isEmpty()
            && Vocabulary.exactStatus(capitals).isPresent();
  }

  /** All fields, each under the standard label for its meaning. */
  public List<Field> known() {
    if (fields.isEmpty()) {
      return List.of();
    }
    List<Field> known = new ArrayList<>();
    for (Field field : fields) {
      Column column = Vocabulary.column(field.label()).orElse(null);
      known.add(
          new Field(
              label(column, field.label()),
              field.value(),
              field.valueSpan(),
              field.extent(),
              field.lines(),
              field.steps()));
    }
    return known;
  }

  private static String label(@Nullable Column column, String otherwise) {
    if (column == null) {
      return otherwise;
    }
    return switch (column) {
      case STATUS -> FieldName.STATUS.label();
      case EFFORT -> FieldName.EFFORT.label();
      case DEPENDENCIES -> FieldName.DEPENDENCIES.label();
      case DOCUMENTATION -> FieldName.DOCUMENTATION.label();
      case ASSIGNEE -> FieldName.ASSIGNEE.label();
      case DUE -> FieldName.DUE.label();
      case NOT_BEFORE -> FieldName.NOT_BEFORE.label();
      case TITLE, DESCRIPTION, ID, PRIORITY, COMPONENT, OTHER -> otherwise;
    };
  }
}
