package dev.replenish.git;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Git repository: with a work tree, a linked work tree, a submodule or bare. */
public final class Repo implements AutoCloseable {
  /** Opens the repository that {@code start} lies in, found upwards as Git does. */
  public static Repo open(Path start, Map<String, String> env) {
    throw new UnsupportedOperationException();
  }

  /** The absolute, real path of the work tree's root; empty in a bare repository. */
  public Optional<Path> workTree() {
    throw new UnsupportedOperationException();
  }

  /** The start folder relative to the work tree's root with {@code /}; "" at the root. */
  public String prefix() {
    throw new UnsupportedOperationException();
  }

  /** Every setting of a section, in Git's order: a later one is stronger. */
  public List<ConfigEntry> config(String section) {
    throw new UnsupportedOperationException();
  }

  /** The work tree's files as they are; empty in a bare repository. */
  public Optional<WorkFiles> workFiles() {
    throw new UnsupportedOperationException();
  }

  /** The tip of {@code ref}, a branch such as {@code main}, or of the checked-out branch. */
  public Tip tip(Optional<String> ref) {
    throw new UnsupportedOperationException();
  }

  /** Refuses where {@link #begin} or {@link Writing#requireClean} would; changes nothing. */
  public void requireReady(Tip tip, Collection<String> paths) {
    throw new UnsupportedOperationException();
  }

  /** Takes the index lock, finishes an interrupted run, and resolves the tip. */
  public Writing begin(Optional<String> ref) {
    throw new UnsupportedOperationException();
  }

  /** The author time: {@code date}, else {@code GIT_AUTHOR_DATE}, else now. */
  public ZonedDateTime authorTime(Optional<String> date) {
    throw new UnsupportedOperationException();
  }

  /** What the user should know about this repository, such as hooks that won't run. */
  public List<String> notices() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
