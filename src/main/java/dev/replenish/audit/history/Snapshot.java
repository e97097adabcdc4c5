package dev.replenish.audit.history;

import java.util.Collection;

/** All boards as one commit has them. Files are read when they are asked for. */
public interface Snapshot {

  /** The files of all boards. */
  Collection<BoardFile> files();

  /** What {@code file} holds; {@link FileState#EMPTY} where the commit does not have it. */
  FileState read(BoardFile file);

  /** The index of the board in {@code dir}; {@link IndexState#EMPTY} for none. */
  IndexState index(String dir);
}
