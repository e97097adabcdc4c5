package dev.replenish.rules;

import dev.replenish.board.Priority;
import dev.replenish.board.Tag;
import dev.replenish.text.EditDistance;
import dev.replenish.text.Replacement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Obvious misspellings in tags, such as {@code [pririty:hgih]} (docs/reference/findings.md,
 * "Repairs").
 */
final class Typos {
  private static final List<String> KEYS = List.of("type", "priority", "component");
  private static final int SHORT = 4;

  private final List<Tag> tags;
  private final Set<String> keys;

  Typos(List<Tag> tags) {
    this.tags = tags;
    this.keys =
        tags.stream().map(tag -> tag.key().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /** The edits that fix {@code tag}; none if there is no obvious misspelling. */
  List<Replacement> fix(Tag tag) {
    List<Replacement> edits = new ArrayList<>();
    Optional<String> key = correctedKey(tag);
    key.ifPresent(word -> edits.add(Replacement.of(tag.keySpan(), word)));
    if (key.orElse(tag.key()).equalsIgnoreCase("priority")) {
      correctedPriority(tag.value())
          .ifPresent(word -> edits.add(Replacement.of(tag.valueSpan(), word)));
    }
    return edits;
  }

  /** Whether some tag is a misspelling of {@code key}, so that the key isn't missing. */
  boolean isMisspelled(String key) {
    return tags.stream().anyMatch(tag -> correctedKey(tag).filter(key::equals).isPresent());
  }

  private Optional<String> correctedKey(Tag tag) {
    String key = tag.key().toLowerCase(Locale.ROOT);
    if (KEYS.contains(key) || key.equals("id")) {
      return Optional.empty();
    }
    return nearest(key, KEYS).filter(word -> !keys.contains(word));
  }

  private static Optional<String> correctedPriority(String value) {
    if (Priority.parse(value).isPresent()) {
      return Optional.empty();
    }
    List<String> words = Arrays.stream(Priority.values()).map(Priority::word).toList();
    return nearest(value.toLowerCase(Locale.ROOT), words);
  }

  private static Optional<String> nearest(String word, List<String> known) {
    if (word.length() > 2 * KEYS.get(2).length()) {
      return Optional.empty();
    }
    for (String candidate : known) {
      int allowed = candidate.length() <= SHORT ? 1 : 2;
      if (EditDistance.between(word, candidate) <= allowed) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
