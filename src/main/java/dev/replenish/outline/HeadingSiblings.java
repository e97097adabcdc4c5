package dev.replenish.outline;

import dev.replenish.board.Status;
import dev.replenish.outline.page.HeadingFacts;
import dev.replenish.outline.page.HeadingFacts.First;
import dev.replenish.outline.page.RunningNumbers;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.Column;
import dev.replenish.outline.words.NormalizedText;
import dev.replenish.outline.words.Pictures;
import dev.replenish.outline.words.Urgencies;
import dev.replenish.outline.words.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the headings below one heading have in common. */
final class HeadingSiblings {
  private static final Pattern COUNTED =
      Pattern.compile(
          "^[^\\p{L}\\p{N}]*(\\p{L}[\\p{L}\\p{M}]+) (?:\\d{1,3}[A-Z]?|[IVX]{1,4}|[A-Z])\\b");
  private static final Pattern CODED =
      Pattern.compile(
          "^[^\\p{L}\\p{N}]*(\\p{Lu}{1,4}(?=\\d)|\\p{Lu}[\\p{Lu}\\d]*-(?=\\p{Lu}))"
              + "(?:\\d+|[\\p{Lu}\\d]+-[\\p{Lu}\\d]+)(?:[-.][\\p{Lu}\\d]{1,30}){0,8}[a-z]?(?:\\s*[:：–—|]|\\s+-\\s|\\.\\s)");
  private static final Pattern URGENCY = Pattern.compile("^[^\\p{L}\\p{N}]*P[0-4]\\b");
  private static final Pattern DATED =
      Pattern.compile("[(\\[（]\\d{4}[-./]\\d\\d?[-./]\\d\\d?[)\\]）]\\s*$");
  private static final int CHAPTERS = 3;
  private static final int FINISHED = 3;
  private static final int FEW = 4;

  private final Survey survey;
  private final RunningNumbers running;
  private final Map<Section, Siblings> cache = new HashMap<>();

  /** By level: the letters that the codes of headings begin with. */
  private final Map<Integer, Set<String>> letters = new HashMap<>();

  HeadingSiblings(Survey survey) {
    this.survey = survey;
    this.running = new RunningNumbers(survey.all());
    for (HeadingFacts facts : survey.all()) {
      code(facts.section.title)
          .ifPresent(
              code -> letters.computeIfAbsent(facts.section.level, l -> new HashSet<>()).add(code));
    }
  }

  /**
   * Whether it has a code, and headings of its level have codes with other letters: beside {@code
   * B1}, {@code V1} is no version and {@code H2} no half of a year.
   */
  boolean isAmongCodes(Section section) {
    return code(section.title).isPresent()
        && (letters.getOrDefault(section.level, Set.of()).size() > 1
            || survey.similarHeadingsMoved(section));
  }

  /**
   * What the children of one heading have in common.
   *
   * @param chapters whether all are numbered, and one of them can't be a task
   * @param ornament whether most of their pictures are unknown
   * @param states how many have a picture or a word for a state or an urgency
   * @param repeating whether several, and a quarter, have a repeated label or sub-heading
   * @param verbs whether at least half begin with a verb for what is to be done
   * @param levels how many give an urgency, with prose below
   * @param bare whether plain items are below some, while too few of those with a code begin with
   *     prose
   * @param labelled whether half hold items with labels in bold, some of which are repeated
   * @param finished whether three or more are finished; such tasks are not moved
   * @param templated whether three in four have two or more repeated labels
   * @param dated whether three or more, and half of all, end with a day in brackets
   * @param series how many begin with each code or numbered word
   */
  record Siblings(
      boolean chapters,
      boolean ornament,
      int states,
      boolean repeating,
      boolean verbs,
      int levels,
      boolean bare,
      boolean labelled,
      boolean finished,
      boolean templated,
      boolean dated,
      Map<String, Integer> series) {}

  /** What the headings below {@code parent} have in common. */
  Siblings of(Section parent) {
    return cache.computeIfAbsent(parent, this::siblings);
  }

  /**
   * Whether it has several labels that others have, as nearly all headings beside it do, or did
   * before they moved.
   */
  boolean isTemplated(HeadingFacts facts) {
    Section parent = facts.section.parent;
    return parent != null
        && (of(parent).templated()
            ? survey.repetitions().repeatedLabels(facts) > 1
            : facts.labels.size() > 2 && survey.of(parent).headingsMoved);
  }

  /** Whether it names a version or a time; a code in front is neither. */
  boolean namesPeriod(Section section) {
    return Vocabulary.namesPeriod(section.title) && !isAmongCodes(section);
  }

  /**
   * Whether the numbers below {@code parent} continue those of another group, or are continued
   * there.
   */
  boolean continuesNumbers(Section parent) {
    return running.in(parent);
  }

  /** The first word of a title, if a number follows it and it is no word for a task. */
  static Optional<String> series(String title) {
    Matcher counted = COUNTED.matcher(title);
    return counted.find() && !Vocabulary.names(counted.group(1), Column.TITLE)
        ? Optional.of(NormalizedText.words(counted.group(1)))
        : Optional.empty();
  }

  /** The first word of a title with the number that follows it: {@code Feature 4}. */
  static Optional<String> stage(String title) {
    Matcher counted = COUNTED.matcher(title);
    return counted.find() ? Optional.of(NormalizedText.words(counted.group())) : Optional.empty();
  }

  /**
   * The letters of a code in front of a title that is no id by itself: {@code US12}, {@code
   * BAKE-OVEN-DOOR}.
   */
  static Optional<String> code(String title) {
    Matcher code = CODED.matcher(title);
    boolean urgency = URGENCY.matcher(title).find();
    return code.find() && !urgency ? Optional.of(code.group(1)) : Optional.empty();
  }

  /** Whether its title gives an urgency beside other words, and prose explains it. */
  static boolean hasExplainedUrgency(HeadingFacts facts) {
    return facts.first == First.PROSE
        && facts.boxesBelow + facts.rowsBelow == 0
        && facts.caption.level().isPresent()
        && !Urgencies.namesUrgency(facts.section.title);
  }

  /** Whether it has several sub-headings, none of which headings of its level have too. */
  private boolean isChapter(HeadingFacts facts) {
    return facts.section.children.size() > 1 && survey.repetitions().repeatedParts(facts) == 0;
  }

  private Siblings siblings(Section parent) {
    int numbered = 0;
    int knownPictures = 0;
    int marked = 0;
    int unknownPictures = 0;
    int repeating = 0;
    int finished = 0;
    int templated = 0;
    int dated = 0;
    boolean nonTasks = false;
    boolean lists = false;
    int verbs = 0;
    int levels = 0;
    boolean bare = false;
    int labelled = 0;
    int coded = 0;
    int explained = 0;
    Map<String, Integer> series = new HashMap<>();
    List<Section> children = parent.children;
    for (Section child : children) {
      HeadingFacts facts = survey.of(child);
      numbered += facts.caption.id().isPresent() && !facts.caption.named() ? 1 : 0;
      Optional<Integer> picture = Caption.firstPicture(child.title).filter(c -> c > 0x2000);
      boolean meaningful =
          picture.flatMap(Pictures::statusOf).isPresent()
              || picture.flatMap(Pictures::levelOf).isPresent();
      knownPictures += meaningful ? 1 : 0;
      marked += meaningful || facts.caption.mark().isPresent() ? 1 : 0;
      finished += facts.caption.mark().filter(Status.DONE::equals).isPresent() ? 1 : 0;
      unknownPictures += picture.isPresent() && !meaningful ? 1 : 0;
      repeating +=
          survey.repetitions().repeatedLabels(facts) + survey.repetitions().repeatedParts(facts) > 0
              ? 1
              : 0;
      templated += survey.repetitions().repeatedLabels(facts) > 1 ? 1 : 0;
      dated += DATED.matcher(child.title).find() ? 1 : 0;
      nonTasks |= child.informs || child.topic.isPresent();
      lists |= facts.isListOnly() || isChapter(facts);
      levels += hasExplainedUrgency(facts) ? 1 : 0;
      labelled += facts.holdsLabelledItems() ? 1 : 0;
      verbs += facts.namesAction ? 1 : 0;
      boolean ticked = facts.isTicked();
      bare |= (facts.bareItems && !ticked) || isChapter(facts);
      Optional<String> codeLetters = code(child.title);
      codeLetters.ifPresent(code -> series.merge(code, 1, Integer::sum));
      coded += codeLetters.isPresent() ? 1 : 0;
      explained += codeLetters.isPresent() && facts.first == First.PROSE ? 1 : 0;
      series(child.title).ifPresent(word -> series.merge(word, 1, Integer::sum));
    }
    boolean labelledParts = repeating > 1 && labelled * 2 >= children.size() && survey.isLedger();
    boolean chapters =
        children.size() >= CHAPTERS
            && numbered == children.size()
            && (nonTasks || (lists && !labelledParts && !running.in(parent)));
    return new Siblings(
        chapters,
        unknownPictures > knownPictures,
        marked,
        repeating > 1 && repeating * FEW >= children.size(),
        verbs * 2 >= children.size(),
        levels,
        bare && (explained < FEW - 1 || explained * FEW < coded * (FEW - 1)),
        labelledParts,
        finished >= FINISHED,
        children.size() >= FEW && templated * FEW >= children.size() * (FEW - 1),
        dated >= FINISHED && dated * 2 >= children.size(),
        series);
  }
}
