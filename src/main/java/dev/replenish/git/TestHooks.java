package dev.replenish.git;

import java.io.IOException;
import java.time.Duration;

/** What tests can set: timeouts, and an action between two steps of a commit. */
public final class TestHooks {

  /** The points where a run can be interrupted. */
  enum Step {
    LOCKED,
    OBJECTS_WRITTEN,
    JOURNAL_WRITTEN,
    BRANCH_LOCKED,
    INDEX_PUBLISHED,
    BRANCH_MOVED,
    WORK_FILE_WRITTEN,
    INDEX_WRITTEN
  }

  /** Called after every step. */
  interface Probe {
    void reached(Step step) throws IOException;
  }

  Duration lockTimeout = Duration.ofSeconds(10);
  public Duration networkTimeout = Duration.ofSeconds(60);
  Probe probe = step -> {};
}
