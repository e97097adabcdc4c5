package dev.replenish.outline.page;

import dev.replenish.outline.words.Label;
import dev.replenish.outline.words.NormalizedText;
import dev.replenish.outline.words.Urgencies;
import dev.replenish.outline.words.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Labels that recur above plain lists, as the labels of parts of tasks do. */
public final class LabelTemplates {
  private final Map<String, Integer> labelled = new HashMap<>();

  /** Counts the labels above all lists of a document. */
  public LabelTemplates(List<ListUnit> lists) {
    for (ListUnit list : lists) {
      above(list).ifPresent(key -> labelled.merge(key, 1, Integer::sum));
    }
  }

  /** Whether the same label is above other lists too, and names no state or urgency. */
  public boolean isAgain(ListUnit list) {
    return above(list).filter(key -> labelled.getOrDefault(key, 0) > 1).isPresent();
  }

  /** The label above the list, also one that serves as a heading; not a state or an urgency. */
  private static Optional<String> above(ListUnit list) {
    Label label = list.label();
    String words =
        label != null ? label.words() : list.section().isLine() ? list.section().title : "";
    boolean stateOrUrgency =
        Vocabulary.topic(words).isPresent() || Urgencies.level(words).isPresent();
    return Optional.of(NormalizedText.words(words))
        .filter(key -> !key.isEmpty() && !stateOrUrgency);
  }
}
