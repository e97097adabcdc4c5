package dev.replenish.merge;

import dev.replenish.board.TaskId;
import dev.replenish.merge.Parents.Held;
import java.util.List;

/** Decides from the history about tasks that have the same id. */
public interface Renumbering {

  /** The one of {@code tasks} that was written first, and so keeps the id. */
  Held first(List<Held> tasks);

  /** An id that no task has ever had: the first one for 0, the next one for 1. */
  TaskId free(int number);
}
