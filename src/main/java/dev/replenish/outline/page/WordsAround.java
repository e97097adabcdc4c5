package dev.replenish.outline.page;

import dev.replenish.outline.words.NormalizedText;
import java.util.HashMap;
import java.util.Map;

/** Counts the words of text around plain lists. */
public final class WordsAround {
  private static final int MANY = 40;
  private static final int SENTENCE = 8;

  private final Outline outline;

  /** The number of words in the own text of each section; counting stops above {@link #MANY}. */
  private final Map<Section, Integer> words = new HashMap<>();

  /** Counts words of {@code outline}. */
  public WordsAround(Outline outline) {
    this.outline = outline;
  }

  /** Whether more than a line or two of text is around the list. */
  public boolean areMany(ListUnit list) {
    return words(list) > MANY;
  }

  /** Whether a section has no text among its own lines. */
  public boolean none(Section section) {
    return words(section) == 0;
  }

  /** Whether a sentence or two are right above the list, below a heading that may be its title. */
  public boolean lead(ListUnit list) {
    Section section = list.section();
    int words = 0;
    int at = outline.lastWritten(section.from, list.first());
    boolean headed = section.parent != null && !section.isDocumentTitle();
    while (headed && at >= section.from && outline.line(at).isText() && words < SENTENCE) {
      words += NormalizedText.count(outline.text(at));
      at--;
    }
    return words >= SENTENCE;
  }

  /** The number of words around the list. */
  private int words(ListUnit list) {
    Section section = list.section();
    Section above = section.isLine() ? section.parent : null;
    return (above == null ? 0 : words(above)) + words(section);
  }

  private int words(Section section) {
    return words.computeIfAbsent(section, this::count);
  }

  private int count(Section section) {
    int words = 0;
    for (int i = section.from; i < section.ownEnd() && words <= MANY; i++) {
      Line line = outline.line(i);
      words += line.isText() ? NormalizedText.count(outline.text(line)) : 0;
    }
    return words;
  }
}
