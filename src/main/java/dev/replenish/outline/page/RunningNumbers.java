package dev.replenish.outline.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds headings whose numbers continue from one group to the next, unlike those of chapters. */
public final class RunningNumbers {
  private static final int LONGEST = 4;

  private final Set<Section> groups = new HashSet<>();

  /** Reads the numbers of all headings, in listed order. */
  public RunningNumbers(List<HeadingFacts> all) {
    Map<Integer, Numbered> last = new HashMap<>();
    for (HeadingFacts facts : all) {
      Section group = facts.section.parent;
      Integer number = group == null ? null : number(facts).orElse(null);
      if (group != null && number != null) {
        Numbered before = last.put(facts.section.level, new Numbered(group, number));
        if (before != null && before.group != group && before.number < number) {
          groups.add(before.group);
          groups.add(group);
        }
      }
    }
  }

  /** The number of a heading, and the heading above it. */
  private record Numbered(Section group, int number) {}

  private static Optional<Integer> number(HeadingFacts facts) {
    return facts
        .caption
        .id()
        .filter(id -> id.length() <= LONGEST && id.chars().allMatch(c -> c >= '0' && c <= '9'))
        .map(Integer::valueOf);
  }

  /** Whether the numbers below {@code group} continue those of another group, or the reverse. */
  public boolean in(Section group) {
    return groups.contains(group);
  }
}
