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

  public RunningNumbers(List<HeadingFacts> all) {
    Map<Integer, Section> last = new HashMap<>();
    for (HeadingFacts facts : all) {
      Section section = facts.section;
      if (section.parent != null && number(facts).isPresent()) {
        Section before = last.put(section.level, section);
        if (before != null && before.parent != section.parent && follows(before, facts)) {
          groups.add(before.parent == null ? section : before.parent);
          groups.add(section.parent);
        }
      }
    }
  }

  private static boolean follows(Section before, HeadingFacts facts) {
    Optional<Integer> number = before.facts == null ? Optional.empty() : number(before.facts);
    return number.filter(of -> of < number(facts).orElse(0)).isPresent();
  }

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
