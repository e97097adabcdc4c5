package dev.replenish.app;

import java.util.List;

/**
 * What {@code init} did.
 *
 * @param dir the board
 * @param written the files that are new, by their paths in the repository
 * @param kept the files that were there already and are as they were
 * @param served whether the workflow that is there, if any, serves the board
 */
public record InitResult(String dir, List<String> written, List<String> kept, boolean served) {

  /** Copies the collections. */
  public InitResult {
    written = List.copyOf(written);
    kept = List.copyOf(kept);
  }
}
