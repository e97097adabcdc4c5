package dev.replenish.app.edit;

import dev.replenish.board.CalendarDate;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Priority;
import dev.replenish.board.ProblemException;
import dev.replenish.board.TaskId;
import dev.replenish.plan.edit.EditField;
import dev.replenish.plan.edit.FieldChange;
import dev.replenish.text.OneLine;
import dev.replenish.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The requested changes of a task (docs/reference/editing.md).
 *
 * @param title the new title
 * @param type the new type, one word
 * @param priority the new priority: critical, high, medium or low, or P0 to P3
 * @param fields the new values of fields; an empty list removes the field
 */
public record TaskEdit(
    Optional<String> title,
    Optional<String> type,
    Optional<String> priority,
    Map<TaskEdit.Part, List<String>> fields) {

  /**
   * The fields that can be changed, in the order of the changes: the plan is last, since prose may
   * follow it.
   */
  public enum Part {
    EFFORT,
    DOCUMENTATION,
    DEPENDENCIES,
    DUE,
    NOT_BEFORE,
    ASSIGNEE,
    NOTES,
    PLAN;

    EditField field() {
      return EditField.valueOf(name());
    }
  }

  /** Copies the collection. */
  public TaskEdit {
    fields = Map.copyOf(fields);
  }

  /** Whether no change is requested. */
  public boolean isEmpty() {
    return title.isEmpty() && type.isEmpty() && priority.isEmpty() && fields.isEmpty();
  }

  /** The type in lower case, as in tags. */
  Optional<String> typeWord() {
    return type.map(word -> word.strip().toLowerCase(Locale.ROOT));
  }

  /** The priority. */
  Optional<Priority> rank() {
    return priority.map(String::strip).flatMap(Priority::parse);
  }

  /** The changes of fields, in the order of {@link Part}. */
  List<FieldChange> changes() {
    List<FieldChange> changes = new ArrayList<>();
    for (Part part : Part.values()) {
      List<String> values = fields.get(part);
      if (values != null) {
        changes.add(FieldChange.of(part.field(), values));
      }
    }
    return changes;
  }

  /**
   * Checks the values; all errors are reported at once.
   *
   * @throws dev.replenish.board.ProblemException {@code USAGE}
   */
  void check() {
    List<String> errors = new ArrayList<>();
    if (title.filter(text -> OneLine.line(text).isEmpty()).isPresent()) {
      errors.add("a title can't be empty");
    }
    type.map(String::strip)
        .filter(word -> !TaskId.isSafeWord(word))
        .ifPresent(
            word -> errors.add("the type can't be '" + OneLine.clean(word) + "' (one word)"));
    priority
        .filter(word -> Priority.parse(word.strip()).isEmpty())
        .ifPresent(word -> errors.add(priority(word)));
    day(Part.DUE, errors);
    day(Part.NOT_BEFORE, errors);
    for (String id : fields.getOrDefault(Part.DEPENDENCIES, List.of())) {
      if (!id.isBlank() && !TaskId.isSafeWord(id.strip())) {
        errors.add("a dependency can't be '" + OneLine.clean(id) + "'");
      }
    }
    if (!errors.isEmpty()) {
      throw new ProblemException(
          ErrorCode.USAGE,
          "the task can't be changed: " + String.join("; ", errors),
          "See 'replenish help edit'.");
    }
  }

  private static String priority(String word) {
    List<String> words = Stream.of(Priority.values()).map(Priority::word).toList();
    String near = Suggestion.to(word, words).map(w -> "; did you mean " + w + "?").orElse("");
    return "the priority can't be '"
        + OneLine.clean(word)
        + "' (critical, high, medium or low"
        + near
        + ")";
  }

  private void day(Part field, List<String> errors) {
    for (String value : fields.getOrDefault(field, List.of())) {
      if (!value.isBlank() && CalendarDate.parse(value).isEmpty()) {
        errors.add("'" + OneLine.clean(value) + "' is not a date (write 2026-12-01 or 1 Dec 2026)");
      }
    }
  }
}
