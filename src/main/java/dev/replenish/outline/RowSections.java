package dev.replenish.outline;

import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.page.Table;
import dev.replenish.outline.words.NormalizedText;
import dev.replenish.outline.words.Vocabulary;
import dev.replenish.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Headings with details of the rows of a table: {@code Step 3}, where a column {@code Step} has
 * numbers (docs/reference/unmarked.md, "Tables").
 */
final class RowSections {
  /** The headers of columns that hold nothing but numbers. */
  private final Set<String> counted = new HashSet<>();

  /** Adds the columns with numbers of a table whose rows are tasks. */
  void add(Table table, Outline outline) {
    List<Span> headers = table.row(outline, table.head());
    for (int i = 0; i < Math.min(headers.size(), table.columns().size()); i++) {
      String header = outline.source().text(headers.get(i));
      if (table.columns().get(i).isEmpty()
          && !Vocabulary.namesGroup(header)
          && isCounted(table, i, outline)) {
        counted.add(NormalizedText.words(header));
      }
    }
  }

  private static boolean isCounted(Table table, int column, Outline outline) {
    for (int i = table.head() + 2; i < table.end(); i++) {
      String cell = table.text(outline, i, column);
      if (cell.isEmpty() || !cell.chars().allMatch(Character::isDigit)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a section, or one above it, has such a header and a number as its title. */
  boolean contains(Section section) {
    for (Section at = section; at != null && !counted.isEmpty(); at = at.parent) {
      if (HeadingSiblings.series(at.title).filter(counted::contains).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
