package dev.replenish.plan.add;

import dev.replenish.board.Priority;
import dev.replenish.text.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a new task is wanted; what is empty leaves it open (docs/reference/adding.md).
 *
 * @param under words of a heading
 * @param type a type
 * @param priority a priority
 */
public record AddPlace(Optional<String> under, Optional<String> type, Optional<Priority> priority) {

  /** Whether a section with this heading, type and priority is meant. */
  boolean fits(Optional<String> heading, Optional<String> itsType, Optional<Priority> itsPriority) {
    return (under.isEmpty() || isCalled(heading) || isCalled(itsType))
        && (type.isEmpty() || itsType.filter(type.get()::equalsIgnoreCase).isPresent())
        && (priority.isEmpty() || itsPriority.equals(priority));
  }

  private boolean isCalled(Optional<String> name) {
    String wanted = folded(under.orElseThrow());
    return name.map(AddPlace::folded).filter(wanted::equals).isPresent();
  }

  /** What was asked, for messages. */
  String words() {
    List<String> words = new ArrayList<>();
    under.ifPresent(words::add);
    type.ifPresent(words::add);
    priority.ifPresent(of -> words.add(of.word()));
    return OneLine.clean(String.join(" ", words));
  }

  /** Letters and digits alone, in lower case. */
  static String folded(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
