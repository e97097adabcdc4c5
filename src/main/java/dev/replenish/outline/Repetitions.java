package dev.replenish.outline;

import dev.replenish.outline.page.HeadingFacts;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.words.Terms;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Counts how often labels, sub-headings and titles occur, for each level of headings. */
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

  /** The number of labels of a heading that other headings of its level have too. */
  int repeatedLabels(HeadingFacts facts) {
    return (int)
        facts.labels.stream().filter(key -> uses(labels, facts.section.level, key) > 1).count();
  }

  /** The number of sub-headings that other headings of the level have too. */
  int repeatedParts(HeadingFacts facts) {
    return (int)
        facts.section.children.stream()
            .filter(child -> !hasBoxesUnderState(child) && !Terms.TASKS.is(child.title))
            .filter(child -> uses(parts, facts.section.level, of(child).key) > 1)
            .count();
  }

  /**
   * Whether the section and another one beside it are sub-headings that other headings have too.
   */
  boolean isPart(Section section) {
    return section.parent != null
        && section.facts != null
        && isTitleRepeated(of(section))
        && hasTemplate(of(section.parent));
  }

  /**
   * Whether other headings of its level have two or more of its sub-headings too, without those for
   * a state or an urgency.
   */
  boolean hasTemplate(HeadingFacts facts) {
    return facts.section.children.stream()
            .filter(child -> !Survey.namesStateOrUrgency(child) && !Terms.TASKS.is(child.title))
            .filter(child -> uses(parts, facts.section.level, of(child).key) > 1)
            .count()
        > 1;
  }

  /** Whether sub-headings that name a state or an urgency hold boxes. */
  boolean hasBoxesUnderState(HeadingFacts facts) {
    return facts.section.children.stream().anyMatch(this::hasBoxesUnderState);
  }

  private boolean hasBoxesUnderState(Section section) {
    return of(section).boxesBelow > 0 && Survey.namesStateOrUrgency(section);
  }

  /**
   * Whether it is one of several headings of its level with the same word for tasks as their title.
   */
  boolean isTasksTitle(Section section) {
    return section.facts != null && isTitleRepeated(of(section)) && Terms.TASKS.is(section.title);
  }

  /** Whether another heading of its level has the same title. */
  boolean isTitleRepeated(HeadingFacts facts) {
    return !facts.key.isEmpty() && uses(titles, facts.section.level, facts.key) > 1;
  }
}
