package dev.replenish.audit.history;

import dev.replenish.audit.TaskText;
import dev.replenish.board.Status;
import java.util.Optional;

/**
 * A task as one version of a file has it, wherever in the file it is.
 *
 * @param text what tells it from others
 * @param status its status; empty where it is none of the known
 * @param type its type tag; "" for none
 */
public record TaskState(TaskText text, Optional<Status> status, String type) {

  /** Whether it is neither done nor rejected. */
  public boolean isOpen() {
    return status.isEmpty() || status.get().isActive();
  }
}
