package dev.replenish.git.history;

import java.util.Set;

/**
 * Words that were looked for in the history.
 *
 * @param words those that were found
 * @param complete whether all of the history was there: it is not in a shallow or partial clone
 */
public record SearchResult(Set<String> words, boolean complete) {

  /** Copies the set. */
  public SearchResult {
    words = Set.copyOf(words);
  }
}
