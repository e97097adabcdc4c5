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

  /** What the headings below {@code parent} have in common. */
  Siblings of(Section parent) {
    return cache.computeIfAbsent(parent, Siblings::new);
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

  /** The headings below one heading, and what they have in common. */
  final class Siblings {
    /** How many headings begin with each code or numbered word. */
    final Map<String, Integer> series = new HashMap<>();

    private final Section parent;
    private final int count;
    private int numbered;
    private int knownPictures;
    private int unknownPictures;
    private int marked;
    private int repeating;
    private int finished;
    private int templated;
    private int dated;
    private int verbs;
    private int levels;
    private int itemsLabelled;
    private int coded;
    private int explained;
    private boolean nonTasks;
    private boolean lists;
    private boolean plainItems;
    private final boolean labelled;

    private Siblings(Section parent) {
      this.parent = parent;
      this.count = parent.children.size();
      parent.children.forEach(child -> add(survey.of(child)));
      this.labelled = repeating > 1 && itemsLabelled * 2 >= count && survey.isLedger();
    }

    private void add(HeadingFacts facts) {
      Section section = facts.section;
      numbered += facts.caption.id().isPresent() && !facts.caption.named() ? 1 : 0;
      Optional<Integer> picture = Caption.firstPicture(section.title).filter(c -> c > 0x2000);
      boolean meaningful =
          picture.flatMap(Pictures::statusOf).isPresent()
              || picture.flatMap(Pictures::levelOf).isPresent();
      knownPictures += meaningful ? 1 : 0;
      unknownPictures += picture.isPresent() && !meaningful ? 1 : 0;
      marked += meaningful || facts.caption.mark().isPresent() ? 1 : 0;
      finished += facts.caption.mark().filter(Status.DONE::equals).isPresent() ? 1 : 0;
      int labels = survey.repetitions().repeatedLabels(facts);
      repeating += labels + survey.repetitions().repeatedParts(facts) > 0 ? 1 : 0;
      templated += labels > 1 ? 1 : 0;
      dated += DATED.matcher(section.title).find() ? 1 : 0;
      nonTasks |= section.informs || section.topic.isPresent();
      lists |= facts.isListOnly() || isChapter(facts);
      levels += hasExplainedUrgency(facts) ? 1 : 0;
      itemsLabelled += facts.holdsLabelledItems() ? 1 : 0;
      verbs += facts.namesAction ? 1 : 0;
      plainItems |= (facts.bareItems && !facts.isTicked()) || isChapter(facts);
      Optional<String> code = code(section.title);
      code.ifPresent(letters -> series.merge(letters, 1, Integer::sum));
      coded += code.isPresent() ? 1 : 0;
      explained += code.isPresent() && facts.first == First.PROSE ? 1 : 0;
      series(section.title).ifPresent(word -> series.merge(word, 1, Integer::sum));
    }

    /** Whether all are numbered, and one of them can't be a task. */
    boolean chapters() {
      return count >= CHAPTERS
          && numbered == count
          && (nonTasks || (lists && !labelled && !running.in(parent)));
    }

    /** Whether most of their pictures are unknown. */
    boolean ornament() {
      return unknownPictures > knownPictures;
    }

    /** How many have a picture or a word for a state or an urgency. */
    int states() {
      return marked;
    }

    /** Whether several, and a quarter, have a repeated label or sub-heading. */
    boolean repeating() {
      return repeating > 1 && repeating * FEW >= count;
    }

    /** Whether at least half begin with a verb for an action. */
    boolean verbs() {
      return verbs * 2 >= count;
    }

    /** How many give an urgency, with prose below. */
    int levels() {
      return levels;
    }

    /** Whether plain items are below some, while too few of those with a code begin with prose. */
    boolean bare() {
      return plainItems && (explained < FEW - 1 || explained * FEW < coded * (FEW - 1));
    }

    /** Whether half hold items with labels in bold, some of which are repeated. */
    boolean labelled() {
      return labelled;
    }

    /** Whether three or more are finished; such tasks are not moved. */
    boolean finished() {
      return finished >= FINISHED;
    }

    /** Whether three in four have two or more repeated labels. */
    boolean templated() {
      return count >= FEW && templated * FEW >= count * (FEW - 1);
    }

    /** Whether three or more, and half of all, end with a day in brackets. */
    boolean dated() {
      return dated >= FINISHED && dated * 2 >= count;
    }
  }
}
