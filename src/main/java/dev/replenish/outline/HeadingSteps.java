package dev.replenish.outline;

import dev.replenish.outline.page.Cue;
import dev.replenish.outline.page.Evidence;
import dev.replenish.outline.page.HeadingFacts;
import dev.replenish.outline.page.HeadingFacts.First;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.words.Vocabulary;
import java.util.HashMap;
import java.util.Map;

/** Tells whether the boxes below a heading are its steps, or tasks of their own. */
final class HeadingSteps {
  enum Boxes {
    STEPS,
    OWN_STEPS,
    TASKS,
    UNTOLD
  }

  private static final int MOST_BEHIND_LABEL = 4;
  private static final int MOST_EXPLAINED = 8;
  private static final int FEW = 3;

  private final Survey survey;

  /** How many named or numbered headings of each level hold boxes, and how many explain them. */
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

  /** Whether a few boxes are below words of its own, and nothing else that may be a task. */
  private static boolean isExplained(HeadingFacts facts) {
    return (facts.first == First.PROSE || facts.first == First.LABEL)
        && facts.boxes > 0
        && facts.boxes <= MOST_EXPLAINED
        && facts.boxes == facts.boxesBelow
        && facts.rowsBelow == 0;
  }

  /** Whether most headings of its level with a number and boxes explain them, or did so. */
  private boolean isUsual(Section section) {
    int all = boxed.getOrDefault(section.level, 0);
    int told = explained.getOrDefault(section.level, 0);
    return (told >= FEW && told * 4 >= all * 3) || survey.movedAlike(section);
  }

  /** Whether half of these headings do. */
  private boolean isFrequent(Section section) {
    int told = explained.getOrDefault(section.level, 0);
    return told >= FEW && told * 2 >= boxed.getOrDefault(section.level, 0);
  }

  /**
   * What the boxes below it are.
   *
   * @param cues what is known of how it is written
   * @param fields whether a field of its own gives its state, its urgency or the like
   */
  Boxes of(HeadingFacts facts, Evidence cues, boolean fields) {
    if (survey.again().holdsToldBoxes(facts)
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
      return cues.has(Cue.SERIES) ? Boxes.UNTOLD : Boxes.STEPS;
    }
    if (!steps && (survey.isBacklog() ? counted && isUsual(facts.section) : isMoved(facts))) {
      return isExplained(facts) ? Boxes.OWN_STEPS : isBare(facts) ? Boxes.UNTOLD : Boxes.TASKS;
    }
    if (!steps && survey.isBacklog() && counted && isBare(facts) && isFrequent(facts.section)) {
      return Boxes.UNTOLD;
    }
    return steps ? Boxes.STEPS : Boxes.TASKS;
  }

  /** Whether it has a list of several items, while a third of those beside it have one or two. */
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

  /** Whether it has a number below the heading of a group, as where it was moved to be done. */
  private static boolean isMoved(HeadingFacts facts) {
    Section group = facts.section.parent;
    return group != null
        && !group.isRoot()
        && !group.isDocumentTitle()
        && isCounted(facts)
        && isExplained(facts);
  }

  /** Whether all boxes below it are its own, right below it. */
  private static boolean isBare(HeadingFacts facts) {
    return facts.boxes == facts.boxesBelow && facts.rowsBelow == 0;
  }
}
