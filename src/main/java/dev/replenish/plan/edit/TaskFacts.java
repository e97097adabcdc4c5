package dev.replenish.plan.edit;

import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.Task;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Compares the content of a task before and after a change. */
final class TaskFacts {
  /** The fields of which rules read more than the first line. */
  private static final Set<FieldName> WHOLE =
      EnumSet.of(FieldName.DOCUMENTATION, FieldName.DEPENDENCIES);

  private TaskFacts() {}

  /**
   * Whether both have the same content, except for titles and fields that {@code changed} accepts.
   */
  static boolean same(Task one, Task other, Predicate<String> changed) {
    return one.details().status().equals(other.details().status())
        && one.type().equals(other.type())
        && one.priority().equals(other.priority())
        && one.defects().equals(other.defects())
        && (!one.isNamed() || one.id().equals(other.id()))
        && fields(one, changed).equals(fields(other, changed));
  }

  private static List<String> fields(Task task, Predicate<String> changed) {
    List<String> values = new ArrayList<>();
    for (Field field : task.details().fields()) {
      if (!changed.test(field.label())) {
        boolean whole = FieldName.of(field.label()).filter(WHOLE::contains).isPresent();
        String text = whole ? field.text() : field.value();
        values.add(field.label() + "\n" + text + "\n" + field.steps());
      }
    }
    for (FieldName name : FieldName.values()) {
      Optional<Field> field = task.details().fieldOrMark(name);
      if (field.isPresent()
          && !changed.test(name.label())
          && !task.details().fields().contains(field.get())) {
        values.add(name + "\n" + field.get().value());
      }
    }
    return values;
  }

  /** The title without the marks that give a date or a name. */
  static String bare(Task task) {
    String title = task.title();
    for (FieldName name : FieldName.values()) {
      Optional<Field> field = task.details().fieldOrMark(name);
      if (field.isPresent() && !task.details().fields().contains(field.get())) {
        String value = Pattern.quote(field.get().value());
        title = title.replaceAll("\\S*\\s?" + value + "\\S*", " ");
      }
    }
    return title.replaceAll("\\s+", " ").strip();
  }
}
