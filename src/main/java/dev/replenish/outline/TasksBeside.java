package dev.replenish.outline;

import dev.replenish.outline.page.HeadingFacts;
import dev.replenish.outline.page.ListUnit;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.words.Urgencies;
import java.util.HashMap;
import java.util.Map;

/** Finds out whether the headings beside that of a plain list are tasks, or hold some. */
final class TasksBeside {
  private final Survey survey;
  private final HeadingRoles roles;

  /** By heading: whether one directly below is a task, or holds boxes or rows. */
  private final Map<Section, Boolean> aboveTasks = new HashMap<>();

  private final Map<Section, Boolean> aboveRicher = new HashMap<>();

  /** By level: whether most headings are or were tasks. */
  private final Map<Integer, Boolean> levels = new HashMap<>();

  TasksBeside(Survey survey, HeadingRoles roles) {
    this.survey = survey;
    this.roles = roles;
  }

  boolean isBesideTasks(Section section) {
    return section.parent != null
        && !section.isLine()
        && aboveTasks.computeIfAbsent(section.parent, this::holdsTasks);
  }

  /** Whether most headings of its level, which is below the second, are or were tasks. */
  boolean isLevelOfTasks(Section section) {
    return section.level > 2
        && section.topic.isEmpty()
        && !Urgencies.statesUrgency(section.title)
        && levels.computeIfAbsent(section.level, this::areTasks);
  }

  private boolean areTasks(int level) {
    int tasks = survey.movedHeadings();
    int all = tasks;
    for (HeadingFacts facts : survey.all()) {
      if (facts.section.level == level) {
        all++;
        tasks += roles.kind(facts.section) == HeadingRoles.Kind.TASK ? 1 : 0;
      }
    }
    return tasks >= ListCues.MANY && tasks * 2 > all;
  }

  private boolean holdsTasks(Section parent) {
    return parent.children.stream().anyMatch(child -> roles.kind(child) == HeadingRoles.Kind.TASK);
  }

  /** Whether a list is all that its heading holds, beside a heading that holds boxes or rows. */
  boolean isAlone(ListUnit list) {
    Section section = list.section();
    return section.parent != null
        && list.label() == null
        && survey.find(section).map(HeadingFacts::isListOnly).orElse(false)
        && aboveRicher.computeIfAbsent(section.parent, this::holdsRicher);
  }

  private boolean holdsRicher(Section parent) {
    return parent.children.stream()
        .anyMatch(
            child ->
                survey
                    .find(child)
                    .filter(facts -> facts.boxesBelow + facts.rowsBelow > 0)
                    .isPresent());
  }
}
