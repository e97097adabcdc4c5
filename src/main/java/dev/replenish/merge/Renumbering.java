package dev.replenish.merge;

import dev.replenish.board.TaskId;
import dev.replenish.merge.Parents.Held;
import java.util.List;

/** What the history knows of two tasks that have come to one id. */
public interface Renumbering {

  /** The one of {@code tasks} that was written first, and so keeps the id. */
  Held first(List<Held> tasks);

  /** An id that no task has had: the first one for 0, the next one for 1. */
  TaskId free(int number);
}
