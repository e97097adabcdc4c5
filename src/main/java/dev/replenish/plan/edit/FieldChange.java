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
 * What a field is to say (docs/reference/editing.md).
 *
 * @param field which one
 * @param values its values, fit to be in lines of Markdown; none takes the field out
 */
public record FieldChange(EditField field, List<String> values) {

  /** Copies the collection. */
  public FieldChange {
    values = List.copyOf(values);
  }

  /** The change to what a caller has given; values that nobody would see are left out. */
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

  /** The values in one text: steps on lines of their own. */
  String text(String newLine) {
    return String.join(field == EditField.PLAN ? newLine : ", ", values);
  }

  /**
   * Whether {@code task} says so.
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

  /** Words alone, without what sets items of a list or steps apart. */
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
