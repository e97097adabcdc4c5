package dev.replenish.outline.page;

import dev.replenish.outline.words.Caption;
import java.util.HashMap;
import java.util.Map;

/** The names in front of boxes, of which those count that no other box has. */
public final class BoxNames {
  private final Map<String, Integer> uses = new HashMap<>();

  /** Takes in the text behind a box below a heading. */
  public void add(HeadingFacts facts, String text) {
    if (Caption.isNamed(text)) {
      String name = Caption.of(text).id().orElse("");
      facts.boxNames.add(name);
      uses.merge(name, 1, Integer::sum);
    }
  }

  /** How many of the names below a heading come once. */
  public int unique(HeadingFacts facts) {
    return (int) facts.boxNames.stream().filter(name -> uses.getOrDefault(name, 0) == 1).count();
  }
}
