package dev.replenish.outline;

import dev.replenish.outline.page.Cue;
import dev.replenish.outline.page.HeadingFacts;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.words.NormalizedText;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Headings under a state whose titles are written as those of tasks, with nothing but lists below:
 * the lists may be what the tasks say, and no tasks themselves.
 */
final class TitledColumns {
  private static final int TITLE_WORDS = 3;
  private static final int FEW = 3;
  private static final int MOST_ITEMS = 5;

  private final Survey survey;
  private final Set<Section> toDo;
  private final Map<Section, Boolean> known = new HashMap<>();

  /**
   * Columns in a document.
   *
   * @param toDo the headings whose lists name what is to be done
   */
  TitledColumns(Survey survey, Set<Section> toDo) {
    this.survey = survey;
    this.toDo = toDo;
  }

  /**
   * Whether {@code section} is one of several such headings, and few of their lists have verbs or
   * each of them has an item that leads to others.
   */
  boolean above(Section section) {
    Section column = section.isLine() ? null : section.parent;
    return column != null && known.computeIfAbsent(column, this::hasTitles);
  }

  private boolean hasTitles(Section column) {
    boolean explained = isExplained(column);
    boolean flat = explained || isFlat(column);
    int titles = 0;
    int lists = 0;
    int verbs = 0;
    for (Section child : column.children) {
      HeadingFacts facts = child.facts;
      if (facts != null && facts.isListOnly() && (flat || facts.evidence.has(Cue.COLUMN))) {
        lists++;
        titles += isTitle(facts) ? 1 : 0;
        verbs += toDo.contains(child) ? 1 : 0;
      }
    }
    return titles > 1 && titles * 2 > lists && (explained || verbs * 2 < lists);
  }

  /** Whether it is all of the file, and nothing but lists of a few items is below its headings. */
  private static boolean isFlat(Section column) {
    return column.isDocumentTitle()
        && column.children.size() >= FEW
        && column.children.stream()
            .map(child -> child.facts)
            .allMatch(facts -> facts != null && facts.isListOnly() && facts.items <= MOST_ITEMS);
  }

  /** Whether a few items are below each, of which one leads to others nested in it. */
  private static boolean isExplained(Section column) {
    return column.children.stream()
        .map(child -> child.facts)
        .allMatch(
            facts ->
                facts != null
                    && facts.isListOnly()
                    && facts.leadingItems > 0
                    && facts.items <= MOST_ITEMS);
  }

  private boolean isTitle(HeadingFacts facts) {
    return !survey.again().title(facts)
        && !facts.evidence.has(Cue.GROUP_WORD)
        && NormalizedText.count(facts.section.title) >= TITLE_WORDS;
  }
}
