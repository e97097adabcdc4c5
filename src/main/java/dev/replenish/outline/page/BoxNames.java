package dev.replenish.outline.page;

import dev.replenish.outline.words.Caption;
import java.util.HashMap;
import java.util.Map;

/** Counts the names before boxes, to find those that only one box has. */
public final class BoxNames {
  private final Map<String, Integer> uses = new HashMap<>();

  /** Adds the name at the start of the text of a box below a heading, if it has one. */
  public void add(HeadingFacts facts, String text) {
    if (Caption.isNamed(text)) {
      String name = Caption.of(text).id().orElse("");
      facts.boxNames.add(name);
      uses.merge(name, 1, Integer::sum);
    }
  }

  /** The number of names below a heading that no other box has. */
  public int unique(HeadingFacts facts) {
    return (int) facts.boxNames.stream().filter(name -> uses.getOrDefault(name, 0) == 1).count();
  }
}
