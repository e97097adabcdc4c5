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

/** Asks for more than the sum of the cues before a heading is a task. */
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
  private final Map<Section, Boolean> proven = new HashMap<>();
  private final Map<Section, Boolean> lone = new HashMap<>();

  /** The levels on which headings need nothing but a code. */
  private final Map<Integer, Boolean> listed = new HashMap<>();

  HeadingProof(Survey survey) {
    this.survey = survey;
  }

  private Evidence evidence(Section section) {
    return survey.of(section).evidence;
  }

  /** Whether it is written as tasks are, and as mere parts of them are not. */
  boolean isMarked(Section section) {
    return FORMS.stream().anyMatch(evidence(section)::has);
  }

  /**
   * Whether something besides labels and sub-headings that come again speaks for it or for most of
   * those beside it: groups have such too.
   */
  boolean of(Section section) {
    Evidence of = evidence(section);
    boolean template = of.has(Cue.LABEL_AGAIN) || of.has(Cue.PART_AGAIN);
    return !survey.isBacklog()
        || !template
        || isMarked(section)
        || of.has(Cue.EACH_HEADING)
        || proven.computeIfAbsent(Objects.requireNonNull(section.parent), this::holdsProven);
  }

  private boolean holdsProven(Section parent) {
    int tasks = 0;
    int proven = 0;
    for (Section child : parent.children) {
      Evidence of = evidence(child);
      boolean task = of.sum() >= HeadingRoles.TASK;
      tasks += task ? 1 : 0;
      proven += task && isProven(child) ? 1 : 0;
    }
    return proven * 2 >= tasks || parent.children.stream().anyMatch(this::isMarked);
  }

  private boolean isProven(Section section) {
    Evidence of = evidence(section);
    return of.has(Cue.PROSE) || of.has(Cue.VERB) || isCounted(section) || isTemplate(section);
  }

  /** Whether three of its labels come again, and words are behind one of them. */
  private boolean isTemplate(Section section) {
    return survey.of(section).told && survey.again().labels(survey.of(section)) >= FEW;
  }

  /** Whether its first word has a digit, as numbers and names of tasks have. */
  private static boolean isCounted(Section section) {
    return COUNTED.matcher(section.title).find();
  }

  /**
   * Whether it has a code, and others of its level that have one say besides how urgent they are.
   */
  boolean isListed(Section section) {
    return evidence(section).has(Cue.CODE)
        && (!survey.isBacklog()
            || listed.computeIfAbsent(section.level, this::holdsListed)
            || survey.movedAlike(section));
  }

  private boolean holdsListed(int level) {
    return survey.all().stream()
        .map(facts -> facts.section)
        .filter(section -> section.level == level)
        .anyMatch(at -> evidence(at).has(Cue.CODE) && evidence(at).has(Cue.LEVEL));
  }

  /** Whether it alone of several has what looks like an id, above nothing but a list. */
  boolean isLoneName(Section section) {
    Evidence of = evidence(section);
    return survey.isBacklog()
        && of.has(Cue.ID)
        && of.has(Cue.LIST_ONLY)
        && !of.has(Cue.BOX)
        && lone.computeIfAbsent(Objects.requireNonNull(section.parent), this::holdsOneName);
  }

  private boolean holdsOneName(Section parent) {
    List<Section> beside = parent.children;
    return beside.size() >= FEW
        && beside.stream().filter(other -> evidence(other).has(Cue.ID)).count() == 1;
  }
}
