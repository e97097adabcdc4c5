package dev.replenish.plan.edit;

import dev.replenish.board.Assignee;
import dev.replenish.board.Field;
import dev.replenish.board.Task;
import dev.replenish.plan.add.MarkdownEscape;
import dev.replenish.plan.add.TaskBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The new values of a field (docs/reference/editing.md).
 *
 * @param field the field
 * @param values its values, escaped for lines of Markdown; none removes the field
 */
public record FieldChange(EditField field, List<String> values) {

  /** Copies the collection. */
  public FieldChange {
    values = List.copyOf(values);
  }

  /** The change to the given values; those that would be invisible are left out. */
  public static FieldChange of(EditField field, List<String> given) {
    List<String> values = new ArrayList<>();
    for (String value : given) {
      String text = MarkdownEscape.inline(value);
      if (!text.isEmpty()) {
        values.add(field == EditField.DOCUMENTATION ? TaskBody.path(value) : text);
      }
    }
    return new FieldChange(field, field == EditField.PLAN ? TaskBody.numbered(values) : values);
  }

  /** The values as one text; steps are on lines of their own. */
  String text(String newLine) {
    return String.join(field == EditField.PLAN ? newLine : ", ", values);
  }

  /**
   * Whether the field of {@code task} has these values.
   *
   * @param rest lines that follow the values in their field
   */
  boolean isTrueOf(Task task, List<String> rest) {
    Optional<Field> has = field.in(task.details());
    if (values.isEmpty()) {
      return has.map(Field::value).orElse("").isEmpty()
          && has.map(Field::lines).stream().flatMap(List::stream).allMatch(String::isEmpty);
    }
    if (has.isEmpty()) {
      return false;
    }
    if (field == EditField.PLAN) {
      return plain(has.get().steps()).equals(plain(values));
    }
    if (field == EditField.ASSIGNEE) {
      return task.details().assignee().filter(name -> Assignee.is(name, values.get(0))).isPresent();
    }
    if (field.isOneLine()) {
      return plain(List.of(has.get().value())).equals(plain(values));
    }
    List<String> lines = new ArrayList<>(values);
    lines.addAll(rest);
    return plain(has.get().lines()).equals(plain(lines));
  }

  /** The words alone, without list markers, step numbers and line breaks. */
  private static String plain(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(line.replaceAll("(?m)^\\s*(?:[-*+]|\\d+[.)])\\s+", " ")).append(' ');
    }
    return text.toString()
        .replaceAll("<br\\s*/?>\\s*(?:\\d+[.)]\\s+)?", " ")
        .replace("\\", "")
        .replaceAll("[\\s,]+", " ")
        .strip();
  }
}
