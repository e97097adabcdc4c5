package dev.replenish.outline.task;

import dev.replenish.board.Status;
import dev.replenish.outline.task.FoundTask.Clues;
import dev.replenish.outline.words.Topic;
import java.util.Optional;
import java.util.Set;

/**
 * Settles what has become of a task, or that its text does not settle it
 * (docs/reference/unmarked.md, "States").
 */
public final class StatusResolver {
  private static final Optional<Status> OPEN = Optional.of(Status.TODO);
  private static final Optional<Status> DONE = Optional.of(Status.DONE);

  private StatusResolver() {}

  /**
   * The status; empty where the clues contradict each other. Where there is no clue at all, a task
   * is open.
   *
   * @param topic what its section says
   * @param ticked whether its section's heading is decorated as a finished one
   * @param shut whether a heading says that nothing below it is to be done now
   */
  public static Optional<Status> of(
      Clues clues, Optional<Topic> topic, boolean ticked, boolean shut) {
    Set<Status> told = clues.told();
    Topic about = topic.orElse(Topic.OPEN);
    if (about == Topic.DONE) {
      told.add(Status.DONE);
    }
    if (clues.unsettled() || (ticked && told.isEmpty())) {
      return Optional.empty();
    }
    boolean over = false;
    boolean going = false;
    for (Status status : told) {
      over |= !status.isActive();
      going |= status.isActive();
    }
    if (over && going) {
      return Optional.empty();
    }
    if (over) {
      return told.contains(Status.REJECTED) ? Optional.of(Status.REJECTED) : DONE;
    }
    if (about == Topic.BLOCKED || told.contains(Status.BLOCKED)) {
      return Optional.of(Status.BLOCKED);
    }
    if (about == Topic.ACTIVE || told.contains(Status.IN_PROGRESS)) {
      return Optional.of(Status.IN_PROGRESS);
    }
    return shut ? Optional.empty() : OPEN;
  }
}
