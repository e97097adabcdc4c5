package dev.replenish.audit.history;

import java.util.Collection;

/** All boards as one commit has them. Files are read when they are asked for. */
public interface Snapshot {

  /** The files of all boards. */
  Collection<BoardFile> files();

  /** What {@code file} holds; {@link FileState#EMPTY} where the commit does not have it. */
  FileState read(BoardFile file);

  /** Whether the commit has {@code file}. */
  boolean has(BoardFile file);
}
