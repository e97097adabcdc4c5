package dev.replenish.outline;

import dev.replenish.outline.page.Cue;
import dev.replenish.outline.page.HeadingFacts;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.words.NormalizedText;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Headings under a state with titles like those of tasks, and nothing but lists below: the lists
 * may be the details of tasks, and no tasks themselves.
 */
final class TitledColumns {
  private static final int TITLE_WORDS = 3;
  private static final int FEW = 3;
  private static final int MOST_ITEMS = 5;

  private final Survey survey;
  private final Set<Section> toDo;
  private final Map<Section, Boolean> cache = new HashMap<>();

  /**
   * The columns of a document.
   *
   * @param toDo the headings with lists that name what is to be done
   */
  TitledColumns(Survey survey, Set<Section> toDo) {
    this.survey = survey;
    this.toDo = toDo;
  }

  /**
   * Whether {@code section} is one of several such headings, and less than half of their lists
   * begin with verbs, or each heading has an item that introduces others.
   */
  boolean above(Section section) {
    Section column = section.isLine() ? null : section.parent;
    return column != null && cache.computeIfAbsent(column, this::hasTitles);
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

  /**
   * Whether the column is the whole file, and all its headings have nothing but brief lists below.
   */
  private static boolean isFlat(Section column) {
    return column.isDocumentTitle()
        && column.children.size() >= FEW
        && column.children.stream()
            .map(child -> child.facts)
            .allMatch(facts -> facts != null && facts.isListOnly() && facts.items <= MOST_ITEMS);
  }

  /** Whether each heading has a brief list below, with an item that introduces nested ones. */
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
    return !survey.repetitions().isTitleRepeated(facts)
        && !facts.evidence.has(Cue.GROUP_WORD)
        && NormalizedText.count(facts.section.title) >= TITLE_WORDS;
  }
}
