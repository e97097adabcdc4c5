package dev.replenish.plan;

import dev.replenish.index.ExpectedEntry;
import dev.replenish.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * What may change in the index: the entries of some tasks, which must agree with the tasks
 * afterwards.
 *
 * @param entries the expected entries; a missing one is added
 * @param restored the bytes that the index must have instead, for a step that undoes another one
 */
public record IndexScope(List<ExpectedEntry> entries, Optional<SourceText> restored) {

  /** Copies the collection. */
  public IndexScope {
    entries = List.copyOf(entries);
  }
}
