package dev.replenish.plan;

import dev.replenish.index.ExpectedEntry;
import dev.replenish.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * What may change in the index: the entries of some tasks, which have to agree with them
 * afterwards.
 *
 * @param entries what these entries have to say; one that is missing comes in
 * @param restored the bytes that the index has to have instead, for a step that takes another one
 *     back
 */
public record IndexScope(List<ExpectedEntry> entries, Optional<SourceText> restored) {

  /** Copies the collection. */
  public IndexScope {
    entries = List.copyOf(entries);
  }
}
