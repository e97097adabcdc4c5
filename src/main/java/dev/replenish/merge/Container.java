package dev.replenish.merge;

import java.util.List;

/**
 * A group, or the part of a file outside of groups: lines, and parts between them.
 *
 * @param lines the lines that belong to no part, with their line ends
 * @param parts the parts in order
 */
record Container(List<String> lines, List<Place> parts) {
  static final Container EMPTY = new Container(List.of(), List.of());

  /**
   * The place of a part.
   *
   * @param at the number of lines above it
   */
  record Place(Key key, int at) {}

  Container {
    lines = List.copyOf(lines);
    parts = List.copyOf(parts);
  }
}
