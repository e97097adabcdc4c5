package dev.replenish.outline;

import dev.replenish.outline.page.AuditComments;
import dev.replenish.outline.page.Cue;
import dev.replenish.outline.page.Evidence;
import dev.replenish.outline.page.HeadingFacts;
import dev.replenish.outline.page.ItemForms;
import dev.replenish.outline.page.LabelTemplates;
import dev.replenish.outline.page.ListUnit;
import dev.replenish.outline.page.ListsTogether;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.RunningItems;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.page.WordsAround;
import dev.replenish.outline.task.FoundTask;
import dev.replenish.outline.words.BracketedTopic;
import dev.replenish.outline.words.Label;
import dev.replenish.outline.words.NormalizedText;
import dev.replenish.outline.words.Terms;
import dev.replenish.outline.words.Topic;
import dev.replenish.outline.words.Urgencies;
import dev.replenish.outline.words.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the cues for one plain list, see {@link Cue}. */
final class ListCues {
  /** This many tasks of richer forms show that the document uses these forms for its tasks. */
  static final int MANY = 3;

  /** This many richer tasks count if all of them are done: open ones may be written otherwise. */
  private static final int FEW = 2;

  private static final int LONG_TITLE = 4;

  private final Outline outline;
  private final Survey survey;
  private final ItemForms forms;
  private final ItemCues items;
  private final LabelTemplates templates;

  private final WordsAround wordsAround;
  private final TasksBeside tasksBeside;
  private final int richer;
  private final int maybeRicher;
  private final boolean toDoElsewhere;
  private final boolean onlyPlain;
  private final boolean allTitled;
  private final boolean anyNamed;
  private final Set<Section> toDo = new HashSet<>();
  private final TitledColumns titles;

  /** The levels with headings that have titles of tasks, and may be the tasks. */
  private final Set<Integer> titledLevels = new HashSet<>();

  /**
   * Prepares the cues of a document.
   *
   * @param moved how many tasks of richer forms were moved, according to comments
   * @param tasks the tasks of richer forms, including unclear ones
   * @param lists all lists that could hold tasks
   */
  ListCues(
      Outline outline,
      Survey survey,
      HeadingRoles roles,
      int moved,
      List<FoundTask> tasks,
      List<ListUnit> lists) {
    int unclear = (int) tasks.stream().filter(FoundTask::unclear).count();
    boolean backlog = survey.isBacklog();
    this.tasksBeside = new TasksBeside(survey, roles);
    this.wordsAround = new WordsAround(outline);
    this.outline = outline;
    this.survey = survey;
    int clear = tasks.size() - unclear;
    boolean allFinished =
        moved == 0 && clear >= MANY && tasks.stream().allMatch(ListCues::isFinished);
    this.richer = !backlog ? 0 : allFinished ? FEW : clear + moved;
    this.maybeRicher = backlog ? unclear : 0;
    this.toDoElsewhere = backlog && survey.all().stream().anyMatch(ListCues::namesTasksToDo);
    this.forms = new ItemForms(outline);
    this.items = new ItemCues(outline, forms, survey, tasks, lists);
    this.templates = new LabelTemplates(lists);
    this.titles = new TitledColumns(survey, toDo);
    this.onlyPlain =
        !backlog || (richer + maybeRicher == 0 && survey.isListsOnly() && survey.isLedger());
    this.allTitled = onlyPlain && lists.size() >= MANY && lists.stream().allMatch(forms::areTitled);
    for (ListUnit list : lists) {
      if (forms.nameActions(list)) {
        toDo.add(list.section());
      }
    }
    for (HeadingFacts facts : survey.all()) {
      if (titles.above(facts.section)) {
        titledLevels.add(facts.section.level);
      }
    }
    this.anyNamed =
        backlog
            && lists.stream()
                .anyMatch(list -> list.items().size() >= MANY && forms.areAllNamed(list));
  }

  List<Evidence> of(List<ListUnit> lists) {
    List<Evidence> all = lists.stream().map(this::of).toList();
    ListsTogether together = new ListsTogether(forms, PlainList.TASKS, richer + maybeRicher == 0);
    together.addCues(lists, all);
    if (survey.isBacklog()) {
      List<Section> emptied = survey.emptied();
      List<Section> ofItems =
          emptied.stream()
              .filter(section -> !AuditComments.of(outline, section).stateRicherForm())
              .toList();
      new RunningItems(outline, PlainList.UNCLEAR_ALONE, PlainList.TASKS).add(lists, all, ofItems);
      together.outweigh(lists, all, emptied.size());
    }
    return all;
  }

  /** Whether the box or the marks of a task give the status done or rejected. */
  private static boolean isFinished(FoundTask task) {
    return !task.unclear()
        && task.state()
            .clues()
            .box()
            .or(task.state().clues()::mark)
            .filter(status -> !status.isActive())
            .isPresent();
  }

  private Evidence of(ListUnit list) {
    Evidence cues = new Evidence().add(Cue.LIST);
    addWordsAbove(list, cues);
    addSurroundings(list, cues);
    items.add(list, cues);
    cues.addIf(richer >= MANY && !cues.has(Cue.KINDS) && forms.areFields(list), Cue.FIELDS);
    boolean backed = cues.sum() < PlainList.TASKS || isBacked(list, cues);
    return cues.addIf(!backed, Cue.UNBACKED).addIf(!backed && cues.has(Cue.MARKED), Cue.FEW_MARKED);
  }

  /** Whether anything shows that the items of a list are to be done. */
  private boolean isBacked(ListUnit list, Evidence cues) {
    boolean alike = !anyNamed || forms.areNamed(list);
    return !cues.lacksContext()
        || (alike && (onlyPlain || toDo.contains(list.section())))
        || cues.has(Cue.KINDS)
        || forms.areNamed(list)
        || forms.giveStates(list);
  }

  /** Adds the cues from the words above the list. */
  private void addWordsAbove(ListUnit list, Evidence cues) {
    boolean topic = false;
    boolean day = false;
    boolean horizon = false;
    boolean urgency = false;
    boolean period = false;
    boolean matter = false;
    boolean named =
        (list.label() != null && Vocabulary.informs(list.label().words()))
            || (list.section().isLine() && list.section().informs);
    boolean informs = named;
    for (Section at = list.section(); at.parent != null; at = at.parent) {
      if (!at.isDocumentTitle()) {
        boolean toDoAbove = topic || urgency;
        matter |= Terms.MATTERS.begin(at.title); // questions and decisions are open, but no tasks
        topic |=
            (at.namesState() && !survey.repetitions().isPart(at))
                || BracketedTopic.isOpen(at.title)
                || (Vocabulary.endsWithTasks(at.title) && forms.nameActions(list));
        period |= Vocabulary.namesPeriod(at.title);
        day |= Vocabulary.namesDay(at.title);
        horizon |= Vocabulary.namesHorizon(at.title);
        informs |= !toDoAbove && at.topic.isEmpty() && at.informs;
        urgency |=
            !informs && Urgencies.statesUrgency(at.title) && !isSentence(at) && !isStageOfPlan(at);
      }
    }
    AuditComments audits = AuditComments.of(outline, list.section());
    boolean items = audits.hasMoved(AuditComments.Tasks.ITEMS);
    boolean listsTasks = list.section().isNamedGroup() || (list.section().listsTasks() && !named);
    cues.addIf(listsTasks || items, Cue.NAMED_LIST)
        .addIf(
            !items && (audits.stateRicherForm() || survey.isClosed(list.section())),
            Cue.MOVED_RICHER)
        .addIf(
            announcesTasks(list)
                || survey.repetitions().isTasksTitle(list.section())
                || (topic && !named && !matter && (list.label() == null || isBrief(list.label()))),
            Cue.UNDER_TOPIC)
        .addIf(urgency && !named, Cue.UNDER_URGENCY)
        .addIf(period && !named, Cue.UNDER_PERIOD)
        .addIf(day, Cue.UNDER_DAY)
        .addIf(horizon, Cue.UNDER_HORIZON)
        .addIf(informs || matter, Cue.LIST_INFORMS);
  }

  /**
   * Whether a section is under a line with more words than a heading has; a P1 in it is no urgency.
   */
  private static boolean isSentence(Section at) {
    return at.isLine() && NormalizedText.count(at.title) > LONG_TITLE;
  }

  /** Whether a heading is a numbered stage, as in a plan for tasks of richer forms. */
  private boolean isStageOfPlan(Section at) {
    return richer >= MANY && Vocabulary.namesStage(at.title);
  }

  /**
   * Whether an item or a label in front of the list announces tasks: {@code Improvements to do:}.
   */
  private static boolean announcesTasks(ListUnit list) {
    return !list.frame().isEmpty()
        || (list.label() != null && Vocabulary.sentenceEndsWithTasks(list.label().words()));
  }

  /** Adds the cues from what is around the list. */
  private void addSurroundings(ListUnit list, Evidence cues) {
    Label label = list.label();
    boolean line = list.section().isLine() && isMereLabel(list.section());
    boolean brief = line || (label != null && isBrief(label));
    boolean prose = wordsAround.areMany(list);
    cues.addIf(richer >= MANY, Cue.RICHER)
        .addIf(richer == 2, Cue.RICHER_FEW)
        .addIf(richer < 2 && richer + maybeRicher >= MANY, Cue.RICHER_MAYBE)
        .addIf(templates.isAgain(list), Cue.LABEL_TEMPLATE)
        .addIf(
            line || (label != null && !announcesTasks(list)),
            brief ? Cue.LABELLED_BRIEFLY : Cue.LABELLED)
        .addIf(
            tasksBeside.isLevelOfTasks(list.section())
                || (!cues.has(Cue.UNDER_TOPIC)
                    && !cues.has(Cue.UNDER_URGENCY)
                    && tasksBeside.isBesideTasks(list.section())),
            Cue.BESIDE_TASKS)
        .addIf(richer >= MANY && tasksBeside.isAlone(list), Cue.BESIDE_GROUPS)
        .addIf(
            toDoElsewhere
                && cues.lacksContext()
                && isBelowHeading(list.section())
                && !(forms.surelyNameActions(list) && !titledLevels.contains(list.section().level)),
            Cue.ELSEWHERE)
        .addIf(
            !forms.areStories(list) && list.isBelowTitle(outline, survey.isBacklog()),
            Cue.TITLED_ABOVE)
        .addIf(survey.isBacklog() && titles.above(list.section()), Cue.TITLES_ABOVE)
        .addIf(isNumbered(list.section()), Cue.NUMBERED_ABOVE)
        .addIf(prose, Cue.AMONG_PROSE)
        .addIf(
            !prose
                && label == null
                && !(allTitled && forms.mostNameActions(list))
                && wordsAround.lead(list),
            Cue.PROSE_ABOVE);
  }

  private static boolean isBelowHeading(Section section) {
    return !section.isRoot() && !section.isDocumentTitle();
  }

  /** Whether a heading says that what is below it is open, urgent, or planned for some time. */
  private static boolean namesTasksToDo(HeadingFacts facts) {
    Section at = facts.section;
    return at.level > 1
        && !at.isDocumentTitle()
        && (at.is(Topic.OPEN)
            || Urgencies.statesUrgency(at.title)
            || Vocabulary.namesPeriod(at.title)
            || Vocabulary.namesHorizon(at.title));
  }

  /** Whether a heading is numbered below another one, and has no word for a group. */
  private boolean isNumbered(Section section) {
    boolean titled = NormalizedText.count(section.title) > LONG_TITLE;
    return (section.level > 2 || (section.level == 2 && titled))
        && !Vocabulary.namesGroup(section.title)
        && survey
            .find(section)
            .filter(facts -> facts.caption.id().isPresent() && !facts.caption.named())
            .isPresent();
  }

  private static boolean isBrief(Label label) {
    return label.isBrief() && !label.bold();
  }

  /**
   * Whether a line that serves as a heading is a mere label among words, without a state or an
   * urgency.
   */
  private boolean isMereLabel(Section line) {
    Section above = line.parent;
    return above != null
        && above.isRoot()
        && !(above.children.size() > 1 && wordsAround.none(above))
        && line.topic.isEmpty()
        && Urgencies.level(line.title).isEmpty();
  }
}
