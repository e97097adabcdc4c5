package dev.replenish.report.page;

import java.util.List;
import java.util.Optional;

/**
 * A part of a report.
 *
 * @param id its anchor in links: letters and hyphens
 * @param title its heading
 * @param text sentences under the heading
 * @param chart a chart of the figures in the table
 * @param table the figures; without rows if there are none
 */
record Section(String id, String title, List<String> text, Optional<Chart> chart, Table table) {

  static Section of(String id, String title, Table table) {
    return new Section(id, title, List.of(), Optional.empty(), table);
  }

  Section with(Chart added) {
    return new Section(id, title, text, Optional.of(added), table);
  }

  /** Whether there is nothing to show. */
  boolean isEmpty() {
    return table.rows().isEmpty() && text.isEmpty();
  }
}
