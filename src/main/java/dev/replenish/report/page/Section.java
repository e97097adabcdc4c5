package dev.replenish.report.page;

import java.util.List;
import java.util.Optional;

/**
 * A part of a report.
 *
 * @param id what links call it, letters and dashes
 * @param title its heading
 * @param text sentences under it
 * @param chart a picture of what the table has
 * @param table the figures; without rows where there are none
 */
record Section(String id, String title, List<String> text, Optional<Chart> chart, Table table) {

  static Section of(String id, String title, Table table) {
    return new Section(id, title, List.of(), Optional.empty(), table);
  }

  Section with(Chart picture) {
    return new Section(id, title, text, Optional.of(picture), table);
  }

  /** Whether there is nothing to show. */
  boolean isEmpty() {
    return table.rows().isEmpty() && text.isEmpty();
  }
}
