package dev.replenish.outline;

import dev.replenish.outline.page.HeadingFacts;
import dev.replenish.outline.page.HeadingFacts.First;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.words.NormalizedText;
import dev.replenish.outline.words.StateHints;
import dev.replenish.outline.words.Terms;
import dev.replenish.outline.words.Urgencies;
import dev.replenish.outline.words.Vocabulary;
import java.util.HashMap;
import java.util.Map;

/**
 * Groups of headings with titles of three words or more and a paragraph each, in a file that is
 * called a list of tasks and holds nothing else that may be a task (docs/reference/unmarked.md,
 * "How a file is read").
 */
final class TitledLevels {
  private static final int FEW = 3;
  private static final int TITLE_WORDS = 3;

  /** The most words that the name of a list of tasks has; longer titles are about the list. */
  private static final int MOST_LEDGER_WORDS = 6;

  private final Survey survey;
  private final boolean possible;
  private final Map<Section, Boolean> cache = new HashMap<>();

  TitledLevels(Survey survey) {
    this.survey = survey;
    this.possible =
        survey.isBacklog()
            && !survey.hasBoxesOrRows()
            && survey.all().stream().anyMatch(TitledLevels::namesLedger)
            && survey.all().stream().noneMatch(HeadingFacts::isListOnly);
  }

  private static boolean namesLedger(HeadingFacts facts) {
    Section section = facts.section;
    return section.level == 1
        && section.parent != null
        && section.parent.isRoot()
        && NormalizedText.count(section.title) <= MOST_LEDGER_WORDS
        && Terms.LEDGERS.within(section.title);
  }

  /** Whether it is a heading with a paragraph in such a group. */
  boolean includes(HeadingFacts facts) {
    Section parent = facts.section.parent;
    return possible
        && parent != null
        && isExplained(facts)
        && cache.computeIfAbsent(parent, this::isTitled);
  }

  private boolean isTitled(Section parent) {
    for (Section at = parent; at != null && !at.isRoot(); at = at.parent) {
      if (at.informs || StateHints.mentionDelay(at.title)) {
        return false;
      }
    }
    int all = 0;
    int explained = 0;
    int titles = 0;
    int others = 0;
    int days = 0;
    for (Section child : parent.children) {
      boolean counts = child.topic.isEmpty() && !Urgencies.namesUrgency(child.title);
      boolean other = child.informs || isCounted(child) || !child.children.isEmpty();
      all += counts ? 1 : 0;
      others += counts && other ? 1 : 0;
      explained += counts && !other && isExplained(survey.of(child)) ? 1 : 0;
      days += Vocabulary.namesDay(child.title) ? 1 : 0;
      titles += counts && NormalizedText.count(child.title) >= TITLE_WORDS ? 1 : 0;
    }
    boolean log = days * 2 > all;
    return !log
        && explained >= FEW
        && others * 4 <= all
        && explained * 4 >= all * 3
        && titles * 3 >= all * 2;
  }

  /** Whether a heading has a number in front, or a word for a group or a version. */
  private boolean isCounted(Section section) {
    return survey.of(section).caption.id().isPresent()
        || HeadingSiblings.series(section.title).isPresent()
        || (Vocabulary.namesGroup(section.title) && !Vocabulary.namesDay(section.title));
  }

  private static boolean isExplained(HeadingFacts facts) {
    return facts.first == First.PROSE && facts.prose && facts.boxesBelow + facts.rowsBelow == 0;
  }
}
