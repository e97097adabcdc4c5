package dev.replenish.board;

import dev.replenish.text.SourceText;
import java.util.List;

/**
 * {@code TASK_INDEX.md}, read.
 *
 * @param source its bytes
 * @param entries its entries in listed order
 */
public record Index(SourceText source, List<IndexEntry> entries) {

  /** Copies the collection. */
  public Index {
    entries = List.copyOf(entries);
  }
}
