package dev.replenish.git;

import java.util.List;
import java.util.Optional;

/** The commit a branch points to, as a tree of files. */
public final class Tip implements Tree {
  /** The full name of the branch, such as {@code refs/heads/main}. */
  public String branch() {
    throw new UnsupportedOperationException();
  }

  /** The 40 hex digits of the commit. */
  public String commit() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Blob> read(String path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> folders(String dir) {
    throw new UnsupportedOperationException();
  }
}
