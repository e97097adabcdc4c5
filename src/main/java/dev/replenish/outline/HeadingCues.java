package dev.replenish.outline;

import dev.replenish.board.ReadingComment;
import dev.replenish.board.Status;
import dev.replenish.outline.HeadingSiblings.Siblings;
import dev.replenish.outline.HeadingSteps.Boxes;
import dev.replenish.outline.field.Fields;
import dev.replenish.outline.page.Cue;
import dev.replenish.outline.page.Evidence;
import dev.replenish.outline.page.HeadingFacts;
import dev.replenish.outline.page.HeadingFacts.First;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.words.BracketedField;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.Column;
import dev.replenish.outline.words.Naming;
import dev.replenish.outline.words.NormalizedText;
import dev.replenish.outline.words.Pictures;
import dev.replenish.outline.words.Stories;
import dev.replenish.outline.words.Urgencies;
import dev.replenish.outline.words.Vocabulary;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the cues for one heading, see {@link Cue}. */
final class HeadingCues {
  private static final Pattern TAG = Pattern.compile("^\\[[^\\[\\]]{2,30}\\](?![(\\[])");
  private static final Pattern ISSUE =
      Pattern.compile(
          "[(\\[]#\\d+[)\\]]|\\[[^\\[\\]]{0,200}\\]\\([^()\\s]{0,300}/(?:issues|pull)/\\d+\\)");
  private static final int LONG_TITLE = 4;
  private static final int MOST_LABELS = 2;

  private final Survey survey;
  private final HeadingSiblings siblings;
  private final HeadingSteps steps;
  private final TitledLevels titled;

  HeadingCues(Survey survey) {
    this.survey = survey;
    this.siblings = new HeadingSiblings(survey);
    this.steps = new HeadingSteps(survey);
    this.titled = new TitledLevels(survey);
  }

  Evidence of(HeadingFacts facts) {
    Evidence cues = new Evidence();
    Section section = facts.section;
    if (section.parent == null || section.isDocumentTitle()) {
      return cues;
    }
    Siblings beside = siblings.of(section.parent);
    addTitleCues(facts, cues);
    addFormCues(facts, beside, cues);
    addBodyCues(facts, beside, cues);
    return cues;
  }

  /** Adds the cues from the words of its title. */
  private void addTitleCues(HeadingFacts facts, Evidence cues) {
    Section section = facts.section;
    Section parent = Objects.requireNonNull(section.parent);
    String title = section.title;
    boolean tagged =
        (TAG.matcher(title).find()
                || hasState(facts)
                || facts.caption.named()
                || isInstruction(facts))
            && isLikeOthers(facts);
    cues.addIf(section.isNamedGroup() || section.isNote(), Cue.NAMED_GROUP)
        .addIf(title.endsWith(ReadingComment.TASK), Cue.NAMED_TASK)
        .addIf(section.topic.isPresent(), Cue.TOPIC)
        .addIf(Urgencies.namesUrgency(title) && !hasTaskField(facts), Cue.URGENCY)
        .addIf(namesGroup(facts) || isGroupCode(facts), Cue.GROUP_WORD)
        .addIf(facts.namesAction, Cue.VERB)
        .addIf(siblings.namesPeriod(section) || Vocabulary.namesHorizon(title), Cue.PERIOD)
        .addIf(
            (section.informs && !tagged && !siblings.isTemplated(facts))
                || isBelowInforming(section),
            Cue.INFORMS)
        .addIf(NormalizedText.count(title) >= LONG_TITLE, Cue.LONG_TITLE)
        .addIf(isColumn(parent), Cue.COLUMN)
        .addIf(survey.of(parent).headingsMoved, Cue.MOVED_HEADINGS)
        .addIf(
            survey.headingsMovedElsewhere(section) && parent.children.size() == 1, Cue.MOVED_LEVEL)
        .addIf(parent.names == Naming.Names.HEADINGS, Cue.EACH_HEADING);
  }

  /** Whether its title has a word for a group; a day in front of a task's title is none. */
  private boolean namesGroup(HeadingFacts facts) {
    Section section = facts.section;
    boolean dated = Vocabulary.namesDay(section.title) && titled.includes(facts);
    return Vocabulary.namesGroup(section.title) && !siblings.isAmongCodes(section) && !dated;
  }

  /** Whether other headings have, or had, one of its labels; only a backlog requires that. */
  private boolean isLikeOthers(HeadingFacts facts) {
    return !survey.isBacklog()
        || survey.repetitions().repeatedLabels(facts) > 0
        || survey.similarHeadingsMoved(facts.section);
  }

  /** Whether it begins with a number and a verb, and has more words than the title of a chapter. */
  private static boolean isInstruction(HeadingFacts facts) {
    return facts.namesAction
        && facts.caption.id().isPresent()
        && NormalizedText.count(facts.section.title) >= LONG_TITLE;
  }

  /** Whether its id begins with a word for a group, and boxes or rows below may be the tasks. */
  private static boolean isGroupCode(HeadingFacts facts) {
    return facts.boxesBelow + facts.rowsBelow > 0
        && facts
            .caption
            .id()
            .filter(id -> id.indexOf('-') > 0)
            .filter(id -> Vocabulary.namesGroup(id.substring(0, id.indexOf('-'))))
            .isPresent();
  }

  /**
   * Whether a heading above it is informational, and none in between names a state or an urgency.
   */
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

  /** Whether {@code parent} names a state or an urgency, like a column of a board. */
  private boolean isColumn(Section parent) {
    if (parent.isRoot() || parent.isDocumentTitle() || hasTaskField(survey.of(parent))) {
      return false;
    }
    return parent.namesState() || (parent.topic.isEmpty() && parent.naming().level().isPresent());
  }

  /** Adds the cues from how it is written. */
  private void addFormCues(HeadingFacts facts, Siblings beside, Evidence cues) {
    String title = facts.section.title;
    boolean numbered = facts.caption.id().isPresent() && !facts.caption.named();
    cues.addIf(facts.box.isPresent(), Cue.BOX)
        .addIf(facts.caption.named(), Cue.ID)
        .addIf(facts.box.isEmpty() && TAG.matcher(title).find(), Cue.TAG)
        .addIf(namesIssue(title), Cue.ISSUE)
        .addIf(namesKind(facts), Cue.KIND)
        .addIf(!facts.caption.named() && isCoded(facts.section, beside), Cue.CODE)
        .addIf(numbered, beside.chapters() ? Cue.CHAPTER : Cue.NUMBER)
        .addIf(
            numbered && !beside.chapters() && continuesNumbers(facts.section), Cue.RUNNING_NUMBER)
        .addIf(isPictured(facts, beside), Cue.PICTURE)
        .addIf(
            survey.isBacklog() && HeadingSiblings.hasExplainedUrgency(facts) && beside.levels() > 1,
            Cue.LEVEL)
        .addIf(beside.verbs(), Cue.VERBS)
        .addIf(titled.includes(facts), Cue.TITLES)
        .addIf(isOfSeries(title, beside), Cue.SERIES)
        .addIf(
            survey.repetitions().isTitleRepeated(facts)
                && !facts.caption.named()
                && !hasState(facts),
            Cue.TITLE_AGAIN);
  }

  private static boolean namesKind(HeadingFacts facts) {
    String title = facts.section.title;
    return facts.box.isEmpty() && (Vocabulary.namesKind(title, false) || Stories.isStory(title));
  }

  /** Whether its number continues those of another group, or did before that group was moved. */
  private boolean continuesNumbers(Section section) {
    return survey.isBacklog()
        && section.parent != null
        && (siblings.continuesNumbers(section.parent) || survey.headingsMovedElsewhere(section));
  }

  /** Whether a title names an issue in brackets or by a link. */
  static boolean namesIssue(String title) {
    return ISSUE.matcher(title).find();
  }

  private boolean isCoded(Section section, Siblings beside) {
    int own = survey.isBacklog() && !survey.similarHeadingsMoved(section) ? 1 : 0;
    return HeadingSiblings.code(section.title)
        .filter(code -> code.endsWith("-") || !beside.bare())
        .filter(code -> beside.series.getOrDefault(code, 0) > own)
        .isPresent();
  }

  private boolean isOfSeries(String title, Siblings beside) {
    return survey.isBacklog()
        && !Vocabulary.namesGroup(title)
        && HeadingSiblings.series(title)
            .filter(word -> beside.series.getOrDefault(word, 0) > 1)
            .isPresent();
  }

  /**
   * Whether it has a mark for a state or an urgency. A single mark for open is taken for an
   * ornament.
   */
  private boolean isPictured(HeadingFacts facts, Siblings beside) {
    Optional<Status> mark = facts.caption.mark();
    boolean open = mark.filter(Status.TODO::equals).isPresent();
    boolean coloured =
        Caption.firstPicture(facts.section.title).flatMap(Pictures::levelOf).isPresent();
    return !beside.ornament()
        && (mark.isPresent() || coloured)
        && (!open || beside.states() > 1 || !survey.isBacklog());
  }

  /** Adds the cues from what is below it. */
  private void addBodyCues(HeadingFacts facts, Siblings beside, Evidence cues) {
    boolean hasFields = hasTaskField(facts);
    int labels = Math.min(MOST_LABELS, survey.repetitions().repeatedLabels(facts));
    for (int i = 0; i < labels; i++) {
      cues.add(Cue.LABEL_AGAIN);
    }
    boolean parts = survey.repetitions().repeatedParts(facts) > 0;
    boolean labelled = isLabelled(facts, beside);
    cues.addIf(hasFields, Cue.FIELD)
        .addIf(parts, Cue.PART_AGAIN)
        .addIf(survey.repetitions().hasTemplate(facts), Cue.PART_AGAIN)
        .addIf(facts.prose && facts.first != First.ITEM, Cue.PROSE)
        .addIf(
            beside.finished() && facts.prose && !facts.struck && facts.caption.mark().isEmpty(),
            Cue.FINISHED_BESIDE)
        .addIf(beside.dated(), Cue.DATED)
        .addIf(facts.isLabelledBody() || labelled, Cue.LABELLED_BODY);
    boolean boxed = facts.box.isPresent();
    Boxes boxRole = steps.of(facts, cues, hasFields);
    boolean rows = facts.rowsBelow > 0 && !(isLikeOthers(facts) && areDetails(facts));
    boolean boxes = facts.boxesBelow > 0 && !boxed;
    boolean items = facts.isItemsOnly() && labels == 0 && !hasFields;
    boolean announcesTasks = facts.announcesTasks && cues.has(Cue.GROUP_WORD);
    cues.addIf(rows || announcesTasks || (boxes && boxRole == Boxes.TASKS), Cue.TASKS_BELOW)
        .addIf(boxes && boxRole == Boxes.STEPS && !rows, Cue.STEPS_BELOW)
        .addIf(boxes && boxRole == Boxes.OWN_STEPS && !rows, Cue.OWN_STEPS)
        .addIf(boxes && boxRole == Boxes.UNCLEAR && !rows, Cue.BOXES_UNCLEAR)
        .addIf((facts.isListOnly() || items) && !labelled, Cue.LIST_ONLY);
    boolean longer = facts.isListOnly() && cues.has(Cue.RUNNING_NUMBER) && steps.isLonger(facts);
    cues.addIf(longer && !hasFields, Cue.LIST_UNCLEAR);
    boolean titles = facts.titledParagraphs > 1 && labels == 0 && !hasFields;
    cues.addIf(titles, Cue.TITLES_BELOW);
    boolean strong =
        hasFields
            || boxed
            || cues.has(Cue.CODE)
            || cues.has(Cue.ID)
            || cues.has(Cue.ISSUE)
            || cues.has(Cue.NUMBER);
    boolean lists = facts.bareItems && !facts.isListOnly();
    cues.addIf(lists && !strong && !cues.has(Cue.PICTURE), Cue.LIST_BELOW)
        .addIf(labels == 0 && !parts && !strong && beside.repeating(), Cue.OTHERWISE);
  }

  /**
   * Whether all rows below it are its own, behind some words, and no column is typical of tasks.
   */
  private static boolean areDetails(HeadingFacts facts) {
    boolean introduced = facts.first == First.LABEL || facts.first == First.PROSE;
    return introduced && facts.rows == facts.rowsBelow && !facts.hasTaskColumn;
  }

  /** Whether a field of its own gives its state, its urgency or the like. */
  private static boolean hasTaskField(HeadingFacts facts) {
    return Fields.TASK_LABELS.stream()
        .anyMatch(
            column ->
                facts.fields.of(column).isPresent()
                    || BracketedField.of(facts.section.title, column).isPresent());
  }

  /** Whether a field of its own gives its state, which only tasks and groups of tasks have. */
  private static boolean hasState(HeadingFacts facts) {
    return facts.fields.of(Column.STATUS).isPresent();
  }

  /**
   * Whether it has a number, and items with labels in bold, or a single item if headings beside it
   * have such items.
   */
  private boolean isLabelled(HeadingFacts facts, Siblings beside) {
    boolean labelled = facts.holdsLabelledItems() && isLikeOthers(facts);
    boolean alike = beside.labelled() && (facts.holdsLabelledItems() || facts.items == 1);
    return facts.caption.id().isPresent() && (labelled || alike);
  }
}
