package dev.replenish.git.history;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * A commit's metadata. Names and message are untrusted text.
 *
 * @param id the 40 hex digits of the commit
 * @param parents the ids of its parents; empty for a root commit and where a shallow clone ends
 * @param cutOff whether a shallow clone ends here, so that its parents are not in this repository
 * @param name the author's name
 * @param email the author's mail address
 * @param date the author time in the author's zone; the commit time if there is none
 * @param message the whole message, decoded; undecodable bytes have become other characters
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
