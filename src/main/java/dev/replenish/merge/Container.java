package dev.replenish.merge;

import java.util.List;

/**
 * A group, or a file outside of its groups: lines, and parts between them.
 *
 * @param lines the lines that are no part, with their line ends
 * @param parts the parts in order
 */
record Container(List<String> lines, List<Place> parts) {
  static final Container EMPTY = new Container(List.of(), List.of());

  /**
   * Where a part is.
   *
   * @param at how many lines are above it
   */
  record Place(Key key, int at) {}

  Container {
    lines = List.copyOf(lines);
    parts = List.copyOf(parts);
  }
}
