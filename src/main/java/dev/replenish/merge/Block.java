package dev.replenish.merge;

import java.util.ArrayList;
import java.util.List;

/**
 * A part that is merged as a whole.
 *
 * @param lines its lines, with their line ends
 * @param tail the separator and the blank lines that follow it
 */
record Block(List<String> lines, List<String> tail) {
  Block {
    lines = List.copyOf(lines);
    tail = List.copyOf(tail);
  }

  List<String> all() {
    List<String> all = new ArrayList<>(lines);
    all.addAll(tail);
    return all;
  }
}
