package dev.replenish.audit.history;

import dev.replenish.audit.TaskText;
import dev.replenish.board.FileRole;

/**
 * A task in a file of a commit.
 *
 * @param file the file
 * @param entry the task in its place
 */
public record Instance(BoardFile file, FileState.Entry entry) {

  /** What identifies the task. */
  public TaskText text() {
    return entry.task().text();
  }

  /** Whether the task is open and not in the archive. */
  public boolean isOpen() {
    return entry.task().isOpen() && file.role() != FileRole.ARCHIVE;
  }

  /** Its place as text: {@code TODO.md:31}. */
  public String where() {
    return file.path() + ":" + entry.line();
  }
}
