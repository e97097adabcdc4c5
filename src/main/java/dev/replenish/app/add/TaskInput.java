package dev.replenish.app.add;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller says of one new task; nothing in it is checked yet.
 *
 * @param name how messages call it, such as {@code task 2}; "" where it is the only one
 * @param values the values of each field that was given
 * @param bodyName where the body comes from, such as a file's name
 * @param wrong what is wrong with the way it was written, such as an unknown field
 */
public record TaskInput(
    String name, Map<InputField, List<String>> values, String bodyName, List<String> wrong) {

  /** Copies the collections; blank values count as not given. */
  public TaskInput {
    Map<InputField, List<String>> given = new EnumMap<>(InputField.class);
    values.forEach(
        (field, all) -> {
          List<String> some = all.stream().filter(value -> !value.isBlank()).toList();
          if (!some.isEmpty()) {
            given.put(field, some);
          }
        });
    values = Map.copyOf(given);
    wrong = List.copyOf(wrong);
  }

  /** The value of a field; of several the last. */
  Optional<String> one(InputField field) {
    List<String> all = all(field);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** All values of a field. */
  List<String> all(InputField field) {
    return values.getOrDefault(field, List.of());
  }

  /** The same with other values of a field. */
  TaskInput with(InputField field, List<String> all) {
    Map<InputField, List<String>> changed = new EnumMap<>(InputField.class);
    changed.putAll(values);
    changed.put(field, all);
    return new TaskInput(name, changed, bodyName, wrong);
  }

  boolean has(InputField field) {
    return values.containsKey(field);
  }
}
