package dev.replenish.outline;

import dev.replenish.outline.page.Cue;
import dev.replenish.outline.page.Evidence;
import dev.replenish.outline.page.HeadingFacts;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.words.Column;
import dev.replenish.outline.words.Topic;
import dev.replenish.outline.words.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Decides which headings are tasks, from the facts of the survey about all headings. */
final class HeadingRoles {
  enum Kind {
    GROUP,
    TASK,
    UNCLEAR;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final int TASK = 20;
  private static final int UNCLEAR = 10;
  private static final int MOST_FROM_NEIGHBOURS = 10;
  private final Survey survey;
  private final Map<Section, Kind> kinds = new HashMap<>();
  private final Map<Section, Boolean> amongTasks = new HashMap<>();
  private final Map<Section, Boolean> backed = new HashMap<>();
  private final HeadingProof proof;

  HeadingRoles(Survey survey) {
    this.survey = survey;
    this.proof = new HeadingProof(survey);
    HeadingCues cues = new HeadingCues(survey);
    for (HeadingFacts facts : survey.all()) {
      facts.evidence = cues.of(facts);
    }
    addNeighbours();
    decide();
  }

  Evidence evidence(Section section) {
    return survey.of(section).evidence;
  }

  /** How many headings are tasks, without those directly below an informational heading. */
  int tasks() {
    int tasks = 0;
    for (HeadingFacts facts : survey.all()) {
      Section parent = facts.section.parent;
      boolean informs = parent != null && parent.is(Topic.INFORMATION);
      tasks += kind(facts.section) == Kind.TASK && !informs ? 1 : 0;
    }
    return tasks;
  }

  /**
   * The number of boxes outside of headings that may be tasks or are for what is done. Moved boxes
   * count too, if comments name them.
   */
  int boxes() {
    int boxes = 0;
    for (HeadingFacts facts : survey.all()) {
      boolean excluded = false;
      for (Section at = facts.section; at != null; at = at.parent) {
        excluded |= kind(at) != Kind.GROUP || at.is(Topic.DONE);
      }
      boxes += excluded ? 0 : facts.boxes;
    }
    return boxes;
  }

  /** Makes a heading a group, whatever its cues say. */
  void makeGroup(Section section) {
    kinds.put(section, Kind.GROUP);
  }

  Kind kind(Section section) {
    return kinds.getOrDefault(section, Kind.GROUP);
  }

  // ---- neighbours

  /** The mean of several headings' sums of their own cues. */
  private static final class Mean {
    private int sum;
    private int count;

    void add(int own) {
      sum += own;
      count++;
    }

    /** Half of the mean of the other headings, without {@code own}, within limits. */
    int half(int own) {
      int mean = count < 2 ? 0 : (sum - own) / (count - 1);
      return Math.max(-MOST_FROM_NEIGHBOURS, Math.min(MOST_FROM_NEIGHBOURS, mean / 2));
    }
  }

  private void addNeighbours() {
    Map<Section, Mean> siblings = new HashMap<>();
    Map<Integer, Mean> levels = new HashMap<>();
    List<HeadingFacts> counting = new ArrayList<>();
    for (HeadingFacts facts : survey.all()) {
      if (countsForNeighbours(facts.section)) {
        counting.add(facts);
        int own = facts.evidence.own();
        siblings.computeIfAbsent(facts.section.parent, p -> new Mean()).add(own);
        levels.computeIfAbsent(facts.section.level, l -> new Mean()).add(own);
      }
    }
    for (HeadingFacts facts : counting) {
      Mean beside = Objects.requireNonNull(siblings.get(facts.section.parent));
      Mean level = Objects.requireNonNull(levels.get(facts.section.level));
      facts.evidence.neighbours((beside.count > 1 ? beside : level).half(facts.evidence.own()));
    }
  }

  /**
   * Whether it counts for its neighbours. Headings for a state or an urgency, informational ones,
   * repeated titles, and those that a comment settles do not.
   */
  private boolean countsForNeighbours(Section section) {
    Evidence cues = evidence(section);
    return section.parent != null
        && !section.isDocumentTitle()
        && !cues.has(Cue.TOPIC)
        && !cues.has(Cue.URGENCY)
        && !cues.has(Cue.INFORMS)
        && !cues.has(Cue.TITLE_AGAIN)
        && !cues.has(Cue.NAMED_GROUP)
        && !cues.has(Cue.NAMED_TASK);
  }

  // ---- roles

  private void decide() {
    List<HeadingFacts> all = survey.all();
    Map<Section, Boolean> aboveTask = new HashMap<>();
    Map<Section, Boolean> aboveSureTask = new HashMap<>();
    Map<Section, Boolean> aboveMarked = new HashMap<>();
    for (int i = all.size() - 1; i > 0; i--) {
      Section section = all.get(i).section;
      boolean below = aboveTask.getOrDefault(section, false);
      boolean sureBelow = aboveSureTask.getOrDefault(section, false);
      boolean markedBelow = aboveMarked.getOrDefault(section, false);
      boolean isWholeTask = proof.isMarked(section) && !isGroup(section) && !markedBelow;
      Kind kind = kind(all.get(i), below && !isWholeTask, sureBelow);
      kinds.put(section, kind);
      Section parent = Objects.requireNonNull(section.parent);
      boolean sure = kind == Kind.TASK && isSure(section);
      boolean task = kind == Kind.TASK || evidence(section).sum() >= TASK;
      aboveMarked.merge(parent, markedBelow || proof.isMarked(section), Boolean::logicalOr);
      aboveTask.merge(parent, below || task, Boolean::logicalOr);
      boolean moved = all.get(i).audited;
      aboveSureTask.merge(parent, sureBelow || sure || moved, Boolean::logicalOr);
    }
  }

  private boolean isGroup(Section section) {
    Evidence cues = evidence(section);
    return cues.has(Cue.GROUP_WORD) || cues.has(Cue.SERIES) || cues.has(Cue.PERIOD);
  }

  private Kind kind(HeadingFacts facts, boolean taskBelow, boolean sureBelow) {
    Section section = facts.section;
    Evidence cues = evidence(section);
    boolean neverTask =
        section.isDocumentTitle()
            || cues.has(Cue.TOPIC)
            || cues.has(Cue.NAMED_GROUP)
            || (!cues.has(Cue.NAMED_TASK)
                && (facts.audited || (section.parent != null && survey.of(section.parent).closed)));
    boolean sure = isSure(section);
    boolean holdsTasks = cues.has(Cue.TASKS_BELOW) && !sure;
    if (neverTask
        || holdsTasks
        || (taskBelow && !sure)
        || sureBelow
        || !(sure || cues.has(Cue.TAG) || facts.hasBody() || proof.isTaskByCode(section))) {
      return Kind.GROUP;
    }
    boolean unclearBelow = cues.has(Cue.BOXES_UNCLEAR) || cues.has(Cue.LIST_UNCLEAR);
    if ((unclearBelow || (cues.has(Cue.DATED) && cues.sum() >= TASK)) && !sure) {
      return Kind.UNCLEAR;
    }
    if (cues.sum() >= TASK && isBacked(section)) {
      return (sure && !proof.isOnlyId(section))
              || (isAmongTasks(section) && proof.isProven(section))
          ? Kind.TASK
          : Kind.UNCLEAR;
    }
    boolean maybe =
        cues.sum() >= UNCLEAR
            && facts.boxesBelow + facts.rowsBelow == 0
            && facts.prose
            && (isStrong(section) || !survey.hasBoxesOrRows());
    return maybe ? Kind.UNCLEAR : Kind.GROUP;
  }

  /** Whether at least half of the headings beside it that have a body reach the sum of a task. */
  private boolean isAmongTasks(Section section) {
    return amongTasks.computeIfAbsent(Objects.requireNonNull(section.parent), this::holdsTasks);
  }

  private boolean holdsTasks(Section parent) {
    int tasks = 0;
    int others = 0;
    for (Section beside : parent.children) {
      boolean moved = survey.of(beside).audited;
      if (countsForNeighbours(beside) && (moved || survey.of(beside).hasBody())) {
        boolean task = !moved && evidence(beside).sum() >= TASK;
        tasks += task ? 1 : 0;
        others += task ? 0 : 1;
      }
    }
    return tasks >= others || survey.of(parent).headingsMoved;
  }

  /** Whether it or a sibling has a strong cue, or most siblings begin with verbs. */
  private boolean isBacked(Section section) {
    return isStrong(section)
        || evidence(section).has(Cue.VERBS)
        || (section.parent != null && backed.computeIfAbsent(section.parent, this::hasStrongChild));
  }

  private boolean hasStrongChild(Section parent) {
    return parent.children.stream().anyMatch(this::isStrong);
  }

  /** Whether it has a strong cue; outside of a backlog, a number is enough. */
  private boolean isStrong(Section section) {
    Evidence cues = evidence(section);
    return cues.isStrong() || (!survey.isBacklog() && cues.has(Cue.NUMBER));
  }

  /**
   * Whether a box, an id, a comment or a state of its own makes it a task, whatever is below it.
   */
  boolean isSure(Section section) {
    Evidence cues = evidence(section);
    return cues.has(Cue.BOX)
        || cues.has(Cue.ID)
        || cues.has(Cue.NAMED_TASK)
        || (survey.of(section).fields.of(Column.STATUS).isPresent() && !isStage(section));
  }

  /** Whether it is a stage or the like with boxes below several sub-headings. */
  private boolean isStage(Section section) {
    Evidence cues = evidence(section);
    return (cues.has(Cue.SERIES) || cues.has(Cue.KIND)) && survey.of(section).boxedParts > 1;
  }

  // ---- parts

  /**
   * Makes headings without a box parts of the task with a box that precedes them at the same level,
   * if the title of one of them is that of a part or is repeated.
   */
  void adoptParts() {
    for (HeadingFacts facts : survey.all()) {
      List<Section> siblings = facts.section.children;
      if (siblings.stream().anyMatch(this::isPart)
          && siblings.stream().anyMatch(s -> evidence(s).has(Cue.BOX))) {
        adopt(siblings);
      }
    }
  }

  private boolean isPart(Section section) {
    return !evidence(section).has(Cue.BOX)
        && (survey.repetitions().isTitleRepeated(survey.of(section))
            || Vocabulary.column(section.title).isPresent());
  }

  private void adopt(List<Section> siblings) {
    List<Section> kept = new ArrayList<>();
    for (Section section : siblings) {
      Section last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
      boolean part = last != null && kind(last) == Kind.TASK && !isSure(section);
      if (last != null && part && evidence(last).has(Cue.BOX)) {
        last.adopt(section);
      } else {
        kept.add(section);
      }
    }
    siblings.clear();
    siblings.addAll(kept);
  }
}
