package dev.replenish.app.add;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A caller's input for one new task, not checked yet.
 *
 * @param name the task's name in messages, such as {@code task 2}; "" if it is the only one
 * @param values the values of each field that was given
 * @param bodyName the source of the body, such as a file's name
 * @param errors the errors in the form of the input, such as an unknown field
 */
public record TaskInput(
    String name, Map<InputField, List<String>> values, String bodyName, List<String> errors) {

  /** Copies the collections; omits blank values. */
  public TaskInput {
    Map<InputField, List<String>> given = new EnumMap<>(InputField.class);
    values.forEach(
        (field, all) -> {
          List<String> nonBlank = all.stream().filter(value -> !value.isBlank()).toList();
          if (!nonBlank.isEmpty()) {
            given.put(field, nonBlank);
          }
        });
    values = Map.copyOf(given);
    errors = List.copyOf(errors);
  }

  /** The value of a field; the last one if there are several. */
  Optional<String> one(InputField field) {
    List<String> all = all(field);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** All values of a field. */
  List<String> all(InputField field) {
    return values.getOrDefault(field, List.of());
  }

  /** Returns a copy with other values of a field. */
  TaskInput with(InputField field, List<String> all) {
    Map<InputField, List<String>> changed = new EnumMap<>(InputField.class);
    changed.putAll(values);
    changed.put(field, all);
    return new TaskInput(name, changed, bodyName, errors);
  }

  boolean has(InputField field) {
    return values.containsKey(field);
  }
}
