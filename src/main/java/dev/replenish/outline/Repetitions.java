package dev.replenish.outline;

import dev.replenish.outline.page.HeadingFacts;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.words.Terms;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Which labels, sub-headings and titles come again, counted for each level of headings. */
final class Repetitions {
  private final Map<Integer, Map<String, Integer>> labels = new HashMap<>();
  private final Map<Integer, Map<String, Integer>> parts = new HashMap<>();
  private final Map<Integer, Map<String, Integer>> titles = new HashMap<>();

  /** Counts what is directly below a heading. */
  void add(HeadingFacts facts) {
    int level = facts.section.level;
    facts.labels.forEach(label -> count(labels, level, label));
    if (facts.section.parent != null) {
      count(titles, level, facts.key);
    }
    facts.section.children.stream()
        .map(child -> of(child).key)
        .distinct()
        .forEach(title -> count(parts, level, title));
  }

  private static void count(Map<Integer, Map<String, Integer>> counts, int level, String key) {
    counts.computeIfAbsent(level, l -> new HashMap<>()).merge(key, 1, Integer::sum);
  }

  private static int uses(Map<Integer, Map<String, Integer>> counts, int level, String key) {
    Map<String, Integer> of = counts.get(level);
    return of == null ? 0 : of.getOrDefault(key, 0);
  }

  private static HeadingFacts of(Section section) {
    return Objects.requireNonNull(section.facts);
  }

  /** How many of the labels of {@code facts} come again below another heading of its level. */
  int labels(HeadingFacts facts) {
    return (int)
        facts.labels.stream().filter(key -> uses(labels, facts.section.level, key) > 1).count();
  }

  /** How many of its sub-headings come again below another heading of its level. */
  int parts(HeadingFacts facts) {
    return (int)
        facts.section.children.stream()
            .filter(child -> !holdsToldBoxes(child) && !Terms.TASKS.is(child.title))
            .filter(child -> uses(parts, facts.section.level, of(child).key) > 1)
            .count();
  }

  /** Whether others have it too, of the heading that it is under and that has more of them. */
  boolean isPart(Section section) {
    return section.parent != null
        && section.facts != null
        && title(of(section))
        && template(of(section.parent));
  }

  /** Whether two of its sub-headings that name no state or urgency come again elsewhere. */
  boolean template(HeadingFacts facts) {
    return facts.section.children.stream()
            .filter(child -> !Survey.tells(child) && !Terms.TASKS.is(child.title))
            .filter(child -> uses(parts, facts.section.level, of(child).key) > 1)
            .count()
        > 1;
  }

  /** Whether sub-headings that name a state or an urgency hold boxes. */
  boolean holdsToldBoxes(HeadingFacts facts) {
    return facts.section.children.stream().anyMatch(this::holdsToldBoxes);
  }

  private boolean holdsToldBoxes(Section section) {
    return of(section).boxesBelow > 0 && Survey.tells(section);
  }

  /** Whether several headings of its level are called what tasks are called, as it is. */
  boolean holdsTasks(Section section) {
    return section.facts != null && title(of(section)) && Terms.TASKS.is(section.title);
  }

  /** Whether another heading of its level has the same title. */
  boolean title(HeadingFacts facts) {
    return !facts.key.isEmpty() && uses(titles, facts.section.level, facts.key) > 1;
  }
}
