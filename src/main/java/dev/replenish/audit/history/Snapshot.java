package dev.replenish.audit.history;

import java.util.Collection;

/** All boards in one commit. Files are read on demand. */
public interface Snapshot {

  /** The files of all boards. */
  Collection<BoardFile> files();

  /** The content of {@code file}; {@link FileState#EMPTY} if the commit does not have it. */
  FileState read(BoardFile file);

  /** The index of the board in {@code dir}; {@link IndexState#EMPTY} for none. */
  IndexState index(String dir);
}
