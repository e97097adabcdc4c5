package dev.replenish.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of one call, sorted.
 *
 * @param values each option's values by its {@link Option#name}; a switch that is on has ""
 * @param operands what is no option
 */
record Args(Map<String, List<String>> values, List<String> operands) {
  /** Nothing was given. */
  static final Args NONE = new Args(Map.of(), List.of());

  boolean has(Option option) {
    return values.containsKey(option.name());
  }

  /** The value of {@code option}; of several the last. */
  Optional<String> value(Option option) {
    List<String> all = all(option);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Every value of {@code option} in the order of the call. */
  List<String> all(Option option) {
    return values.getOrDefault(option.name(), List.of());
  }
}
