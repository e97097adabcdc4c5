package dev.replenish.git.history;

import java.util.Set;

/**
 * The result of a word search in the history.
 *
 * @param words the words that were found
 * @param complete whether the whole history was available, unlike in a shallow or partial clone
 */
public record SearchResult(Set<String> words, boolean complete) {

  /** Copies the set. */
  public SearchResult {
    words = Set.copyOf(words);
  }
}
