package dev.replenish.outline;

import dev.replenish.board.Status;
import dev.replenish.outline.FoundTask.Clues;
import dev.replenish.outline.words.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settles what has become of a task, or that its text does not settle it
 * (docs/reference/unmarked.md, "States").
 */
final class StatusResolver {
  private StatusResolver() {}

  /**
   * The status; empty where the clues contradict each other. Where there is no clue at all, a task
   * is open.
   *
   * @param topic what its section says
   * @param ticked whether its section's heading is decorated as a finished one
   */
  static Optional<Status> of(Clues clues, Optional<Topic> topic, boolean ticked) {
    List<Status> told = new ArrayList<>();
    clues.box().ifPresent(told::add);
    clues.field().ifPresent(told::add);
    clues.mark().ifPresent(told::add);
    topic.filter(Topic.DONE::equals).ifPresent(done -> told.add(Status.DONE));
    if (clues.unsettled() || (ticked && told.isEmpty())) {
      return Optional.empty();
    }
    boolean over = told.stream().anyMatch(status -> !status.isActive());
    boolean going = told.stream().anyMatch(Status::isActive);
    if (over && going) {
      return Optional.empty();
    }
    if (over) {
      return Optional.of(told.contains(Status.REJECTED) ? Status.REJECTED : Status.DONE);
    }
    topic.ifPresent(
        about -> {
          if (about == Topic.ACTIVE) {
            told.add(Status.IN_PROGRESS);
          } else if (about == Topic.BLOCKED) {
            told.add(Status.BLOCKED);
          }
        });
    return Optional.of(
        told.contains(Status.BLOCKED)
            ? Status.BLOCKED
            : told.contains(Status.IN_PROGRESS) ? Status.IN_PROGRESS : Status.TODO);
  }
}
