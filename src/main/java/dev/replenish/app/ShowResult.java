package dev.replenish.app;

import dev.replenish.audit.Journey;
import java.util.List;
import java.util.Optional;

/**
 * A task and how it got where it is.
 *
 * @param dir the board
 * @param id the task's id
 * @param task the task as {@code list} shows it; empty where no file has it any more
 * @param text its block as it stands in the file, untrusted; "" where no file has it
 * @param journey what happened to it, oldest first
 * @param committed whether the branch's tip has it like that, too
 * @param shallow whether there is more in the history than this shallow clone has
 */
public record ShowResult(
    String dir,
    String id,
    Optional<TaskLine> task,
    String text,
    List<Journey.Stop> journey,
    boolean committed,
    boolean shallow) {

  /** Copies the list. */
  public ShowResult {
    journey = List.copyOf(journey);
  }
}
