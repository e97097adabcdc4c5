package dev.replenish.audit.history;

import dev.replenish.audit.TaskText;
import dev.replenish.board.Status;
import java.util.Optional;

/**
 * A task in one version of a file, regardless of its place there.
 *
 * @param text what identifies it
 * @param status its status; empty if it is unknown
 * @param type its type tag; "" for none
 */
public record TaskState(TaskText text, Optional<Status> status, String type) {

  /** Whether it is neither done nor rejected. */
  public boolean isOpen() {
    return status.isEmpty() || status.get().isActive();
  }
}
