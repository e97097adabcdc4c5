package dev.replenish.convert;

import dev.replenish.outline.page.TableCell;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether the names of a table's columns are still read where its rows have become tasks. */
final class Columns {
  private Columns() {}

  /**
   * Whether each column but that of the titles is named by a field of some task, or holds nothing
   * but the ids by which the tasks are called.
   */
  static boolean areTold(List<Converted> rows) {
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
        || rows.stream().allMatch(row -> row.isCalledBy(column.header()));
  }
}
