package dev.replenish.plan;

import java.util.List;

/** One change of a board: its edits, and what they may do. */
public interface Step {

  /** The files that change; none if there is nothing to do. */
  List<FileChange> changes();

  /** Other ways to do the same, in case the first one can't be proven. */
  default List<? extends Step> otherwise() {
    return List.of();
  }

  /**
   * Whether its files may be read differently afterwards because no markers enclose their tasks.
   * Then a failed proof is no bug, but means that a file is not clear enough.
   */
  default boolean mayBeUnclear() {
    return false;
  }

  /** What the step may change and must achieve; {@link Draft} checks the result against it. */
  Scope scope();
}
