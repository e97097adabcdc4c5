package dev.replenish.outline.task;

import dev.replenish.board.Status;
import dev.replenish.outline.task.FoundTask.Clues;
import dev.replenish.outline.words.Topic;
import java.util.Optional;
import java.util.Set;

/**
 * Decides on the status of a task, or that its text leaves it undecided
 * (docs/reference/unmarked.md, "States").
 */
public final class StatusResolver {
  private static final Optional<Status> OPEN = Optional.of(Status.TODO);
  private static final Optional<Status> DONE = Optional.of(Status.DONE);

  private StatusResolver() {}

  /**
   * The status; empty if the clues contradict each other. Without any clue, a task is open.
   *
   * @param topic the topic of its section
   * @param doubtful whether a heading leaves the state of each task unclear
   * @param shut whether a heading says that nothing below it should be done now
   */
  public static Optional<Status> of(
      Clues clues, Optional<Topic> topic, boolean doubtful, boolean shut) {
    Set<Status> stated = clues.statuses();
    Topic sectionTopic = topic.orElse(Topic.OPEN);
    if (sectionTopic == Topic.DONE) {
      stated.add(Status.DONE);
    }
    if (clues.unsettled() || (doubtful && stated.isEmpty())) {
      return Optional.empty();
    }
    boolean finished = false;
    boolean active = false;
    for (Status status : stated) {
      finished |= !status.isActive();
      active |= status.isActive();
    }
    if (finished && active) {
      return Optional.empty();
    }
    if (finished) {
      return stated.contains(Status.REJECTED) ? Optional.of(Status.REJECTED) : DONE;
    }
    if (sectionTopic == Topic.BLOCKED || stated.contains(Status.BLOCKED)) {
      return Optional.of(Status.BLOCKED);
    }
    if (sectionTopic == Topic.ACTIVE || stated.contains(Status.IN_PROGRESS)) {
      return Optional.of(Status.IN_PROGRESS);
    }
    return shut ? Optional.empty() : OPEN;
  }
}
