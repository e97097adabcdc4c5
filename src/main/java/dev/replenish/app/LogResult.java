package dev.replenish.app;

import java.util.List;

/**
 * What was done to a board.
 *
 * @param dir the board
 * @param entries its commits, newest first
 * @param shallow whether there is more in the history than this shallow clone has
 */
public record LogResult(String dir, List<LogEntry> entries, boolean shallow) {

  /** Copies the list. */
  public LogResult {
    entries = List.copyOf(entries);
  }
}
