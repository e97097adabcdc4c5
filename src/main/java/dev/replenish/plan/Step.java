package dev.replenish.plan;

import java.util.List;

/** One thing that is done to a board: its edits, and what they may do. */
public interface Step {

  /** The files that change; none where there is nothing to do. */
  List<FileChange> changes();

  /** Other ways to do the same thing, for where the first one can't be proven. */
  default List<? extends Step> otherwise() {
    return List.of();
  }

  /**
   * Whether its files may be read otherwise afterwards because no markers enclose their tasks: then
   * a step that can't be proven is no bug, but a file that is not clear enough.
   */
  default boolean mayBeUnclear() {
    return false;
  }

  /**
   * What the step may change and has to bring about; {@link Draft} checks the result against it.
   */
  Scope scope();
}
