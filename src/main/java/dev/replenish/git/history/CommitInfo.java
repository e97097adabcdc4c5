package dev.replenish.git.history;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * A commit as it was made. Names and message are whatever someone wrote: untrusted text.
 *
 * @param id the 40 hex digits of the commit
 * @param parents the ids of its parents; none where the history begins or is cut off
 * @param cutOff whether a shallow clone ends here: there are parents, but they are elsewhere
 * @param name the author's name
 * @param email the author's mail address
 * @param date the author time in the author's zone; the commit time where there is none
 * @param message the whole message, decoded; what can't be decoded has become some other character
 */
public record CommitInfo(
    String id,
    List<String> parents,
    boolean cutOff,
    String name,
    String email,
    ZonedDateTime date,
    String message) {

  /** Copies the list. */
  public CommitInfo {
    parents = List.copyOf(parents);
  }

  /** The first line of the message. */
  public String subject() {
    return message.lines().findFirst().orElse("");
  }
}
