package dev.replenish.outline;

import dev.replenish.outline.page.Cue;
import dev.replenish.outline.page.Evidence;
import dev.replenish.outline.page.Section;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Requires more of a heading than the sum of its cues before it is a task. */
final class HeadingProof {
  private static final int FEW = 3;
  private static final Pattern COUNTED = Pattern.compile("^[^\\p{L}\\p{N}]*[\\p{L}.-]*\\p{N}");
  private static final Set<Cue> FORMS =
      EnumSet.of(
          Cue.BOX,
          Cue.FIELD,
          Cue.ID,
          Cue.TAG,
          Cue.ISSUE,
          Cue.NUMBER,
          Cue.PICTURE,
          Cue.CODE,
          Cue.KIND,
          Cue.LEVEL,
          Cue.COLUMN,
          Cue.NAMED_TASK,
          Cue.MOVED_LEVEL,
          Cue.MOVED_HEADINGS);

  private final Survey survey;
  private final Map<Section, Boolean> mostProven = new HashMap<>();
  private final Map<Section, Boolean> singleId = new HashMap<>();

  /** By level: whether a heading with a code needs no body to be a task. */
  private final Map<Integer, Boolean> codeSuffices = new HashMap<>();

  HeadingProof(Survey survey) {
    this.survey = survey;
  }

  private Evidence evidence(Section section) {
    return survey.of(section).evidence;
  }

  /** Whether it is written as tasks are and mere parts of tasks are not. */
  boolean isMarked(Section section) {
    return FORMS.stream().anyMatch(evidence(section)::has);
  }

  /**
   * Whether anything besides repeated labels and sub-headings, which groups have too, counts for it
   * or for most headings beside it.
   */
  boolean isProven(Section section) {
    Evidence cues = evidence(section);
    boolean template = cues.has(Cue.LABEL_AGAIN) || cues.has(Cue.PART_AGAIN);
    return !survey.isBacklog()
        || !template
        || isMarked(section)
        || cues.has(Cue.EACH_HEADING)
        || mostProven.computeIfAbsent(Objects.requireNonNull(section.parent), this::areMostProven);
  }

  private boolean areMostProven(Section parent) {
    int tasks = 0;
    int provenTasks = 0;
    for (Section child : parent.children) {
      Evidence cues = evidence(child);
      boolean task = cues.sum() >= HeadingRoles.TASK;
      tasks += task ? 1 : 0;
      provenTasks += task && isProvenAlone(child) ? 1 : 0;
    }
    return provenTasks * 2 >= tasks || parent.children.stream().anyMatch(this::isMarked);
  }

  private boolean isProvenAlone(Section section) {
    Evidence cues = evidence(section);
    return cues.has(Cue.PROSE) || cues.has(Cue.VERB) || isCounted(section) || isTemplate(section);
  }

  /** Whether three of its labels are repeated below other headings, and one of them has a value. */
  private boolean isTemplate(Section section) {
    return survey.of(section).hasLabelledText
        && survey.repetitions().repeatedLabels(survey.of(section)) >= FEW;
  }

  /** Whether its first word has a digit, as numbers and ids of tasks do. */
  private static boolean isCounted(Section section) {
    return COUNTED.matcher(section.title).find();
  }

  /** Whether it has a code, and another heading of its level has both a code and an urgency. */
  boolean isTaskByCode(Section section) {
    return evidence(section).has(Cue.CODE)
        && (!survey.isBacklog()
            || codeSuffices.computeIfAbsent(section.level, this::hasUrgentCode)
            || survey.similarHeadingsMoved(section));
  }

  private boolean hasUrgentCode(int level) {
    return survey.all().stream()
        .map(facts -> facts.section)
        .filter(section -> section.level == level)
        .anyMatch(section -> evidence(section).has(Cue.CODE) && evidence(section).has(Cue.LEVEL));
  }

  /**
   * Whether it is the only one of several headings with an id, and has nothing but a list below.
   */
  boolean isOnlyId(Section section) {
    Evidence cues = evidence(section);
    return survey.isBacklog()
        && cues.has(Cue.ID)
        && cues.has(Cue.LIST_ONLY)
        && !cues.has(Cue.BOX)
        && singleId.computeIfAbsent(Objects.requireNonNull(section.parent), this::hasSingleId);
  }

  private boolean hasSingleId(Section parent) {
    List<Section> beside = parent.children;
    return beside.size() >= FEW
        && beside.stream().filter(other -> evidence(other).has(Cue.ID)).count() == 1;
  }
}
