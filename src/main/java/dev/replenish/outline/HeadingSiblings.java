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
  private final Map<Section, Siblings> known = new HashMap<>();

  /** The letters of the codes of each level. */
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
   * Whether it has a code where others of its level have codes with other letters: beside {@code
   * B1}, {@code V1} is no version and {@code H2} no half of a year.
   */
  boolean isLettered(Section section) {
    return code(section.title).isPresent()
        && (letters.getOrDefault(section.level, Set.of()).size() > 1 || survey.movedAlike(section));
  }

  /**
   * What the children of one heading have in common.
   *
   * @param chapters whether all are numbered, and some of them can't be tasks
   * @param ornament whether their pictures tell nothing
   * @param states how many carry a picture or a word that gives a state
   * @param repeating whether some, and no few, have a label or a part that comes again
   * @param verbs whether most begin with what is to be done
   * @param levels how many say how urgent they are, with prose below
   * @param bare whether plain items are below some, and words are first below few with a code
   * @param labelled whether half of them hold items with labels in bold, of which some come again
   * @param finished whether three or more are finished; these stay
   * @param templated whether nearly all have two labels that come again
   * @param dated whether three or more, and half of them, end with a day in brackets
   * @param series how many begin with each word that a number follows
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
    return known.computeIfAbsent(parent, this::siblings);
  }

  /** Whether it has two labels that others have, as nearly all beside it do, or had. */
  boolean isTemplated(HeadingFacts facts) {
    Section parent = facts.section.parent;
    return parent != null
        && (of(parent).templated()
            ? survey.again().labels(facts) > 1
            : facts.labels.size() > 2 && survey.of(parent).headingsMoved);
  }

  /** Whether it is a version or a time; a code in front of it is none. */
  boolean namesPeriod(Section section) {
    return Vocabulary.namesPeriod(section.title) && !isLettered(section);
  }

  /** Whether the numbers below {@code parent} go on from another group, or others from them. */
  boolean areRunning(Section parent) {
    return running.in(parent);
  }

  /** Its first word where a number follows that counts, and it is no word for a task. */
  static Optional<String> series(String title) {
    Matcher counted = COUNTED.matcher(title);
    return counted.find() && !Vocabulary.names(counted.group(1), Column.TITLE)
        ? Optional.of(NormalizedText.words(counted.group(1)))
        : Optional.empty();
  }

  /** Its first word with the number behind it that counts: {@code Feature 4}. */
  static Optional<String> stage(String title) {
    Matcher counted = COUNTED.matcher(title);
    return counted.find() ? Optional.of(NormalizedText.words(counted.group())) : Optional.empty();
  }

  /**
   * The letters of a code in front that is no id by itself: {@code US12}, {@code BAKE-OVEN-DOOR}.
   */
  static Optional<String> code(String title) {
    Matcher code = CODED.matcher(title);
    boolean urgency = URGENCY.matcher(title).find();
    return code.find() && !urgency ? Optional.of(code.group(1)) : Optional.empty();
  }

  /** Whether its title says besides how urgent it is, and prose explains it. */
  static boolean isLevelled(HeadingFacts facts) {
    return facts.first == First.PROSE
        && facts.boxesBelow + facts.rowsBelow == 0
        && facts.caption.level().isPresent()
        && !Urgencies.namesUrgency(facts.section.title);
  }

  /** Whether headings of its own are below it, which are no parts as others have. */
  private boolean isChapter(HeadingFacts facts) {
    return facts.section.children.size() > 1 && survey.again().parts(facts) == 0;
  }

  private Siblings siblings(Section parent) {
    int numbered = 0;
    int known = 0;
    int marked = 0;
    int unknown = 0;
    int repeating = 0;
    int finished = 0;
    int templated = 0;
    int dated = 0;
    boolean unlike = false;
    boolean lists = false;
    int verbs = 0;
    int levels = 0;
    boolean bare = false;
    int labelled = 0;
    int coded = 0;
    int told = 0;
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
      repeating += survey.again().labels(facts) + survey.again().parts(facts) > 0 ? 1 : 0;
      templated += survey.again().labels(facts) > 1 ? 1 : 0;
      dated += DATED.matcher(child.title).find() ? 1 : 0;
      unlike |= child.informs || child.topic.isPresent();
      lists |= facts.isListOnly() || isChapter(facts);
      levels += isLevelled(facts) ? 1 : 0;
      labelled += facts.holdsLabelledItems() ? 1 : 0;
      verbs += facts.tellsToDo ? 1 : 0;
      boolean over = facts.isTicked();
      bare |= (facts.bareItems && !over) || isChapter(facts);
      Optional<String> letters = code(child.title);
      letters.ifPresent(code -> series.merge(code, 1, Integer::sum));
      coded += letters.isPresent() ? 1 : 0;
      told += letters.isPresent() && facts.first == First.PROSE ? 1 : 0;
      series(child.title).ifPresent(word -> series.merge(word, 1, Integer::sum));
    }
    boolean parts = repeating > 1 && labelled * 2 >= children.size() && survey.isLedger();
    boolean chapters =
        children.size() >= CHAPTERS
            && numbered == children.size()
            && (unlike || (lists && !parts && !running.in(parent)));
    return new Siblings(
        chapters,
        unknown > known,
        marked,
        repeating > 1 && repeating * FEW >= children.size(),
        verbs * 2 >= children.size(),
        levels,
        bare && (told < FEW - 1 || told * FEW < coded * (FEW - 1)),
        parts,
        finished >= FINISHED,
        children.size() >= FEW && templated * FEW >= children.size() * (FEW - 1),
        dated >= FINISHED && dated * 2 >= children.size(),
        series);
  }
}
