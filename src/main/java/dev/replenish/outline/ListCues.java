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
  /** How many richer tasks show that this is how tasks are written here. */
  static final int MANY = 3;

  /** As many richer tasks count where all of them are done, and the open ones may be others. */
  private static final int FEW = 2;

  private static final int LONG_TITLE = 4;

  private final Outline outline;
  private final Survey survey;
  private final ItemForms forms;
  private final ItemCues items;
  private final LabelTemplates templates;

  private final WordsAround words;
  private final TasksBeside around;
  private final int richer;
  private final int maybe;
  private final boolean elsewhere;
  private final boolean plain;
  private final boolean titled;
  private final boolean named;
  private final Set<Section> toDo = new HashSet<>();
  private final TitledColumns titles;

  /** The levels of headings that have titles, and may be the tasks. */
  private final Set<Integer> titledLevels = new HashSet<>();

  /**
   * Cues in a document.
   *
   * @param moved how many tasks of richer forms were moved, as far as comments say so
   * @param tasks the tasks of richer forms, and what may be one
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
    this.around = new TasksBeside(survey, roles);
    this.words = new WordsAround(outline);
    this.outline = outline;
    this.survey = survey;
    int clear = tasks.size() - unclear;
    boolean over = moved == 0 && clear >= MANY && tasks.stream().allMatch(ListCues::isOver);
    this.richer = !backlog ? 0 : over ? FEW : clear + moved;
    this.maybe = backlog ? unclear : 0;
    this.elsewhere = backlog && survey.all().stream().anyMatch(ListCues::tells);
    this.forms = new ItemForms(outline);
    this.items = new ItemCues(outline, forms, survey, tasks, lists);
    this.templates = new LabelTemplates(lists);
    this.titles = new TitledColumns(survey, toDo);
    this.plain = !backlog || (richer + maybe == 0 && survey.isListsOnly() && survey.isLedger());
    this.titled = plain && lists.size() >= MANY && lists.stream().allMatch(forms::areTitled);
    for (ListUnit list : lists) {
      if (forms.tellToDo(list)) {
        toDo.add(list.section());
      }
    }
    for (HeadingFacts facts : survey.all()) {
      if (titles.above(facts.section)) {
        titledLevels.add(facts.section.level);
      }
    }
    this.named =
        backlog
            && lists.stream()
                .anyMatch(list -> list.items().size() >= MANY && forms.areAllNamed(list));
  }

  List<Evidence> of(List<ListUnit> lists) {
    List<Evidence> all = lists.stream().map(this::of).toList();
    ListsTogether together = new ListsTogether(forms, PlainList.TASKS, richer + maybe == 0);
    together.repeat(lists, all);
    if (survey.isBacklog()) {
      List<Section> emptied = survey.emptied();
      List<Section> ofItems =
          emptied.stream()
              .filter(section -> !AuditComments.of(outline, section).tellOfRicher())
              .toList();
      new RunningItems(outline, PlainList.UNCLEAR_ALONE, PlainList.TASKS).add(lists, all, ofItems);
      together.outweigh(lists, all, emptied.size());
    }
    return all;
  }

  /** Whether its box or its marks say that it is done or rejected. */
  private static boolean isOver(FoundTask task) {
    return !task.unclear()
        && task.clues().box().or(task.clues()::mark).filter(of -> !of.isActive()).isPresent();
  }

  private Evidence of(ListUnit list) {
    Evidence cues = new Evidence().add(Cue.LIST);
    said(list, cues);
    beside(list, cues);
    items.add(list, cues);
    cues.addIf(richer >= MANY && !cues.has(Cue.KINDS) && forms.areFields(list), Cue.FIELDS);
    boolean backed = cues.sum() < PlainList.TASKS || isBacked(list, cues);
    return cues.addIf(!backed, Cue.UNBACKED).addIf(!backed && cues.has(Cue.MARKED), Cue.FEW_MARKED);
  }

  /** Whether anything says that its items are to be done. */
  private boolean isBacked(ListUnit list, Evidence cues) {
    boolean alike = !named || forms.areNamed(list);
    return !cues.isUntold()
        || (alike && (plain || toDo.contains(list.section())))
        || cues.has(Cue.KINDS)
        || forms.areNamed(list)
        || forms.tellStates(list);
  }

  /** What the words above it say. */
  private void said(ListUnit list, Evidence cues) {
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
        boolean told = topic || urgency;
        matter |= Terms.MATTERS.begin(at.title); // what is open there is not to be done
        topic |=
            (at.namesState() && !survey.again().isPart(at))
                || BracketedTopic.isOpen(at.title)
                || (Vocabulary.endsWithTasks(at.title) && forms.tellToDo(list));
        period |= Vocabulary.namesPeriod(at.title);
        day |= Vocabulary.namesDay(at.title);
        horizon |= Vocabulary.namesHorizon(at.title);
        informs |= !told && at.topic.isEmpty() && at.informs;
        urgency |= !informs && Urgencies.tellsUrgency(at.title) && !isSentence(at) && !isPlan(at);
      }
    }
    AuditComments audits = AuditComments.of(outline, list.section());
    boolean items = audits.tasks(AuditComments.Tasks.ITEMS);
    boolean told = list.section().named() || (list.section().listsTasks() && !named);
    cues.addIf(told || items, Cue.NAMED_LIST)
        .addIf(
            !items && (audits.tellOfRicher() || survey.isClosed(list.section())), Cue.MOVED_RICHER)
        .addIf(
            asks(list)
                || survey.again().holdsTasks(list.section())
                || (topic && !named && !matter && (list.label() == null || isBrief(list.label()))),
            Cue.UNDER_TOPIC)
        .addIf(urgency && !named, Cue.UNDER_URGENCY)
        .addIf(period && !named, Cue.UNDER_PERIOD)
        .addIf(day, Cue.UNDER_DAY)
        .addIf(horizon, Cue.UNDER_HORIZON)
        .addIf(informs || matter, Cue.LIST_INFORMS);
  }

  /**
   * Whether it is a line of more words than a heading has; a code in it such as P1 is no urgency.
   */
  private static boolean isSentence(Section at) {
    return at.isLine() && NormalizedText.count(at.title) > LONG_TITLE;
  }

  /** Whether it is a stage with a number, as in a plan for tasks of a richer form. */
  private boolean isPlan(Section at) {
    return richer >= MANY && Vocabulary.namesStage(at.title);
  }

  /** Whether the label above it ends with what is to be done: {@code Improvements to do:}. */
  private static boolean asks(ListUnit list) {
    return !list.frame().isEmpty()
        || (list.label() != null && Vocabulary.endsToDo(list.label().words()));
  }

  /** What is around it. */
  private void beside(ListUnit list, Evidence cues) {
    Label label = list.label();
    boolean line = list.section().isLine() && serves(list.section());
    boolean brief = line || (label != null && isBrief(label));
    boolean prose = words.areMany(list);
    cues.addIf(richer >= MANY, Cue.RICHER)
        .addIf(richer == 2, Cue.RICHER_FEW)
        .addIf(richer < 2 && richer + maybe >= MANY, Cue.RICHER_MAYBE)
        .addIf(templates.isAgain(list), Cue.LABEL_TEMPLATE)
        .addIf(line || (label != null && !asks(list)), brief ? Cue.LABELLED_BRIEFLY : Cue.LABELLED)
        .addIf(
            around.isLevelOfTasks(list.section())
                || (!cues.has(Cue.UNDER_TOPIC)
                    && !cues.has(Cue.UNDER_URGENCY)
                    && around.isBesideTasks(list.section())),
            Cue.BESIDE_TASKS)
        .addIf(richer >= MANY && around.isAlone(list), Cue.BESIDE_GROUPS)
        .addIf(
            elsewhere
                && cues.isUntold()
                && isBelowHeading(list.section())
                && !(forms.surelyTellToDo(list) && !titledLevels.contains(list.section().level)),
            Cue.ELSEWHERE)
        .addIf(
            !forms.areStories(list) && list.isBelowTitle(outline, survey.isBacklog()),
            Cue.TITLED_ABOVE)
        .addIf(survey.isBacklog() && titles.above(list.section()), Cue.TITLES_ABOVE)
        .addIf(isNumbered(list.section()), Cue.NUMBERED_ABOVE)
        .addIf(prose, Cue.AMONG_PROSE)
        .addIf(
            !prose && label == null && !(titled && forms.mostTellToDo(list)) && words.lead(list),
            Cue.PROSE_ABOVE);
  }

  private static boolean isBelowHeading(Section section) {
    return !section.isRoot() && !section.isDocumentTitle();
  }

  /** Whether a heading says that what is below it is to be done. */
  private static boolean tells(HeadingFacts facts) {
    Section at = facts.section;
    return at.level > 1
        && !at.isDocumentTitle()
        && (at.is(Topic.OPEN)
            || Urgencies.tellsUrgency(at.title)
            || Vocabulary.namesPeriod(at.title)
            || Vocabulary.namesHorizon(at.title));
  }

  /** Whether its heading is numbered below another one, and not called what groups are called. */
  private boolean isNumbered(Section section) {
    boolean titled = NormalizedText.count(section.title) > LONG_TITLE;
    return (section.level > 2 || (section.level == 2 && titled))
        && !Vocabulary.namesGroup(section.title)
        && survey
            .known(section)
            .filter(facts -> facts.caption.id().isPresent() && !facts.caption.named())
            .isPresent();
  }

  private static boolean isBrief(Label label) {
    return label.isBrief() && !label.bold();
  }

  /**
   * Whether a line that serves as a heading is a mere label, as among words, and names no state.
   */
  private boolean serves(Section line) {
    Section above = line.parent;
    return above != null
        && above.isRoot()
        && !(above.children.size() > 1 && words.none(above))
        && line.topic.isEmpty()
        && Urgencies.level(line.title).isEmpty();
  }
}
