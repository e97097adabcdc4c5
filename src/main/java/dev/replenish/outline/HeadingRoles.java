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

/** Decides which headings are tasks, out of what the survey says of all of them together. */
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
    neighbours();
    decide();
  }

  Evidence evidence(Section section) {
    return survey.of(section).evidence;
  }

  /** How many headings are tasks, those below what informs left out. */
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
   * How many boxes are below no heading that is a task or says that they are done, or were before
   * they moved, as far as comments say so.
   */
  int boxes() {
    int boxes = 0;
    for (HeadingFacts facts : survey.all()) {
      boolean apart = false;
      for (Section at = facts.section; at != null; at = at.parent) {
        apart |= kind(at) != Kind.GROUP || at.is(Topic.DONE);
      }
      boxes += apart ? 0 : facts.boxes;
    }
    return boxes;
  }

  /** Takes a heading for one that names a group, for what is below it. */
  void group(Section section) {
    kinds.put(section, Kind.GROUP);
  }

  Kind kind(Section section) {
    return kinds.getOrDefault(section, Kind.GROUP);
  }

  // ---- neighbours

  /** Sums and counts of what some headings come to by themselves. */
  private static final class Mean {
    private int sum;
    private int count;

    void add(int own) {
      sum += own;
      count++;
    }

    /** Half of the mean of all but {@code own}. */
    int half(int own) {
      int mean = count < 2 ? 0 : (sum - own) / (count - 1);
      return Math.max(-MOST_FROM_NEIGHBOURS, Math.min(MOST_FROM_NEIGHBOURS, mean / 2));
    }
  }

  private void neighbours() {
    Map<Section, Mean> siblings = new HashMap<>();
    Map<Integer, Mean> levels = new HashMap<>();
    List<HeadingFacts> counting = new ArrayList<>();
    for (HeadingFacts facts : survey.all()) {
      if (counts(facts.section)) {
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

  /** What names a state, or is told in so many words, says nothing of its neighbours. */
  private boolean counts(Section section) {
    Evidence of = evidence(section);
    return section.parent != null
        && !section.isDocumentTitle()
        && !of.has(Cue.TOPIC)
        && !of.has(Cue.URGENCY)
        && !of.has(Cue.INFORMS)
        && !of.has(Cue.TITLE_AGAIN)
        && !of.has(Cue.NAMED_GROUP)
        && !of.has(Cue.NAMED_TASK);
  }

  // ---- roles

  private void decide() {
    List<HeadingFacts> all = survey.all();
    Map<Section, Boolean> holds = new HashMap<>();
    Map<Section, Boolean> holdsSure = new HashMap<>();
    Map<Section, Boolean> holdsMarked = new HashMap<>();
    for (int i = all.size() - 1; i > 0; i--) {
      Section section = all.get(i).section;
      boolean below = holds.getOrDefault(section, false);
      boolean sureBelow = holdsSure.getOrDefault(section, false);
      boolean markedBelow = holdsMarked.getOrDefault(section, false);
      boolean whole = proof.isMarked(section) && !isGroup(section) && !markedBelow;
      Kind kind = kind(all.get(i), below && !whole, sureBelow);
      kinds.put(section, kind);
      Section parent = Objects.requireNonNull(section.parent);
      boolean sure = kind == Kind.TASK && isSure(section);
      boolean task = kind == Kind.TASK || evidence(section).sum() >= TASK;
      holdsMarked.merge(parent, markedBelow || proof.isMarked(section), Boolean::logicalOr);
      holds.merge(parent, below || task, Boolean::logicalOr);
      boolean moved = all.get(i).audited;
      holdsSure.merge(parent, sureBelow || sure || moved, Boolean::logicalOr);
    }
  }

  private boolean isGroup(Section section) {
    Evidence of = evidence(section);
    return of.has(Cue.GROUP_WORD) || of.has(Cue.SERIES) || of.has(Cue.PERIOD);
  }

  private Kind kind(HeadingFacts facts, boolean taskBelow, boolean sureBelow) {
    Section section = facts.section;
    Evidence of = evidence(section);
    boolean never =
        section.isDocumentTitle()
            || of.has(Cue.TOPIC)
            || of.has(Cue.NAMED_GROUP)
            || (!of.has(Cue.NAMED_TASK)
                && (facts.audited || (section.parent != null && survey.of(section.parent).closed)));
    boolean sure = isSure(section);
    boolean holds = of.has(Cue.TASKS_BELOW) && !sure;
    if (never
        || holds
        || (taskBelow && !sure)
        || sureBelow
        || !(sure || of.has(Cue.TAG) || facts.hasBody() || proof.isListed(section))) {
      return Kind.GROUP;
    }
    boolean untold = of.has(Cue.BOXES_UNTOLD) || of.has(Cue.LIST_UNTOLD);
    if ((untold || (of.has(Cue.DATED) && of.sum() >= TASK)) && !sure) {
      return Kind.UNCLEAR;
    }
    if (of.sum() >= TASK && isBacked(section)) {
      return (sure && !proof.isLoneName(section)) || (isAmongTasks(section) && proof.of(section))
          ? Kind.TASK
          : Kind.UNCLEAR;
    }
    boolean maybe =
        of.sum() >= UNCLEAR
            && facts.boxesBelow + facts.rowsBelow == 0
            && facts.prose
            && (isStrong(section) || !survey.isBoxed());
    return maybe ? Kind.UNCLEAR : Kind.GROUP;
  }

  /** Whether at least half of those beside it that have a body, and may be tasks, come to one. */
  private boolean isAmongTasks(Section section) {
    return amongTasks.computeIfAbsent(Objects.requireNonNull(section.parent), this::holdsTasks);
  }

  private boolean holdsTasks(Section parent) {
    int tasks = 0;
    int others = 0;
    for (Section beside : parent.children) {
      boolean moved = survey.of(beside).audited;
      if (counts(beside) && (moved || survey.of(beside).hasBody())) {
        boolean task = !moved && evidence(beside).sum() >= TASK;
        tasks += task ? 1 : 0;
        others += task ? 0 : 1;
      }
    }
    return tasks >= others || survey.of(parent).headingsMoved;
  }

  /** Something strong speaks for it, or for one of its siblings. */
  private boolean isBacked(Section section) {
    return isStrong(section)
        || evidence(section).has(Cue.VERBS)
        || (section.parent != null && backed.computeIfAbsent(section.parent, this::holdsStrong));
  }

  private boolean holdsStrong(Section parent) {
    return parent.children.stream().anyMatch(this::isStrong);
  }

  /** Something strong speaks for it; where tasks are only worked on, a number is enough. */
  private boolean isStrong(Section section) {
    Evidence of = evidence(section);
    return of.isStrong() || (!survey.isBacklog() && of.has(Cue.NUMBER));
  }

  /** A box, a name or a state of its own: such a heading is a task whatever is below it. */
  boolean isSure(Section section) {
    Evidence of = evidence(section);
    return of.has(Cue.BOX)
        || of.has(Cue.ID)
        || of.has(Cue.NAMED_TASK)
        || (survey.of(section).fields.of(Column.STATUS).isPresent() && !isStage(section));
  }

  /** Whether it is one of several stages that are counted, with boxes below some sub-headings. */
  private boolean isStage(Section section) {
    Evidence of = evidence(section);
    return (of.has(Cue.SERIES) || of.has(Cue.KIND)) && survey.of(section).boxedParts > 1;
  }

  // ---- parts

  /**
   * Headings without a box that follow one with a box at its own level, where one of them is called
   * what parts are called, or comes again: they are parts of that task.
   */
  void adopt() {
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
        && (survey.again().title(survey.of(section))
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
