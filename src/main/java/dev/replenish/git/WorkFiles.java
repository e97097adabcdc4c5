package dev.replenish.git;

import java.util.List;
import java.util.Optional;

/** The files of a work tree as they lie on disk; needs no commit. */
public final class WorkFiles implements Tree {
  @Override
  public Optional<Blob> read(String path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> folders(String dir) {
    throw new UnsupportedOperationException();
  }
}
