package dev.replenish.outline.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Headings whose numbers go on from one group to the next, as those of chapters do not. */
public final class RunningNumbers {
  private static final int LONGEST = 4;

  private final Set<Section> groups = new HashSet<>();

  /** Looks at the numbers of all headings in listed order. */
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

  /** A heading with a number, below another one. */
  private record Numbered(Section group, int number) {}

  private static Optional<Integer> number(HeadingFacts facts) {
    return facts
        .caption
        .id()
        .filter(id -> id.length() <= LONGEST && id.chars().allMatch(c -> c >= '0' && c <= '9'))
        .map(Integer::valueOf);
  }

  /** Whether the headings below {@code group} go on from others, or others from them. */
  public boolean in(Section group) {
    return groups.contains(group);
  }
}
