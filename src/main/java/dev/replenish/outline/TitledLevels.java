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
 * Levels of headings that are titles of some words with a paragraph below each, in a file that is
 * called a list of tasks and holds nothing else that may be one (docs/reference/unmarked.md, "How a
 * file is read").
 */
final class TitledLevels {
  private static final int FEW = 3;
  private static final int TITLE = 3;

  /** A title of more words is about the list. */
  private static final int LEDGER = 6;

  private final Survey survey;
  private final boolean possible;
  private final Map<Section, Boolean> known = new HashMap<>();

  TitledLevels(Survey survey) {
    this.survey = survey;
    this.possible =
        survey.isBacklog()
            && !survey.isBoxed()
            && survey.all().stream().anyMatch(TitledLevels::namesLedger)
            && survey.all().stream().noneMatch(HeadingFacts::isListOnly);
  }

  private static boolean namesLedger(HeadingFacts facts) {
    Section section = facts.section;
    return section.level == 1
        && section.parent != null
        && section.parent.isRoot()
        && NormalizedText.count(section.title) <= LEDGER
        && Terms.LEDGERS.within(section.title);
  }

  /** Whether it is a heading with words on such a level. */
  boolean holdTask(HeadingFacts facts) {
    Section parent = facts.section.parent;
    return possible
        && parent != null
        && isExplained(facts)
        && known.computeIfAbsent(parent, this::isTitled);
  }

  private boolean isTitled(Section parent) {
    for (Section at = parent; at != null && !at.isRoot(); at = at.parent) {
      if (at.informs || StateHints.mentionDelay(at.title)) {
        return false;
      }
    }
    int all = 0;
    int told = 0;
    int titles = 0;
    int others = 0;
    int days = 0;
    for (Section child : parent.children) {
      boolean counts = child.topic.isEmpty() && !Urgencies.namesUrgency(child.title);
      boolean other = child.informs || isCounted(child) || !child.children.isEmpty();
      all += counts ? 1 : 0;
      others += counts && other ? 1 : 0;
      told += counts && !other && isExplained(survey.of(child)) ? 1 : 0;
      days += Vocabulary.namesDay(child.title) ? 1 : 0;
      titles += counts && NormalizedText.count(child.title) >= TITLE ? 1 : 0;
    }
    boolean log = days * 2 > all;
    return !log && told >= FEW && others * 4 <= all && told * 4 >= all * 3 && titles * 3 >= all * 2;
  }

  /** Whether a number is in front of it, or it is called what groups or versions are called. */
  private boolean isCounted(Section section) {
    return survey.of(section).caption.id().isPresent()
        || HeadingSiblings.series(section.title).isPresent()
        || (Vocabulary.namesGroup(section.title) && !Vocabulary.namesDay(section.title));
  }

  private static boolean isExplained(HeadingFacts facts) {
    return facts.first == First.PROSE && facts.prose && facts.boxesBelow + facts.rowsBelow == 0;
  }
}
