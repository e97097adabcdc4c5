package dev.replenish.board;

import java.util.Optional;

/** The files of a board that hold tasks, in the order in which a task goes through them. */
public enum FileRole {
  /** The long list from which tasks are moved. */
  BACKLOG,
  /** The short list to which tasks are moved, and in which they are worked on. */
  TODO,
  /** The list of finished tasks. */
  ARCHIVE;

  /** The file of {@code board} with this role, if it has one. */
  public Optional<Document> in(Board board) {
    return this == BACKLOG
        ? Optional.of(board.backlog())
        : this == TODO ? board.todo() : board.archive();
  }
}
