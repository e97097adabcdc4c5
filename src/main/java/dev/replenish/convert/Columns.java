package dev.replenish.convert;

import dev.replenish.outline.page.TableCell;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks that the names of a table's columns are kept when its rows become tasks. */
final class Columns {
  private Columns() {}

  /**
   * Whether each column is the title's, appears as a field of some task, or contains only the
   * tasks' ids.
   */
  static boolean areKept(List<Converted> rows) {
    Converted first = rows.get(0);
    List<TableCell> header = TableCell.header(first.document().source(), first.task());
    Set<String> known = new HashSet<>();
    for (Converted row : rows) {
      String block = VisibleText.of(row.block("\n"));
      for (TableCell column : header) {
        if (block.contains(VisibleText.of(column.header()) + ":**")) {
          known.add(column.header());
        }
      }
    }
    return header.stream().allMatch(column -> isKnown(column, rows, known));
  }

  private static boolean isKnown(TableCell column, List<Converted> rows, Set<String> known) {
    return column.title()
        || VisibleText.of(column.header()).isEmpty()
        || known.contains(column.header())
        || rows.stream().allMatch(row -> row.hasOnlyIdBelow(column.header()));
  }
}
