package dev.replenish.plan.add;

import dev.replenish.board.Priority;
import dev.replenish.text.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where to add a new task; an empty value leaves it open (docs/reference/adding.md).
 *
 * @param under the words of a heading
 * @param type the type of a section
 * @param priority the priority of a section
 */
public record AddPlace(Optional<String> under, Optional<String> type, Optional<Priority> priority) {

  /** Whether a section with this heading, type and priority fits. */
  boolean fits(Optional<String> heading, Optional<String> itsType, Optional<Priority> itsPriority) {
    return (under.isEmpty() || isCalled(heading) || isCalled(itsType))
        && (type.isEmpty() || itsType.filter(type.get()::equalsIgnoreCase).isPresent())
        && (priority.isEmpty() || itsPriority.equals(priority));
  }

  private boolean isCalled(Optional<String> name) {
    String wanted = folded(under.orElseThrow());
    return name.map(AddPlace::folded).filter(wanted::equals).isPresent();
  }

  /** The requested place, for messages. */
  String words() {
    List<String> words = new ArrayList<>();
    under.ifPresent(words::add);
    type.ifPresent(words::add);
    priority.ifPresent(value -> words.add(value.word()));
    return OneLine.clean(String.join(" ", words));
  }

  /** Only the letters and digits of {@code words}, in lower case. */
  static String folded(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
