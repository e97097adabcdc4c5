package dev.replenish.git;

import java.util.Collection;
import java.util.List;

/** The right to commit to one branch, held until closed. */
public final class Writing implements AutoCloseable {
  /** The branch's tip; it moves on with every commit. */
  public Tip tip() {
    throw new UnsupportedOperationException();
  }

  /** What the user should know, such as that an interrupted run was finished. */
  public List<String> notices() {
    throw new UnsupportedOperationException();
  }

  /** Refuses unless these files are the tip's in the index and in the work tree. */
  public void requireClean(Collection<String> paths) {
    throw new UnsupportedOperationException();
  }

  /** Commits the changes on top of the tip and brings index and work files along. */
  public Committed commit(List<Change> changes, String message, Author author) {
    throw new UnsupportedOperationException();
  }

  /** Releases the lock, whatever happened. */
  @Override
  public void close() {}
}
