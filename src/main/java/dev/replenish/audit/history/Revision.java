package dev.replenish.audit.history;

import dev.replenish.audit.Commit;
import dev.replenish.audit.TaskText;
import java.util.List;
import java.util.Optional;

/**
 * A commit to be compared with its parents.
 *
 * @param commit who made it and when
 * @param message its whole message, untrusted text
 * @param undoes whether it is an undo of ours
 * @param cutOff whether a shallow clone ends here, so that nobody knows what was before
 * @param now the boards as it has them
 * @param parents its parents, in order
 */
public record Revision(
    Commit commit,
    String message,
    boolean undoes,
    boolean cutOff,
    Snapshot now,
    List<Parent> parents) {

  /** Copies the list. */
  public Revision {
    parents = List.copyOf(parents);
  }

  /**
   * A parent.
   *
   * @param id its 40 hex digits
   * @param before the boards as it has them
   * @param changed the files in which both differ
   * @param indexes the boards whose indexes differ
   */
  public record Parent(String id, Snapshot before, List<BoardFile> changed, List<String> indexes) {

    /** Copies the lists. */
    public Parent {
      changed = List.copyOf(changed);
      indexes = List.copyOf(indexes);
    }
  }

  /** What has to be looked up for few tasks only, because it takes time. */
  public interface Evidence {

    /** The boards as the merge bases of two parents have them. */
    List<Snapshot> bases(int parent, int other);

    /** The file outside of all tasks that the commit itself has written and that holds a task. */
    Optional<String> holder(TaskText task);
  }

  boolean isMerge() {
    return parents.size() > 1;
  }

  /** Whether the message names {@code id} as a word. */
  boolean names(String id) {
    if (id.isEmpty()) {
      return false;
    }
    for (int at = message.indexOf(id); at >= 0; at = message.indexOf(id, at + 1)) {
      if (isBoundary(at - 1) && isBoundary(at + id.length())) {
        return true;
      }
    }
    return false;
  }

  private boolean isBoundary(int at) {
    if (at < 0 || at >= message.length()) {
      return true;
    }
    char c = message.charAt(at);
    return !Character.isLetterOrDigit(c) && c != '-' && c != '_';
  }
}
