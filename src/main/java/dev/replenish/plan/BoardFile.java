package dev.replenish.plan;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import java.util.Optional;

/** The files of a board that hold tasks, in the order in which a task goes through them. */
public enum BoardFile {
  /** Tasks that wait. */
  BACKLOG,
  /** Tasks that are worked on. */
  TODO,
  /** Finished tasks. */
  ARCHIVE;

  /** The file of {@code board}, if it has one. */
  public Optional<Document> in(Board board) {
    return switch (this) {
      case BACKLOG -> Optional.of(board.backlog());
      case TODO -> board.todo();
      case ARCHIVE -> board.archive();
    };
  }

  /** The path of the file inside the repository. */
  String path(Board board, FileNames files) {
    return FileNames.on(
        board.dir(),
        switch (this) {
          case BACKLOG -> files.backlog();
          case TODO -> files.todo();
          case ARCHIVE -> files.archive();
        });
  }
}
