package dev.replenish.audit.history;

import dev.replenish.audit.Commit;
import java.util.Optional;

/**
 * A task that was lost, and what became of it.
 *
 * @param event the loss
 * @param task the task in the parent of the commit
 * @param parent the 40 hex digits of that parent
 * @param back the commit in which it came back, if there is one
 * @param found where it is at the tip; empty if it is not there
 * @param missing whether it is in no file at the tip
 */
public record Loss(
    AuditEvent event,
    Instance task,
    String parent,
    Optional<Commit> back,
    Optional<Instance> found,
    boolean missing) {

  /** The same, back since {@code commit}. */
  Loss backIn(Commit commit) {
    return new Loss(event, task, parent, Optional.of(commit), found, false);
  }

  /** The same with its state at the tip. */
  Loss at(Optional<Instance> place, boolean isMissing) {
    return new Loss(event, task, parent, back, place, isMissing);
  }
}
