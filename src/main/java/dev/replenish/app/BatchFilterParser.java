package dev.replenish.app;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Priority;
import dev.replenish.board.ProblemException;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Policy;
import dev.replenish.text.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Parses the options that say which groups and how many tasks a caller asks for. */
public final class BatchFilterParser {
  private static final List<String> PRIORITIES = List.of("critical", "high", "medium", "low");

  private BatchFilterParser() {}

  /**
   * Returns the filter that these options describe.
   *
   * @param type a type: any word
   * @param priority critical, high, medium or low, or P0 to P3
   * @param group type, priority or both: {@code type:dev,priority:high}, or a group's label
   * @param max the number of tasks, 1 to 5
   * @throws ProblemException {@code USAGE} if an option is invalid or two contradict each other
   */
  public static BatchFilter parse(
      Optional<String> type,
      Optional<String> priority,
      Optional<String> group,
      Optional<String> max) {
    Optional<String> typeFilter =
        type.isPresent() ? Optional.of(type(type.get())) : Optional.empty();
    Optional<Priority> priorityFilter =
        priority.isPresent() ? Optional.of(priority(priority.get())) : Optional.empty();
    for (String part : parts(group.orElse("").strip())) {
      if (part.startsWith("type:")) {
        typeFilter = requireAgreement(typeFilter, type(part.substring("type:".length())));
      } else if (part.startsWith("priority:")) {
        priorityFilter =
            requireAgreement(priorityFilter, priority(part.substring("priority:".length())));
      } else {
        throw invalid("group", group.orElse(""), "the form type:dev,priority:high");
      }
    }
    int limit = max.isPresent() ? max(max.get()) : Policy.MAX_BATCH;
    return new BatchFilter(typeFilter, priorityFilter, limit);
  }

  /** Parses a priority. */
  public static Priority priority(String word) {
    return Priority.parse(word.strip())
        .orElseThrow(
            () ->
                new ProblemException(
                    ErrorCode.USAGE,
                    "there is no priority '" + word + "'",
                    Suggestion.to(word, PRIORITIES)
                        .map(near -> "Did you mean '" + near + "'?")
                        .orElse("It can be critical, high, medium or low, or P0 to P3.")));
  }

  private static List<String> parts(String group) {
    String plain = group.replace("][", ",").replace("[", "").replace("]", "");
    return plain.isEmpty() && group.isEmpty()
        ? List.of()
        : Stream.of(plain.split(",", -1)).map(String::strip).toList();
  }

  private static String type(String word) {
    String type = word.strip().toLowerCase(Locale.ROOT);
    if (type.isEmpty()) {
      throw invalid("type", word, "a word such as dev");
    }
    return type;
  }

  private static int max(String given) {
    String word = given.strip();
    boolean digit = word.length() == 1 && word.charAt(0) >= '1';
    if (!digit || word.charAt(0) > '0' + Policy.MAX_BATCH) {
      throw invalid("max", given, "a number from 1 to " + Policy.MAX_BATCH);
    }
    return word.charAt(0) - '0';
  }

  private static <T> Optional<T> requireAgreement(Optional<T> before, T now) {
    if (before.isPresent() && !before.get().equals(now)) {
      throw new ProblemException(
          ErrorCode.USAGE,
          "the group and the type or priority contradict each other",
          "Leave one of them out.");
    }
    return Optional.of(now);
  }

  private static ProblemException invalid(String what, String value, String expected) {
    return new ProblemException(
        ErrorCode.USAGE, what + " can't be '" + value + "'", "Give it " + expected + ".");
  }
}
