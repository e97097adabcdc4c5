package dev.replenish.report;

import dev.replenish.board.FieldName;
import dev.replenish.rules.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Short reasons why a task is not ready: {@code lacks plan, effort}. */
public final class ReasonWords {
  private static final Pattern SUBJECT = Pattern.compile("^it (?:is (?=unclear))?");

  private ReasonWords() {}

  public static String of(List<Reason> reasons) {
    List<String> lacks = new ArrayList<>();
    List<String> awaits = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (Reason reason : reasons) {
      Optional<FieldName> field = reason.field();
      Optional<String> awaited = reason.awaited();
      if (field.isPresent() && !reason.isTooShort()) {
        lacks.add(word(field.get()));
      } else if (field.isPresent()) {
        words.add(word(field.get()) + " too short");
      } else if (awaited.isPresent()) {
        awaits.add(awaited.get());
      } else {
        words.add(SUBJECT.matcher(reason.words()).replaceFirst(""));
      }
    }
    if (!awaits.isEmpty()) {
      words.add("waits for " + String.join(", ", awaits));
    }
    if (!lacks.isEmpty()) {
      words.add("lacks " + String.join(", ", lacks));
    }
    return String.join("; ", words);
  }

  private static String word(FieldName field) {
    return switch (field) {
      case PLAN -> "plan";
      case EFFORT -> "effort";
      case DOCUMENTATION -> "docs";
      default -> field.label().toLowerCase(Locale.ROOT);
    };
  }
}
