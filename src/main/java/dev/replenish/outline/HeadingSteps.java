package dev.replenish.outline;

import dev.replenish.outline.page.Cue;
import dev.replenish.outline.page.Evidence;
import dev.replenish.outline.page.HeadingFacts;
import dev.replenish.outline.page.HeadingFacts.First;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.words.Vocabulary;
import java.util.HashMap;
import java.util.Map;

/** Decides whether the boxes below a heading are its steps or tasks of their own. */
final class HeadingSteps {
  enum Boxes {
    STEPS,
    OWN_STEPS,
    TASKS,
    UNCLEAR
  }

  private static final int MOST_BEHIND_LABEL = 4;
  private static final int MOST_EXPLAINED = 8;
  private static final int FEW = 3;

  private final Survey survey;

  /** By level: how many headings with an id or a code hold boxes, and how many explain them. */
  private final Map<Integer, Integer> boxed = new HashMap<>();

  private final Map<Integer, Integer> explained = new HashMap<>();

  HeadingSteps(Survey survey) {
    this.survey = survey;
    for (HeadingFacts facts : survey.all()) {
      if (facts.boxes > 0 && isCounted(facts)) {
        boxed.merge(facts.section.level, 1, Integer::sum);
        explained.merge(facts.section.level, isExplained(facts) ? 1 : 0, Integer::sum);
      }
    }
  }

  private static boolean isCounted(HeadingFacts facts) {
    return facts.caption.id().isPresent() || HeadingSiblings.code(facts.section.title).isPresent();
  }

  /** Whether words of its own introduce a few boxes, and nothing else below it may be a task. */
  private static boolean isExplained(HeadingFacts facts) {
    return (facts.first == First.PROSE || facts.first == First.LABEL)
        && facts.boxes > 0
        && facts.boxes <= MOST_EXPLAINED
        && facts.boxes == facts.boxesBelow
        && facts.rowsBelow == 0;
  }

  /**
   * Whether three in four such headings of its level explain their boxes, or headings like it were
   * moved.
   */
  private boolean isUsuallyExplained(Section section) {
    int all = boxed.getOrDefault(section.level, 0);
    int explaining = explained.getOrDefault(section.level, 0);
    return (explaining >= FEW && explaining * 4 >= all * 3) || survey.similarHeadingsMoved(section);
  }

  /** Whether half of the headings of its level with an id or a code and boxes explain the boxes. */
  private boolean isOftenExplained(Section section) {
    int explaining = explained.getOrDefault(section.level, 0);
    return explaining >= FEW && explaining * 2 >= boxed.getOrDefault(section.level, 0);
  }

  /**
   * What the boxes below it are.
   *
   * @param cues the cues found so far
   * @param fields whether a field of its own gives its state, its urgency or the like
   */
  Boxes of(HeadingFacts facts, Evidence cues, boolean fields) {
    if (survey.repetitions().hasBoxesUnderState(facts)
        || facts.holdsNamedBoxes()
        || (cues.has(Cue.KIND) && facts.boxedParts > 1)) {
      return Boxes.TASKS;
    }
    boolean few = facts.boxesBelow <= MOST_BEHIND_LABEL && facts.first == First.LABEL;
    boolean steps =
        facts.labelledBoxes == facts.boxes || ((fields || few) && facts.first != First.BOX);
    boolean counted = cues.has(Cue.RUNNING_NUMBER) || cues.has(Cue.CODE);
    if (steps && facts.partBoxes < facts.boxes && facts.boxes > 0 && facts.box.isEmpty()) {
      if (Vocabulary.namesStage(facts.section.title)) {
        return Boxes.TASKS;
      }
      return cues.has(Cue.SERIES) ? Boxes.UNCLEAR : Boxes.STEPS;
    }
    if (!steps
        && (survey.isBacklog() ? counted && isUsuallyExplained(facts.section) : isMoved(facts))) {
      return isExplained(facts) ? Boxes.OWN_STEPS : isBare(facts) ? Boxes.UNCLEAR : Boxes.TASKS;
    }
    if (!steps
        && survey.isBacklog()
        && counted
        && isBare(facts)
        && isOftenExplained(facts.section)) {
      return Boxes.UNCLEAR;
    }
    return steps ? Boxes.STEPS : Boxes.TASKS;
  }

  /**
   * Whether it has a list of four or more items, while a third of the headings beside it have one
   * or two.
   */
  boolean isLonger(HeadingFacts facts) {
    Section group = facts.section.parent;
    if (group == null || facts.items <= FEW) {
      return false;
    }
    long brief = group.children.stream().filter(beside -> isBrief(survey.of(beside))).count();
    return survey.of(group).headingsMoved || brief * 3 >= group.children.size();
  }

  private static boolean isBrief(HeadingFacts facts) {
    return facts.isListOnly() && facts.items <= 2;
  }

  /**
   * Whether it has a number and explained boxes below the heading of a group, as after a move to
   * {@code TODO.md}.
   */
  private static boolean isMoved(HeadingFacts facts) {
    Section group = facts.section.parent;
    return group != null
        && !group.isRoot()
        && !group.isDocumentTitle()
        && isCounted(facts)
        && isExplained(facts);
  }

  /** Whether all boxes below it are its own, and no rows are below it. */
  private static boolean isBare(HeadingFacts facts) {
    return facts.boxes == facts.boxesBelow && facts.rowsBelow == 0;
  }
}
