package dev.replenish.outline;

import dev.replenish.board.Status;
import dev.replenish.outline.page.Cue;
import dev.replenish.outline.page.Evidence;
import dev.replenish.outline.page.HeadingFacts;
import dev.replenish.outline.page.HeadingFacts.First;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.words.Urgencies;
import dev.replenish.outline.words.BracketedField;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.Column;
import dev.replenish.outline.words.Naming;
import dev.replenish.outline.words.NormalizedText;
import dev.replenish.outline.words.Pictures;
import dev.replenish.outline.words.Topic;
import dev.replenish.outline.words.Vocabulary;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the cues for one heading, see {@link Cue}. */
final class HeadingCues {
  private static final Pattern TAG = Pattern.compile("^\\[[^\\[\\]]{2,30}\\](?![(\\[])");
  private static final Pattern ISSUE =
      Pattern.compile(
          "[(\\[]#\\d+[)\\]]|\\[[^\\[\\]]{0,200}\\]\\([^()\\s]{0,300}/(?:issues|pull)/\\d+\\)");
  private static final Pattern COUNTED =
      Pattern.compile("^[^\\p{L}\\p{N}]*(\\p{L}[\\p{L}\\p{M}]+) (?:\\d{1,3}|[IVX]{1,4}|[A-Z])\\b");
  private static final Pattern CODED =
      Pattern.compile(
          "^[^\\p{L}\\p{N}]*(\\p{Lu}{1,4}(?=\\d)|\\p{Lu}[\\p{Lu}\\d]*-(?=\\p{Lu}))"
              + "(?:\\d+|[\\p{Lu}\\d]+-[\\p{Lu}\\d]+)(?:[-.][\\p{Lu}\\d]{1,30}){0,8}[a-z]?(?:\\s*[:：–—|]|\\s+-\\s)");
  private static final Set<Column> TELLING =
      EnumSet.of(
          Column.STATUS, Column.PRIORITY, Column.EFFORT, Column.DEPENDENCIES, Column.DESCRIPTION);
  private static final int LONG_TITLE = 4;
  private static final int CHAPTERS = 3;
  private static final int FINISHED = 3;
  private static final int MOST_LABELS = 2;
  private static final int MOST_STEPS = 4;
  private static final int FEW = 4;

  private final Survey survey;
  private final RunningNumbers running;
  private final Map<Section, Siblings> siblings = new HashMap<>();

  HeadingCues(Survey survey) {
    this.survey = survey;
    this.running = new RunningNumbers(survey.all());
  }

  /**
   * What the children of one heading have in common.
   *
   * @param chapters whether all are numbered, and some of them can't be tasks
   * @param ornament whether their pictures tell nothing
   * @param states how many carry a picture or a word that gives a state
   * @param repeating whether some, and no few, have a label or a part that comes again
   * @param lists whether some hold nothing but a list
   * @param verbs whether most begin with what is to be done
   * @param levels how many say how urgent they are, with prose below
   * @param bare whether plain items are below some
   * @param finished whether three or more are finished; these stay
   * @param series how many begin with each word that a number follows
   */
  private record Siblings(
      boolean chapters,
      boolean ornament,
      int states,
      boolean repeating,
      boolean lists,
      boolean verbs,
      int levels,
      boolean bare,
      boolean finished,
      Map<String, Integer> series) {}

  Evidence of(HeadingFacts facts) {
    Evidence cues = new Evidence();
    Section section = facts.section;
    if (section.parent == null || section.isDocumentTitle()) {
      return cues;
    }
    Siblings beside = siblings.computeIfAbsent(section.parent, this::siblings);
    said(facts, cues);
    form(facts, beside, cues);
    body(facts, beside, cues);
    return cues;
  }

  /** What its words say. */
  private void said(HeadingFacts facts, Evidence cues) {
    Section section = facts.section;
    String title = section.title;
    boolean tagged =
        (TAG.matcher(title).find() || facts.fields.of(Column.STATUS).isPresent())
            && survey.labelsAgain(facts) > 0;
    cues.addIf(section.named(), Cue.NAMED_GROUP)
        .addIf(title.endsWith(Naming.TASK), Cue.NAMED_TASK)
        .addIf(section.topic.isPresent(), Cue.TOPIC)
        .addIf(Urgencies.namesUrgency(title) && !tells(facts), Cue.URGENCY)
        .addIf(Vocabulary.namesGroup(title) || isGroupCode(facts), Cue.GROUP_WORD)
        .addIf(facts.tellsToDo, Cue.VERB)
        .addIf(Vocabulary.namesPeriod(title) || Vocabulary.namesHorizon(title), Cue.PERIOD)
        .addIf((section.informs && !tagged) || isBelowInforming(section), Cue.INFORMS)
        .addIf(NormalizedText.count(title) >= LONG_TITLE, Cue.LONG_TITLE)
        .addIf(isColumn(section.parent), Cue.COLUMN)
        .addIf(
            section.parent != null && survey.of(section.parent).headingsMoved, Cue.MOVED_HEADINGS)
        .addIf(survey.movedHeadings(section) && isLonely(section), Cue.MOVED_LEVEL)
        .addIf(
            section.parent != null && section.parent.names == Naming.Names.HEADINGS,
            Cue.EACH_HEADING);
  }

  /** Whether its id begins with a word for a group, and it holds what may be the tasks. */
  private static boolean isGroupCode(HeadingFacts facts) {
    return facts.boxesBelow + facts.rowsBelow > 0
        && facts
            .caption
            .id()
            .filter(id -> id.indexOf('-') > 0)
            .filter(id -> Vocabulary.namesGroup(id.substring(0, id.indexOf('-'))))
            .isPresent();
  }

  /** Whether a heading above it informs, and none between them names a state or an urgency. */
  private static boolean isBelowInforming(Section section) {
    for (Section at = section.parent; at != null && !at.isRoot(); at = at.parent) {
      if (at.topic.isPresent() || Urgencies.namesUrgency(at.title)) {
        return false;
      }
      if (!at.isDocumentTitle() && at.informs) {
        return true;
      }
    }
    return false;
  }

  /** Whether no heading is beside it, so that those of its level elsewhere count. */
  private static boolean isLonely(Section section) {
    return section.parent != null && section.parent.children.size() == 1;
  }

  private boolean isColumn(@Nullable Section parent) {
    if (parent == null || parent.isRoot() || parent.isDocumentTitle() || tells(survey.of(parent))) {
      return false;
    }
    Optional<Topic> topic = parent.topic;
    return topic.filter(of -> of != Topic.INFORMATION).isPresent()
        || (topic.isEmpty() && parent.naming().level().isPresent());
  }

  /** How it is written. */
  private void form(HeadingFacts facts, Siblings beside, Evidence cues) {
    String title = facts.section.title;
    boolean numbered = facts.caption.id().isPresent() && !facts.caption.named();
    cues.addIf(facts.box.isPresent(), Cue.BOX)
        .addIf(facts.caption.named(), Cue.ID)
        .addIf(facts.box.isEmpty() && TAG.matcher(title).find(), Cue.TAG)
        .addIf(namesIssue(title), Cue.ISSUE)
        .addIf(isKind(facts), Cue.KIND)
        .addIf(!facts.caption.named() && isCoded(title, beside), Cue.CODE)
        .addIf(numbered, beside.chapters ? Cue.CHAPTER : Cue.NUMBER)
        .addIf(numbered && !beside.chapters && isRunning(facts.section), Cue.RUNNING_NUMBER)
        .addIf(isPictured(facts, beside), Cue.PICTURE)
        .addIf(survey.isBacklog() && isLevelled(facts) && beside.levels > 1, Cue.LEVEL)
        .addIf(beside.verbs, Cue.VERBS)
        .addIf(isOfSeries(title, beside), Cue.SERIES)
        .addIf(
            survey.titleAgain(facts) && !facts.caption.named() && !hasState(facts),
            Cue.TITLE_AGAIN);
  }

  private static boolean isKind(HeadingFacts facts) {
    String title = facts.section.title;
    return facts.box.isEmpty()
        && (Vocabulary.namesKind(title, false) || Vocabulary.tellsStory(title));
  }

  /** Whether its number goes on from another group, or did before that one was moved. */
  private boolean isRunning(Section section) {
    return survey.isBacklog()
        && section.parent != null
        && (running.in(section.parent) || survey.movedHeadings(section));
  }

  /** Whether its title says besides how urgent it is, and prose explains it. */
  private static boolean isLevelled(HeadingFacts facts) {
    return facts.first == First.PROSE
        && facts.boxesBelow + facts.rowsBelow == 0
        && facts.caption.level().isPresent()
        && !Urgencies.namesUrgency(facts.section.title);
  }

  /** Its first word where a number follows that counts, and it is no word for a task. */
  private static Optional<String> series(String title) {
    Matcher counted = COUNTED.matcher(title);
    return counted.find()
            && Vocabulary.column(counted.group(1)).filter(Column.TITLE::equals).isEmpty()
        ? Optional.of(NormalizedText.words(counted.group(1)))
        : Optional.empty();
  }

  /** Its first word with the number behind it that counts: {@code Feature 4}. */
  static Optional<String> stage(String title) {
    Matcher counted = COUNTED.matcher(title);
    return counted.find() ? Optional.of(NormalizedText.words(counted.group())) : Optional.empty();
  }

  /** Whether an issue is named in brackets or by a link. */
  static boolean namesIssue(String title) {
    return ISSUE.matcher(title).find();
  }

  /**
   * The letters of a code in front that is no id by itself: {@code US12}, {@code BAKE-OVEN-DOOR}.
   */
  private static Optional<String> code(String title) {
    Matcher code = CODED.matcher(title);
    return code.find() ? Optional.of(code.group(1)) : Optional.empty();
  }

  private static boolean isCoded(String title, Siblings beside) {
    return code(title)
        .filter(code -> code.endsWith("-") || !beside.bare)
        .filter(code -> beside.series.getOrDefault(code, 0) > 1)
        .isPresent();
  }

  private boolean isOfSeries(String title, Siblings beside) {
    return survey.isBacklog()
        && !Vocabulary.namesGroup(title)
        && series(title).filter(word -> beside.series.getOrDefault(word, 0) > 1).isPresent();
  }

  /** Pictures of what is to be done are used as ornament, unless others beside have such too. */
  private boolean isPictured(HeadingFacts facts, Siblings beside) {
    Optional<Status> mark = facts.caption.mark();
    boolean open = mark.filter(Status.TODO::equals).isPresent();
    boolean coloured =
        Caption.firstPicture(facts.section.title).flatMap(Pictures::levelOf).isPresent();
    return !beside.ornament
        && (mark.isPresent() || coloured)
        && (!open || beside.states > 1 || !survey.isBacklog());
  }

  /** What is below it. */
  private void body(HeadingFacts facts, Siblings beside, Evidence cues) {
    boolean fields = tells(facts);
    int labels = Math.min(MOST_LABELS, survey.labelsAgain(facts));
    for (int i = 0; i < labels; i++) {
      cues.add(Cue.LABEL_AGAIN);
    }
    boolean parts = survey.partsAgain(facts) > 0;
    cues.addIf(fields, Cue.FIELD)
        .addIf(parts, Cue.PART_AGAIN)
        .addIf(survey.hasTemplate(facts), Cue.PART_AGAIN)
        .addIf(facts.prose && facts.first != First.ITEM, Cue.PROSE)
        .addIf(
            beside.finished && facts.prose && !facts.struck && facts.caption.mark().isEmpty(),
            Cue.FINISHED_BESIDE)
        .addIf(isLabelledBody(facts), Cue.LABELLED_BODY);
    boolean boxed = facts.box.isPresent();
    boolean few = facts.boxesBelow <= MOST_STEPS && facts.first == First.LABEL;
    boolean steps =
        (facts.labelledBoxes == facts.boxes || ((fields || few) && facts.first != First.BOX))
            && !survey.holdsToldBoxes(facts)
            && !(cues.has(Cue.KIND) && facts.boxedParts > 1);
    boolean rows = facts.rowsBelow > 0;
    boolean boxes = facts.boxesBelow > 0 && !boxed;
    boolean items = facts.isItemsOnly() && labels == 0 && !fields;
    cues.addIf(rows || (boxes && !steps), Cue.TASKS_BELOW)
        .addIf(boxes && steps && !rows, Cue.STEPS_BELOW)
        .addIf(facts.isListOnly() || items, Cue.LIST_ONLY);
    boolean titles = facts.titledParagraphs > 1 && labels == 0 && !fields;
    cues.addIf(titles, Cue.TITLES_BELOW);
    boolean strong =
        fields
            || boxed
            || cues.has(Cue.CODE)
            || cues.has(Cue.ID)
            || cues.has(Cue.ISSUE)
            || cues.has(Cue.NUMBER);
    boolean lists = facts.bareItems && !facts.isListOnly();
    cues.addIf(lists && !strong && !cues.has(Cue.PICTURE), Cue.LIST_BELOW)
        .addIf(labels == 0 && !parts && !strong && beside.repeating, Cue.OTHERWISE);
  }

  /** Whether a field of its own gives its state, its urgency or the like. */
  private static boolean tells(HeadingFacts facts) {
    return TELLING.stream()
        .anyMatch(
            column ->
                facts.fields.of(column).isPresent()
                    || BracketedField.of(facts.section.title, column).isPresent());
  }

  /** Whether a field of its own gives its state, as only tasks and groups of them have. */
  private static boolean hasState(HeadingFacts facts) {
    return facts.fields.of(Column.STATUS).isPresent();
  }

  /** Whether headings of its own are below it, which are no parts as others have. */
  private boolean isChapter(HeadingFacts facts) {
    return facts.section.children.size() > 1 && survey.partsAgain(facts) == 0;
  }

  private static boolean isLabelledBody(HeadingFacts facts) {
    boolean labelled = facts.first == First.LABEL && facts.items > 0 && !facts.bareItems;
    return (labelled || facts.lonelyLabels > 1) && facts.boxes == 0;
  }

  private Siblings siblings(Section parent) {
    int numbered = 0;
    int known = 0;
    int marked = 0;
    int unknown = 0;
    int repeating = 0;
    int finished = 0;
    boolean unlike = false;
    boolean lists = false;
    int verbs = 0;
    int levels = 0;
    boolean bare = false;
    Map<String, Integer> series = new HashMap<>();
    List<Section> children = parent.children;
    for (Section child : children) {
      HeadingFacts facts = survey.of(child);
      numbered += facts.caption.id().isPresent() && !facts.caption.named() ? 1 : 0;
      Optional<Integer> picture = Caption.firstPicture(child.title).filter(c -> c > 0x2000);
      boolean tells =
          picture.flatMap(Pictures::statusOf).isPresent()
              || picture.flatMap(Pictures::levelOf).isPresent();
      known += tells ? 1 : 0;
      marked += tells || facts.caption.mark().isPresent() ? 1 : 0;
      finished += facts.caption.mark().filter(Status.DONE::equals).isPresent() ? 1 : 0;
      unknown += picture.isPresent() && !tells ? 1 : 0;
      repeating += survey.labelsAgain(facts) + survey.partsAgain(facts) > 0 ? 1 : 0;
      unlike |= child.informs || child.topic.isPresent();
      lists |= facts.isListOnly() || isChapter(facts);
      levels += isLevelled(facts) ? 1 : 0;
      verbs += facts.tellsToDo ? 1 : 0;
      bare |= facts.bareItems || isChapter(facts);
      code(child.title).ifPresent(code -> series.merge(code, 1, Integer::sum));
      series(child.title).ifPresent(word -> series.merge(word, 1, Integer::sum));
    }
    boolean chapters =
        children.size() >= CHAPTERS
            && numbered == children.size()
            && (unlike || (lists && !running.in(parent)));
    return new Siblings(
        chapters,
        unknown > known,
        marked,
        repeating > 1 && repeating * FEW >= children.size(),
        lists,
        verbs * 2 >= children.size(),
        levels,
        bare,
        finished >= FINISHED,
        series);
  }
}
