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
 * @param undoes whether it is an undo by Replenish
 * @param cutOff whether a shallow clone ends here, so that earlier states are unknown
 * @param now the boards in this commit
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
   * @param before the boards in this parent
   * @param changed the files that differ between parent and commit
   * @param indexes the boards whose indexes differ
   */
  public record Parent(String id, Snapshot before, List<BoardFile> changed, List<String> indexes) {

    /** Copies the lists. */
    public Parent {
      changed = List.copyOf(changed);
      indexes = List.copyOf(indexes);
    }
  }

  /** Slow look-ups, which are made for single tasks only. */
  public interface Evidence {

    /** The boards in the merge bases of two parents. */
    List<Snapshot> bases(int parent, int other);

    /** The text file written by the commit itself that holds the task outside of task blocks. */
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
